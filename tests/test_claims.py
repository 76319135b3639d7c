"""The audit: each kind of fault is found where it stands, and what is said rightly passes."""

from typing import Any

import pytest

from brochure.claims import Issue, audit
from brochure.model.geometry import Feature
from brochure.model.kinds import BasePart, Enterprise, Figure, Policy, Zone
from brochure.model.record import Record
from brochure.store.content_db import build_content_db
from brochure.store.library import Library
from brochure.words import Text
from tests.factories import make, small_records


def _audit(*records: Record, features: tuple[Feature, ...] = ()) -> list[Issue]:
    content = small_records()
    for kind in ("zones", "enterprises", "figures", "policies", "base"):
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
    "superlative": (_zone(note=Text("全国最大的园区", "A park")), "warning", "note", "最大"),
    "superlative in English": (_zone(note=Text("园区", "The best park")), "warning", "note", "best"),
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
    ],
    ids=range(10),
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
