"""The traps of the sources, one by one: zones, chain, base, policies, firms, partners, projects and money."""

import re
from pathlib import Path
from typing import Any

import pytest

from brochure.model.flat import columns
from tests.data.reading import CHINESE, texts_of

DATA = Path(__file__).parents[2] / "data"
OWN = (
    "zones", "carriers", "stages", "base", "policies", "enterprises",
    "partners", "projects", "funds", "products", "industries",
)  # fmt: skip


@pytest.mark.parametrize("kind", OWN)
def test_every_record_names_its_source_and_speaks_both_languages(kind: str, content: Any) -> None:
    assert content[kind]
    for record in content[kind]:
        assert record.sources, record.id
        for field, text in texts_of(record):
            assert text.zh, (record.id, field)
            assert text.en, (record.id, field)
            assert not CHINESE.search(text.en), (record.id, field, text.en)


@pytest.mark.parametrize("kind", OWN)
def test_every_id_is_used_once_and_every_reference_points_somewhere(kind: str, content: Any, by_id: Any) -> None:
    ids = [record.id for records in content.values() for record in records]
    assert len(ids) == len(set(ids))
    for record in content[kind]:
        for column in columns(type(record)):
            value = getattr(record, column.field)
            if column.ref is None or value is None or (column.ref != "*" and column.ref not in content):
                continue
            for each in value if isinstance(value, tuple) else (value,):
                assert each in by_id, (record.id, column.field, each)
                assert column.ref in ("*", by_id[each].kind), (record.id, column.field, each)


def test_chain_has_six_stages_in_the_order_of_the_source(content: Any) -> None:
    stages = sorted(content["stages"], key=lambda stage: stage.order)
    names = ["启迪众创空间", "生科孵化器", "食保区加速器", "青年创业园", "青海大学科技园", "产业园"]
    assert [stage.name.zh for stage in stages] == names
    assert [stage.order for stage in stages] == [1, 2, 3, 4, 5, 6]
    assert [stage.level for stage in stages] == [None] * 6
    assert all(stage.feature == stage.id for stage in stages)
    assert "级别待核实" in stages[4].note.zh


def test_no_policy_can_be_in_force_without_dates(content: Any) -> None:
    dated = [policy for policy in content["policies"] if policy.valid_from or policy.valid_to]
    assert [policy.id for policy in dated] == ["policy-plan-14th-five-year"]
    assert "推断" in dated[0].note.zh
    assert all(policy.replaced_by is None for policy in content["policies"])
    assert all(policy.issuer is None for policy in content["policies"])


def test_every_title_of_the_articles_is_there_as_printed(content: Any) -> None:
    titles = {policy.full_title.zh for policy in content["policies"]}
    assert titles >= {
        "《生物科技产业园区“十四五”产业发展规划》",
        "《青海国家高新技术产业开发区生物科技产业园科技创新项目管理办法》",
        "《生物科技产业园区科技创新项目管理办法（暂行）》",
        "《青海国家高新区生物科技产业园区支持科技创新发展考核评价办法》",
        "《青海国家高新区生物科技产业园区创新主体及研发投入“双倍增”三年行动方案》",
        "《以科技创新引领打造生态文明高地上的新型现代化科创园区行动方案（2024—2026年）》",
        "《生物科技产业园区招商引资重点项目包保工作方案》",
        "《生物科技产业园区招商引资工作职责》",
        "《生物科技产业园区招商引资专班实施方案》",
    }


def test_steps_keep_the_order_of_the_source(by_id: Any) -> None:
    steps = [step.zh for step in by_id["policy-one-trip"].steps]
    assert steps == ["减事项", "并环节", "有流程", "缩时限", "强服务", "重事后"]
    assert [step.zh for step in by_id["policy-build-on-land-award"].steps] == ["施工许可", "市政审批", "产权证书"]
    assert [step.zh for step in by_id["policy-three-type-doubling"].steps] == ["微成长", "小升高", "高壮大"]


def test_firms_without_a_stated_trade_stay_unplaced(content: Any, by_id: Any) -> None:
    assert len(content["enterprises"]) >= 30
    for slug in ("yuanfu", "baisui", "ruihu", "yangzong", "xibeijiao", "zhongyou", "axiamanba", "jianiang"):
        firm = by_id[f"enterprise-{slug}"]
        assert (firm.industry, firm.link) == (None, None)
    for slug in ("sanjiangyuan", "mingnuo", "qinghai-bio", "yinaweikang", "pianzhuan", "xiwang", "zangruan"):
        assert by_id[f"enterprise-{slug}"].industry_inferred, slug
    for firm in content["enterprises"]:
        assert firm.placement_note is not None, firm.id
        assert firm.zone is None or firm.zone == "zone-phase3", firm.id
        for text in firm.achievements:
            assert re.search(r"（20\d\d）[①-⑤]+$", text.zh), text.zh
            assert re.search(r"\(20\d\d\) [①-⑤]+$", text.en), text.en


def test_marks_of_achievements_are_sources_of_the_record(content: Any) -> None:
    marks = {
        "①": "article-2022",
        "②": "article-2023",
        "③": "article-2024-annual",
        "④": "article-2024-mid",
        "⑤": "article-2025",
    }
    for record in (*content["enterprises"], *content["projects"], *content["funds"]):
        lines = getattr(record, "achievements", ()) + getattr(record, "history", ())
        for text in lines:
            zh, en = ({mark for mark in side if mark in marks} for side in (text.zh, text.en))
            assert zh == en
            assert zh, (record.id, text.zh)
            assert {marks[mark] for mark in zh} <= set(record.sources), (record.id, text.zh)


def test_eight_industries_in_order_with_a_colour_each(content: Any) -> None:
    industries = sorted(content["industries"], key=lambda industry: industry.order)
    colours = ["grass", "sky", "ochre", "lake", "slate", "plum", "ink", "brick"]
    assert [industry.colour for industry in industries] == colours
    for industry in industries:
        for link in ("upstream", "midstream", "downstream"):
            state, sources = getattr(industry, f"{link}_state"), getattr(industry, f"{link}_sources")
            assert bool(sources) == (state != "gap"), (industry.id, link)
            assert set(sources) <= set(industry.sources)
    wellness = industries[3]
    assert (wellness.midstream_state, wellness.downstream_state) == ("in_talks", "in_talks")


def test_land_south_of_the_university_keeps_its_name_and_its_three_noes(by_id: Any) -> None:
    land = by_id["zone-xnu-south"]
    assert land.name.zh == "西宁大学南部工业用地"
    assert [rule.zh for rule in land.entry_rules] == ["无污染", "无噪音", "无异味"]


def test_what_has_no_place_is_not_drawn_and_no_assumed_size_becomes_a_figure(content: Any, by_id: Any) -> None:
    assert by_id["zone-device-cluster"].feature is None
    assert by_id["zone-sci-tech-district"].feature is None
    for zone in content["zones"]:
        assert (zone.feature is None) == (zone.precision is None), zone.id
        assert zone.feature in (None, zone.id)
        if zone.area_km2 is not None:
            assert zone.id in ("zone-core", "zone-kangyang", "zone-wetland"), zone.id
            assert "假定" not in zone.area_basis.zh


def test_quotes_are_in_the_language_of_the_source(content: Any) -> None:
    quotes = [record.quote for kind in OWN for record in content[kind] if record.quote]
    assert len(quotes) > 100
    assert all(CHINESE.search(quote) for quote in quotes)


def test_honours_and_their_holders_name_each_other_the_highest_first(content: Any, by_id: Any) -> None:
    for firm in content["enterprises"]:
        held = {honour.id for honour in content["honours"] if firm.id in honour.holders}
        assert set(firm.honours) == held, firm.id
    assert by_id["enterprise-mingnuo"].honours == ("honour-national-green-factory", "honour-provincial-green-factory")
    assert by_id["enterprise-jinhe"].honours[0] == "honour-ip-advantage"
