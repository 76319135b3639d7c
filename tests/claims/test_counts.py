"""Counts that outrun their members: a warning when the reader is told in both languages, an error when not."""

import pytest

from brochure.claims import judge_record
from brochure.claims.counts import outrun
from brochure.model.kinds import Alliance, Figure, Honour, Service
from brochure.model.record import Record
from brochure.words import Text
from tests.factories import make

SAID = Text("另外几家原文未列。", "The others are not named.")
HALF = Text("另外几家原文未列。", "Five in all.")


def honour(zh: str, en: str = "", **given: object) -> Honour:
    return make(Honour, "honour-x", holders_text=Text(zh, en), as_of="2023", **given)


@pytest.mark.parametrize(
    ("record", "field", "counted", "named"),
    [
        (make(Figure, "figure-x", value=5.0, named=1, as_of="2025"), "named", 5, 1),
        (make(Service, "service-x", counted=6, steps=(Text("一", "one"),)), "steps", 6, 1),
        (make(Alliance, "alliance-x", member_count=13, members=(Text("甲", "A"),)), "members", 13, 1),
        (honour("共 7 家", holders=("enterprise-x",)), "holders", 7, 1),
        (honour("园区两名科技工作者"), "holders", 2, 0),
        (honour("十二家企业"), "holders", 12, 0),
        (honour("二十家企业"), "holders", 20, 0),
    ],
)
def test_more_counted_than_named(record: Record, field: str, counted: int, named: int) -> None:
    found = outrun(record)
    assert found is not None
    assert found == (field, counted, named, False)
    (issue,) = [issue for issue in judge_record(record) if issue.rule == "unnamed_members"]
    assert (issue.level, issue.field) == ("error", field)
    assert str(counted) in issue.message.zh
    assert str(counted) in issue.message.en


@pytest.mark.parametrize(
    "record",
    [
        make(Figure, "figure-x", value=5.0, named=5, as_of="2025"),
        make(Figure, "figure-x", value=5.0, as_of="2025"),
        make(Figure, "figure-x", value=None, text=Text("许多", "many"), named=1, as_of="2025"),
        make(Service, "service-x", counted=1, steps=(Text("一", "one"),)),
        make(Alliance, "alliance-x", members=(Text("甲", "A"),)),
        honour("园区科学技术协会", "Park science association"),
    ],
    ids=range(6),
)
def test_nothing_is_counted_beyond_its_names(record: Record) -> None:
    assert outrun(record) is None


@pytest.mark.parametrize(("note", "level"), [(SAID, "warning"), (HALF, "error"), (None, "error")])
def test_both_languages_must_tell(note: Text | None, level: str) -> None:
    figure = make(Figure, "figure-x", value=5.0, named=1, as_of="2025", note=note)
    assert [(issue.level, issue.rule) for issue in judge_record(figure)] == [(level, "unnamed_members")]


@pytest.mark.parametrize("en", ["Three are not named", "Only one is named", "not listed in the source"])
@pytest.mark.parametrize("zh", ["原文未列", "只点名一家", "未点名", "未列名", "原文只列四个"])
def test_ways_of_telling(zh: str, en: str) -> None:
    found = outrun(make(Alliance, "alliance-x", member_count=3, note=Text(zh, en)))
    assert found is not None
    assert found.said


def test_an_archived_count_is_no_error() -> None:
    figure = make(Figure, "figure-x", value=5.0, named=1, as_of="2022", audience="archive")
    assert judge_record(figure) == ()
