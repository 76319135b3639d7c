"""The audit: each kind of fault is found where it stands, and what is said rightly passes."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from brochure.claims import OVERRIDABLE, Issue, audit, issues_of, judge_record
from brochure.model.geometry import Feature
from brochure.model.kinds import BasePart, Enterprise, Figure, Honour, Policy, Service, Source, Zone
from brochure.model.record import Record
from brochure.store.content_db import build_content_db
from brochure.store.library import Library
from brochure.words import Text
from tests.factories import make, small_records


def _audit(*records: Record, features: tuple[Feature, ...] = ()) -> list[Issue]:
    content = small_records()
    for kind in ("zones", "enterprises", "figures", "policies", "base", "honours", "services"):
        content[kind] = tuple(record for record in records if record.kind == kind)
    return list(audit(Library(build_content_db(content, features, (), "x" * 32))))


def _feature(**given: Any) -> Feature:
    plain: dict[str, Any] = {
        "id": "zone-x", "kind": "area", "name": Text("片区", "Zone"), "shape": "line", "precision": "schematic",
        "parts": (((36.68, 101.74), (36.69, 101.75)),), "scale": "park", "sources": ("open-test",),
        "basis": Text("示意", "A sketch"),
    }  # fmt: skip
    return Feature(**{**plain, **given})


def _zone(**given: Any) -> Zone:
    return make(Zone, "zone-x", name=Text("康养区", "Wellness zone"), **given)


def test_the_shipped_content_has_no_error(library: Library) -> None:
    assert [issue for issue in audit(library) if issue.level == "error"] == []


def test_plain_records_pass() -> None:
    assert (
        _audit(
            _zone(), make(Enterprise, "enterprise-x"), make(Figure, "figure-x", as_of="2023"), features=(_feature(),)
        )
        == []
    )


FAULTY: dict[str, tuple[Record, str, str, str]] = {
    "no source": (make(Enterprise, "enterprise-x", sources=()), "error", "sources", "来源"),
    "no period": (make(Figure, "figure-x"), "error", "as_of", "时间"),
    "no value": (make(Figure, "figure-x", as_of="2023", value=None), "error", "value", "数值"),
    "no English": (_zone(note=Text("只有中文", "")), "warning", "note", "缺少英文"),
    "no Chinese": (_zone(focus=(Text("", "English only"),)), "warning", "focus", "缺少中文"),
    "not translated": (_zone(note=Text("中文", "中文")), "warning", "note", "仍是中文"),
    "superlative": (_zone(note=Text("全国最大的园区", "A park")), "error", "note", "最大"),
    "superlative in English": (_zone(note=Text("园区", "The best park")), "error", "note", "best"),
    "medical": (_zone(note=Text("这里能治疗高血压", "A place")), "error", "note", "治疗"),
    "medical in English": (_zone(note=Text("此地", "The air cures insomnia")), "error", "note", "cures"),
    "medical at the base": (
        make(BasePart, "base-x", statement=Text("海拔有疗效", "Altitude works")),
        "error",
        "statement",
        "疗效",
    ),
    "in force": (make(Policy, "policy-x", offers=Text("现行有效", "A grant")), "error", "offers", "现行有效"),
    "in force in English": (
        make(Policy, "policy-x", offers=Text("资助", "A grant in force")),
        "error",
        "offers",
        "in force",
    ),
    "dates crossed": (make(Policy, "policy-x", valid_from="2025", valid_to="2024"), "error", "valid_to", "失效"),
    "placeholder": (_zone(summary=Text("某某公司", "A firm")), "error", "summary", "某某"),
    "tax": (_zone(note=Text("享受税收返还", "A place")), "error", "note", "税收返还"),
    "tax in English": (
        make(Policy, "policy-x", offers=Text("资助", "A tax holiday")),
        "error",
        "offers",
        "tax holiday",
    ),
    "guarantee": (_zone(note=Text("投资零风险", "A place")), "error", "note", "零风险"),
    "guarantee in English": (_zone(note=Text("投资", "Guaranteed returns")), "error", "note", "Guaranteed returns"),
    "in force while drafted": (
        make(Policy, "policy-x", status="drafting", valid_from="2024", offers=Text("正在执行", "A grant")),
        "error",
        "offers",
        "正在执行",
    ),
    "in force, told elsewhere": (_zone(note=Text("园区补贴政策长期有效", "A place")), "error", "note", "长期有效"),
    "undated number": (_zone(summary=Text("入驻企业 537 家", "Firms"), as_of=None), "error", "summary", "537 家"),
    "undated number in English": (
        _zone(summary=Text("企业", "537 firms"), as_of=None),
        "error",
        "summary",
        "537 firms",
    ),
    "national without evidence": (_zone(note=Text("国家级园区", "A park")), "error", "note", "国家级"),
    "quoted, but of another place": (
        _zone(note=Text("全国唯一", "A park"), quote="全省唯一"),
        "error",
        "note",
        "全国唯一",
    ),
    "English beyond the quote": (
        _zone(note=Text("全省唯一", "The best of the province"), quote="全省唯一"),
        "error",
        "note",
        "best",
    ),
    "health without a doctor": (
        make(BasePart, "base-x", part="claim", attributed_to=Text("某院士", "An academician")),
        "error",
        "note",
        "医生",
    ),
    "not all named": (make(Figure, "figure-x", value=5.0, named=1, as_of="2025"), "error", "named", "5"),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_fault_is_found(fault: str) -> None:
    record, level, field, words = FAULTY[fault]
    (issue,) = _audit(record)
    assert (issue.level, issue.record, issue.kind, issue.field) == (level, record.id, record.kind, field)
    assert words in issue.message.zh
    assert issue.message.en != issue.message.zh


@pytest.mark.parametrize(
    "record",
    [
        _zone(note=Text("据报道为全国最大", "Reported to be the largest")),
        _zone(note=Text("最近一次", "The most recent")),
        _zone(note=Text("全省唯一", "The only one"), quote="全省唯一的园区"),
        _zone(note=Text("不是最大，只求合适", "Not the biggest")),
        _zone(note=Text("不作治疗用途", "This is no treatment")),
        _zone(note=Text("能治疗高血压", "Cures"), audience="archive"),
        make(Enterprise, "enterprise-x", does=Text("生产治疗用药", "Makes drugs for treatment")),
        make(
            BasePart,
            "base-x",
            statement=Text("最适合人", "Best for people"),
            attributed_to=Text("某院士", "An academician"),
        ),
        make(Policy, "policy-x", valid_from="2024", offers=Text("现行有效", "In force")),
        make(Policy, "policy-x", offers=Text("不能当作现行有效", "Not known to be in force")),
        _zone(note=Text("国家级园区", "A national-level park"), quote="国家级园区"),
        _zone(note=Text("全省唯一的园区", "The only park in the province"), quote="全省唯一的园区"),
        make(Honour, "honour-x", name=Text("全省首个零碳工厂", "First zero-carbon factory in the province")),
        _zone(summary=Text("2023 年入驻企业 537 家", "537 firms in 2023")),
        _zone(summary=Text("入驻企业 537 家", "537 firms"), as_of="2023"),
        make(
            BasePart,
            "base-x",
            part="claim",
            statement=Text("改善新陈代谢", "Improves metabolism"),
            attributed_to=Text("某院士", "An academician"),
            note=Text("请在医生指导下。", "Ask a doctor."),
        ),
    ],
    ids=range(16),
)
def test_what_is_said_rightly_passes(record: Record) -> None:
    assert _audit(record) == []


def test_two_values_to_show_first_are_a_conflict() -> None:
    issues = _audit(*(make(Figure, f"firms-{year}", measure="firms", as_of=year) for year in ("2023", "2024")))
    assert [(issue.record, issue.field) for issue in issues] == [("firms-2023", "current"), ("firms-2024", "current")]


LINE = tuple((round(36.6 + n / 1000, 3), 101.7) for n in range(26))


@pytest.mark.parametrize(
    ("feature", "field"),
    [
        (_feature(sources=()), "sources"),
        (_feature(basis=Text("示意", "")), "basis"),
        (_feature(parts=(LINE,)), "geometry"),
        (_feature(parts=(((36.68001, 101.74), (36.69, 101.75)),)), "geometry"),
        (_feature(kind="county_boundary"), "kind"),
        (_feature(name=Text("行政区界线", "A line")), "kind"),
    ],
)
def test_a_feature_that_may_not_be_drawn(feature: Feature, field: str) -> None:
    (issue,) = _audit(features=(feature,))
    assert (issue.level, issue.record, issue.kind, issue.field) == ("error", "zone-x", "features", field)


def test_a_ring_closes_beyond_its_25_vertices() -> None:
    assert _audit(features=(_feature(shape="polygon", parts=((*LINE[:25], LINE[0]),)),)) == []


def test_errors_come_first() -> None:
    issues = _audit(_zone(note=Text("只有中文", "")), make(Enterprise, "enterprise-x", sources=()))
    assert [issue.level for issue in issues] == ["error", "warning"]


def test_every_issue_names_its_rule_and_says_in_both_languages_what_to_do(library: Library) -> None:
    found = [issue for record, *_ in FAULTY.values() for issue in _audit(record)]
    assert {issue.rule for issue in found} >= {
        "superlative", "medical", "no_doctor", "tax_rebate", "guarantee", "in_force", "unsourced", "undated",
        "unnamed_members", "translation", "placeholder", "no_value", "dates_crossed",
    }  # fmt: skip
    for issue in found:
        assert issue.message.zh
        assert issue.message.en
        if issue.wording is not None:
            assert issue.wording in issue.message.zh
            assert issue.wording in issue.message.en
            assert issue.lang is not None


def test_what_the_law_forbids_is_printed_for_nobody() -> None:
    assert OVERRIDABLE.isdisjoint({"medical", "no_doctor", "tax_rebate", "guarantee", "conflict", "placeholder"})
    (issue,) = judge_record(_zone(note=Text("税收返还", "A place")))
    assert not issue.overridable
    (issue,) = judge_record(_zone(note=Text("全省最大", "A place")))
    assert issue.overridable


def test_a_quote_without_a_source_stands_behind_nothing() -> None:
    issues = judge_record(_zone(note=Text("全省唯一", "A park"), quote="全省唯一", sources=()))
    assert [issue.rule for issue in issues] == ["unsourced", "superlative"]


def test_a_stranger_is_judged_without_a_library() -> None:
    stranger = make(Service, "service-x", sources=("not-there",), statement=Text("全国第一", "A service"))
    assert [issue.rule for issue in judge_record(stranger)] == ["superlative"]


def test_a_policy_holds_only_on_the_days_it_holds(library: Library) -> None:
    policy = make(Policy, "policy-x", valid_from="2024", valid_to="2024", offers=Text("现行有效", "In force"))
    assert judge_record(policy) == ()
    assert judge_record(policy, on=datetime.date(2024, 12, 31)) == ()
    after = judge_record(policy, on=datetime.date(2025, 1, 1))
    assert [(issue.rule, issue.lang) for issue in after] == [("in_force", "zh"), ("in_force", "en")]
    before = judge_record(policy, on=datetime.date(2023, 12, 31))
    assert [issue.rule for issue in before] == ["in_force", "in_force"]


def test_the_titles_of_sources_are_their_own() -> None:
    assert judge_record(make(Source, "article-x", name=Text("全国第一的园区", "The best park"))) == ()


def test_captions_of_the_map_are_read_too() -> None:
    (issue,) = _audit(features=(_feature(short=Text("全国最大的园区", "A park")),))
    assert (issue.level, issue.rule, issue.record, issue.field) == ("error", "superlative", "zone-x", "short")


def test_a_library_is_judged_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    audit(library)
    monkeypatch.setattr("brochure.claims.content.judge_record", lambda *_: pytest.fail("judged again"))
    audit(library)
    record = library.records("policies")[0]
    assert issues_of(record, library) is issues_of(record, library)


def test_every_warning_is_a_question_to_the_park(library: Library) -> None:
    warnings = [issue for issue in audit(library) if issue.level == "warning"]
    assert warnings
    assert all(issue.rule == "unnamed_members" for issue in warnings)
    questions = (Path(__file__).parent.parent / "docs" / "open-questions.md").read_text(encoding="utf-8")
    asked = set(re.findall(r"`([a-z0-9-]+)`", questions))
    assert [issue.record for issue in warnings if issue.record not in asked] == []
