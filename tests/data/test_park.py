"""Who the park is, in its parts and in their order; what is praise, and what is only for the park itself."""

import re
from typing import Any

import pytest

from tests.data.reading import texts_of

SUPERLATIVE = re.compile(
    r"全[省市][首最唯率]|首[家支个](?!特色产品|展销|）$)|唯一|最(?:具规模|多(?!跑)|好|适合)|率先|领先|填补"
)
PARTS = {
    "park-four-new-2022": ["新技术", "新产业", "新业态", "新模式"],
    "park-equipment-traditional-2024": ["精密数控机床", "环卫设备", "石油机械", "特种汽车", "工程机械"],
    "park-equipment-special-2024": ["非标设备", "模具汽车零部件"],
    "park-new-it-2023": ["大数据", "云计算", "物联网", "人工智能"],
    "park-digital-convergence-2023": ["高原生态", "高原医养", "中藏药", "高原农牧业"],
    "park-digital-fields-2023": [
        "培育数字经济核心产业",
        "推动产业数字化转型",
        "提升关键领域数字化治理能力",
        "抓好推动落实",
    ],
    "park-sectors-recruited-2025": ["医疗器械", "医药", "食品保健品", "生产性服务业", "绿色算力"],
    "park-smart-making-2022": ["高端装备", "智能制造", "工业设计与研发", "物联网"],
    "park-efforts": ["强主体", "建平台", "聚人才", "抓环境", "促协同"],
    "park-efforts-2023": ["推项目", "促招商", "抓科创", "优环境", "稳生产", "强产业"],
    "park-come-stay-grow-2025": ["引得来", "留得住", "发展得好"],
}
STEPS = {
    "service-environment-group-2022": ["“一把手”亲自抓", "分管领导具体抓"],
    "service-five-leads-2023": ["企业", "平台", "科技", "人才", "生态"],
    "service-innovation-two-wheels-2023": ["科技创新", "深化改革"],
    "service-task-breakdown-2022": ["定责任", "定进度", "定要求"],
    "service-principle": ["全方位招大引强", "全流程高效服务", "全要素保障建设", "全生命周期支持"],
    "service-supervision": ["有要求", "有检查", "有分析", "有通报"],
    "service-epidemic": ["提前报备", "司乘管理", "车辆消杀", "监督驶离"],
    "service-sales-help": ["园区产品微循环", "西宁小循环"],
    "service-science-association": ["创新能力提升", "科技成果转化", "科技政策指导"],
    "service-incubator-chain": ["启迪众创空间", "生科孵化器", "食保区加速器", "青年创业园", "青海大学科技园", "产业园"],
    "service-north-area-2023": [
        "科技创新服务",
        "专业技术服务",
        "科技推广和应用服务",
        "理论研究",
        "研发设计",
        "检验检测",
    ],
}


@pytest.mark.parametrize(("key", "parts"), PARTS.items())
def test_parts_stand_in_the_order_of_the_source_and_in_its_words(key: str, parts: list[str], by_id: Any) -> None:
    record = by_id[key]
    assert [part.zh for part in record.parts] == parts
    places = [record.quote.find(part[-4:]) for part in parts]
    assert -1 not in places, (key, parts, places)
    assert places == sorted(places)


@pytest.mark.parametrize(("key", "steps"), STEPS.items())
def test_steps_of_a_mechanism_stand_in_their_order(key: str, steps: list[str], by_id: Any) -> None:
    assert [step.zh for step in by_id[key].steps] == steps


def test_praise_is_said_by_an_article_and_never_by_us(content: Any) -> None:
    claims = [fact for fact in content["park"] if fact.aspect == "claim"]
    assert len(claims) == 5
    for claim in claims:
        assert "报道称" in claim.statement.zh, claim.id
        assert "article" in claim.statement.en, claim.id
        assert claim.note is not None
        assert claim.quote
    goal = [fact for fact in content["park"] if "全市最好" in fact.statement.zh]
    assert [fact.id for fact in goal] == ["park-goal-environment-2022"]
    assert "不是评定结果" in goal[0].note.zh


def test_people_are_named_only_where_the_article_names_them(content: Any, by_id: Any) -> None:
    people = {fact.id: fact for fact in content["park"] if fact.aspect == "people"}
    assert set(people) == {"park-people-liu-yang-2023", "park-people-association-2025"}
    assert "未列" in people["park-people-association-2025"].note.zh
    assert "中国工程院院士" in by_id["partner-wu-tianyi"].role.zh


def test_age_of_the_park_is_kept_as_worded(by_id: Any) -> None:
    age = by_id["park-age-2024"]
    assert "而立将至" in age.quote
    assert not re.search(r"19\d\d|建于", age.statement.zh)
    assert "未列" in age.note.zh


def test_the_five_key_fields_are_four_by_name(by_id: Any) -> None:
    assert len(by_id["park-digital-fields-2023"].parts) == by_id["digital-fields-2023-h1"].named == 4
    assert by_id["digital-fields-2023-h1"].value == 5


def test_where_a_project_or_partner_is_placed_says_why(content: Any) -> None:
    for kind in ("enterprises", "projects", "partners"):
        for record in content[kind]:
            assert record.industry is not None or not record.industry_inferred, record.id
            if record.industry is not None:
                assert record.placement_note is not None, record.id
            if record.industry_inferred:
                assert re.search("按名称归类|归纳", record.placement_note.zh), record.id
    assert all(project.link_inferred == (project.link is not None) for project in content["projects"])


def test_three_projects_came_with_the_funds_and_none_is_given_to_one(content: Any) -> None:
    held = {project.id: project.funds for project in content["projects"] if project.funds}
    assert set(held) == {"project-ultrasonic-battery", "project-ivd-line", "project-waste-3d-printing"}
    for project in content["projects"]:
        if project.funds:
            assert project.funds == ("fund-cicc", "fund-jidi", "fund-zhongcai")
            assert "哪一支投哪个项目报道未写" in project.note.zh


def test_a_superlative_stands_with_whoever_says_it_and_in_the_quote(content: Any) -> None:
    for kind, records in content.items():
        for record in records if kind != "sources" else ():
            for field, text in texts_of(record):
                for word in SUPERLATIVE.findall(text.zh):
                    beside = text.zh + (record.note.zh if record.note else "")
                    says = "报道|原话|解读" + ("|的说法" if getattr(record, "aspect", None) == "claim" else "")
                    assert re.search(says, beside), (record.id, field, text.zh)
                    assert word in record.quote or word[-2:] in record.quote, (record.id, field, word)
