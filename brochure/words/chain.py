"""What the place 孵化 says: the three questions, whose stage it is, the two ladders; facts come from the records."""

from typing import Final

from brochure.words.text import Text

ASK = Text("我在哪一级？三个问题", "Which stage? 3 questions")
ASK_AGAIN = Text("重新回答三个问题", "Answer again")
QUESTIONS_TITLE = Text("三个问题，看看从哪一级开始", "Three questions: where would you begin?")
BACK_TO_STAGE = Text("看这一级", "See the stage")
CLEAR = Text("清空回答", "Clear answers")
LEFT_TO_ANSWER = Text("还差 {} 个问题。", "Still to answer: {} of 3.")

QUESTION: Final[dict[str, Text]] = {
    "start": Text("从哪里起步？", "Where do you start?"),
    "progress": Text("产品做到哪一步？", "How far is the product?"),
    "room": Text("要什么样的地方？", "What room do you need?"),
}
ANSWER: Final[dict[str, Text]] = {
    "idea": Text("还没注册公司", "No company yet"),
    "result": Text("成果在高校", "University result"),
    "company": Text("公司已注册", "Company registered"),
    "none": Text("还没有样品", "No sample yet"),
    "sample": Text("正在做样品", "Making samples"),
    "product": Text("产品已定", "Product settled"),
    "orders": Text("已有订单", "Orders in hand"),
    "office": Text("办公·实验室", "Office or lab"),
    "pilot": Text("中试场地", "Pilot space"),
    "plant": Text("土地·厂房", "Land or plant"),
}

AT_STAGE = Text("你在第 {} 级：{}。", "You are at stage {}: {}.")
THEN_STAGE = Text("下一级：第 {} 级 {}。", "Next: stage {}, {}.")
LAST_STAGE = Text("这是链上的最后一级。", "This is the last stage of the chain.")
BOTH_POSSIBLE = Text(
    "第 {} 级和第 {} 级都可能，请选更像的一级：", "Stage {} or stage {}: both are possible. Choose the closer one:"
)
STAGE_BUTTON = Text("第 {} 级 {}", "Stage {}, {}")
BASIS = Text(
    "按各级“适合谁”归纳，非报道原话；入驻条件待核实，以园区答复为准。",
    "Our reading of whom each stage fits, not in the source; entry rules are to be confirmed by the park.",
)
YOU_ARE_HERE = Text("你在这一级", "You are here")
MAYBE_HERE = Text("可能在这一级", "Possibly here")

CARRIER = Text("载体", "Facility")
NO_CARRIER = Text("指园区整体，没有单列载体", "The park as a whole, no facility of its own")
POLICIES = Text("政策", "Policies")
PRODUCTS = Text("金融产品", "Finance products")
NONE_LISTED = Text("素材未列", "None in the sources")
DISC = Text("第 {} 级 {}，在小图上选", "Stage {}, {}: choose on the small map")
ROLE_HERE = Text("角色：{}", "Role: {}")

LADDER_TITLE = Text("企业成长阶梯（梯次培育）", "The growth ladder of firms")
LADDER_NOTE = Text(
    "两次报道的提法不同，各自照录，不合并；各级认定条件素材未列。",
    "Two reports, two wordings, each kept as it is; the conditions of each step are not in the sources.",
)
LADDER_2023 = Text("2023 年的提法", "Wording of 2023")
LADDER_2024 = Text("2024 年的提法", "Wording of 2024")
