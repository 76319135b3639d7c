"""Rows against the content of today: what changes, and every cell that cannot be taken."""

from pathlib import Path

import pytest

from brochure.content.incoming import MAX_HINTS, Incoming
from brochure.content.sheets import read_sheets
from brochure.model.difference import Problem, RecordChange
from brochure.model.record import Record
from brochure.words import Text
from tests import factories

TODAY: dict[str, Record] = {record.id: record for each in factories.small_records().values() for record in each}
KINDS = {id: record.kind for id, record in TODAY.items()}


def bring(folder: Path, text: str, name: str = "zones") -> tuple[tuple[RecordChange, ...], list[Problem], Incoming]:
    path = folder / f"{name}.csv"
    path.write_text(text, encoding="utf-8")
    reading = read_sheets([path], KINDS, frozenset(), encoding="utf-8")
    incoming = Incoming(TODAY, {"zone-test"})
    changes = incoming.take(reading.sheets)
    return changes, reading.problems + incoming.problems, incoming


def cells(changes: tuple[RecordChange, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(cell.column, cell.before, cell.after) for change in changes for cell in change.cells]


@pytest.mark.parametrize("given", ["900", "900.0", " 900 ", "0900", "\t900"])
def test_the_same_number_written_otherwise_is_no_change(tmp_path: Path, given: str) -> None:
    changes, problems, incoming = bring(tmp_path, f"id,area_mu\nzone-test,{given}\n")
    assert (changes, problems, incoming.unchanged) == ((), [], 1)


@pytest.mark.parametrize(("given", "after"), [("TRUE", "1"), ("1", "1"), ("FALSE", None), ("0", None)])
def test_yes_and_no_as_a_spreadsheet_writes_them(tmp_path: Path, given: str, after: str | None) -> None:
    changes, problems, _ = bring(tmp_path, f"id,as_of_inferred\nzone-test,{given}\n")
    assert problems == []
    assert cells(changes) == ([("as_of_inferred", "0", after)] if after else [])


def test_true_is_a_text_where_a_text_is_asked_for(tmp_path: Path) -> None:
    assert cells(bring(tmp_path, "id,name_en\nzone-test,TRUE\n")[0]) == [("name_en", "Golden-Altitude Zone", "TRUE")]


def test_line_ends_inside_a_cell_are_made_one_kind(tmp_path: Path) -> None:
    changes, _, _ = bring(tmp_path, 'id,note_en,note_zh\nzone-test,"a\r\nb\rc",注\n')
    assert cells(changes)[1] == ("note_en", None, "a\nb\nc")


def test_a_record_may_point_to_itself_and_to_one_of_the_same_file(tmp_path: Path) -> None:
    text = "id,name_zh,type,parent,related\nzone-a,甲,area,zone-b,zone-a\nzone-b,乙,area,,\n"
    changes, problems, _ = bring(tmp_path, text)
    assert problems == []
    assert [change.record for change in changes] == ["zone-a", "zone-b"]
    assert all(change.new for change in changes)
    assert changes[0].name == Text("甲", "")


def test_what_was_wrong_before_is_not_held_against_a_row(tmp_path: Path) -> None:
    """The content of today may hold what an import may not bring; only what the row changes is judged."""
    worse = factories.make(type(TODAY["zone-test"]), "zone-odd", note=Text("\x07", "x"), related=("nobody",))
    today = {**TODAY, "zone-odd": worse}
    path = tmp_path / "zones.csv"
    path.write_text("id,note_zh,related,area_mu\nzone-odd,\x07,nobody,5\n", encoding="utf-8")
    incoming = Incoming(today, set())
    changes = incoming.take(read_sheets([path], KINDS, frozenset(), encoding="utf-8").sheets)
    assert incoming.problems == []
    assert cells(changes) == [("area_mu", None, "5")]


def test_a_faulty_row_still_counts_as_being_there(tmp_path: Path) -> None:
    """Whoever points to it is not to blame."""
    text = "id,name_zh,type,parent\nzone-a,甲,nonsense,\nzone-b,乙,area,zone-a\n"
    problems = bring(tmp_path, text)[1]
    assert [(problem.row, problem.column) for problem in problems] == [(2, "type")]


def test_a_faulty_id_brings_no_talk_of_missing_columns(tmp_path: Path) -> None:
    problems = bring(tmp_path, "id,area_mu\nZone One,5\n,x\nzone-test\x07,5\n")[1]
    assert [(problem.row, problem.column) for problem in problems] == [(2, "id"), (3, "id"), (3, "area_mu"), (4, "id")]


def test_two_bad_ids_in_a_cell_are_told_once(tmp_path: Path) -> None:
    problems = bring(tmp_path, "id,related\nzone-test,nobody|no-one\n")[1]
    assert [problem.column for problem in problems] == ["related"]
    assert "nobody" in problems[0].message.zh


def test_near_spellings_are_looked_for_only_so_often(tmp_path: Path) -> None:
    rows = "".join(f"event-{number},名,zone-tes\n" for number in range(3 * MAX_HINTS))
    problems = bring(tmp_path, f"id,name_zh,related\n{rows}", "events")[1]
    assert len(problems) == 3 * MAX_HINTS
    assert sum("zone-test" in problem.message.zh for problem in problems) == MAX_HINTS


def test_a_sentence_shows_the_form_wanted_and_what_stands_there(tmp_path: Path) -> None:
    problems = bring(tmp_path, 'id,area_mu,as_of\nzone-test,"1,332",2025年6月15日\n')[1]
    number, period = (problem.message for problem in problems)
    wanted = "数字，如 1332 或 9.9（不带千位逗号、单位和百分号）"
    assert number.zh == f"zones.csv 第 2 行 B 列“area_mu”应为{wanted}，现为“1,332”。"
    assert number.en == (
        "zones.csv, row 2, column B “area_mu”: expected a number such as 1332 or 9.9, "
        "without thousands separators, unit or percent sign, found “1,332”."
    )
    assert "2025-06-15" in period.zh
    assert "2025年6月15日" in period.en


def test_many_rows_are_compared_quickly(tmp_path: Path) -> None:
    import time

    rows = "".join(
        f"event-{n},活动{n},Event {n},ended,2025-06-15,article-test,概要,Summary,西宁,Xining\n" for n in range(20_000)
    )
    start = time.process_time()
    changes, problems, _ = bring(
        tmp_path, f"id,name_zh,name_en,status,as_of,sources,summary_zh,summary_en,where_zh,where_en\n{rows}", "events"
    )
    assert time.process_time() - start < 5
    assert (len(changes), problems) == (20_000, [])


def test_choices_are_told_with_what_they_mean(tmp_path: Path) -> None:
    (problem,) = bring(tmp_path, "id,status\nzone-test,规划\n")[1]
    assert "planned（规划）、drafting（起草中）" in problem.message.zh
    assert "one of planned, drafting" in problem.message.en


def test_a_column_that_was_not_brought_has_no_letter(tmp_path: Path) -> None:
    """Half a position: the other half is in no column of this table."""
    (problem,) = bring(tmp_path, "id,name_zh,type,lat\nplace-new,地点,spot,36.6\n", "places")[1]
    assert (problem.row, problem.column, problem.letter) == (2, "lon", None)
    assert problem.message.en.startswith("places.csv, row 2 is a new record and lacks “lon”: ")
    place = factories.make(type(TODAY["place-test"]), "place-bare")
    incoming = Incoming({**TODAY, "place-bare": place}, set())
    path = tmp_path / "places.csv"
    path.write_text("id,lat\nplace-bare,36.6\n", encoding="utf-8")
    incoming.take(read_sheets([path], KINDS, frozenset(), encoding="utf-8").sheets)
    (problem,) = incoming.problems
    assert problem.message.en.startswith("places.csv, row 2 lacks “lon”: expected both latitude and longitude")
    assert "–" not in problem.message.zh


GARBLED = [
    "鐢熺墿绉戞妧", "浣犲ソ", "ç\x94\x9fç\x89©", "å›½å®¶", "25 Â°C", "CafÃ©", "锟斤拷", "园\ufffd区", "æ\x9d¡ä»¶ A",
]  # fmt: skip
SOUND = [
    "生物科技", "«café»", "Öl", "5 × 3", "36.6°N", "Ångström", "naïve", "é", "µm²", "10×²", "Ø 25",
    "Zürich–Genève", "条", "鐢",
    "𠮷野家", "α-亚麻酸", "①②③", "½", "£5", "©2025", "çà et là", "日本語カナ", "한국어", "Привет",
]  # fmt: skip


@pytest.mark.parametrize("text", GARBLED)
def test_text_that_was_garbled_before_is_named(tmp_path: Path, text: str) -> None:
    (problem,) = bring(tmp_path, f"id,name_en\nzone-test,{text}\n")[1]
    assert problem.column == "name_en"


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_of_any_script_is_taken(tmp_path: Path, text: str) -> None:
    changes, problems, _ = bring(tmp_path, f"id,name_en\nzone-test,{text}\n")
    assert problems == []
    assert cells(changes) == [("name_en", "Golden-Altitude Zone", text)]
