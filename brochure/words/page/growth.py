"""The sentences of the golden altitude and of the incubator chain."""

from typing import Final

from brochure.words.text import Text

ALTITUDE_TITLE: Final = Text("黄金海拔", "The golden altitude")
PARK_BAND: Final = Text("园区 {}～{} 米", "The park: {}–{} m")
IDEAL_BAND: Final = Text("理想海拔 {}～{} 米", "Ideal band {}–{} m")
PROPOSED_BY: Final = Text("{}提出", "proposed by {}")
ACCORDING_TO: Final = Text("据{}：", "{}: ")
NEIGHBOURS: Final = Text("四邻", "Neighbours")
SITE: Final = Text("示范园区", "Wellness site")
STEPS: Final = Text("项目进展", "Progress so far")
NOT_WRITTEN: Final = Text("报道未写", "not stated")
IDEAL_BY: Final = Text("理想海拔由{}提出", "The ideal band was proposed by {}")
FUNCTIONS: Final = Text("功能：{}", "Functions: {}")
RULER_NOTE: Final = Text(
    "部分为城市建成区平均海拔；气压比为海平面的百分数，按标准大气推算，非实测",
    "Some heights are means over the built-up area; pressure is a share of sea level by the standard atmosphere, computed, not measured",
)
NEIGHBOUR_NOTE: Final = Text("方位照报道，方框不表示形状。", "Directions as reported; the box is not its shape.")

CHAIN_TITLE: Final = Text("{}级载体，一条线", "{} steps, one line")
CHAIN_DECK: Final = Text(
    "从一个工位到一座厂房，次序照报道。线表示先后，不表示高低。",
    "From a desk to a plant. The line shows order, not height.",
)
YOU_ARE_HERE: Final = Text("您在这里", "You are here")
BY_YOUR_STAGE: Final = Text(
    "“您在这里”按所选阶段标出；是否接收{}企业待核实。",
    "“You are here” follows the stage you chose; whether it admits firms in {} is to be confirmed.",
)
CHAIN_NOTE: Final = Text(
    "各级适合的企业按载体类型归纳，非报道原话；未注明的级别、各载体的面积、租金与入驻条件待园区核实。位置见园区图上同号圆点，均为示意。",
    "Who fits where is our reading of the type of facility, not in the source. Levels not given here, areas, rents and entry rules are to be confirmed by the park. The same numbers stand on the park map; their places are sketched.",
)
COUNTS_NOTE: Final = Text(
    "载体计数与链上六个节点不是一回事：前者按称号，后者按成长阶段。",
    "These counts are not the six steps: they go by title, the steps by stage of growth.",
)
