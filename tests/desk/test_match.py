"""Answers from a file: taken as they stand, or refused in one sentence that names file, field and what is allowed."""

import json
from pathlib import Path

import pytest

from brochure.desk.match import Answers, choices, match, put_in, read_answers
from brochure.errors import AnswersError
from brochure.store.library import Library
from tests.factories import spoilt
from tests.hostile import hostile_strings
from tests.test_eligibility import DAY

GOOD = {
    "sector": "industry-devices", "activity": "make", "size": "above", "stage": "before", "space": "land",
    "export": "no",
}  # fmt: skip
HOSTILE: list[bytes] = [
    b"", b" ", b"\n\n", b"null", b"true", b"17", b'"industry-devices"', b"[]", b"[{}]",
    b'[{"sector": "industry-devices"}]', b"{", b"}", b"{]", b"{,}", b'{"sector"}', b'{"sector":}',
    b'{"sector": "industry-devices"', b'{"sector": "industry-devices",}', b"{'sector': 'industry-devices'}",
    b'{sector: "industry-devices"}', b'{"size": NaN}', b'{"size": Infinity}', b'{"size": 1e999}', b'{"size": 1}',
    b'{"size": true}', b'{"size": []}', b'{"size": {}}', b'{"size": ["small"]}', b'{"size": ""}',
    b'{"size": " small"}', b'{"size": "SMALL"}', b'{"size": "huge"}', b'{"export": 1}', b'{"export": "maybe"}',
    b'{"sector": "zone-core"}', b'{"sector": "industry-nowhere"}', b'{"stage": "industry-devices"}',
    b'{"stage": "7"}', b'{"space": "\\u0000"}', b'{"space": "\\ud800"}', b'{"colour": "red"}',
    b'{"Sector": "industry-devices"}', b'{"": "x"}', b'{"__class__": "x"}', b'{"to": "x"}', b'{"given": null}',
    b'{"sector\\u202e": "x"}', b'{"\\ud800": "x"}', b'{"size": "small", "size": "micro"}',
    b'{"size": null, "size": "micro"}', b'{"size": "small"} {"size": "micro"}', b'{"size": "small"}x',
    b"\xff\xfe{\x00}\x00", b"\x80", b'{"size": "\xff"}', b"\x00" * 40, b"PK\x03\x04", b"%PDF-1.7", b"<html></html>",
    b"[" * 60_000, b'{"a":' * 12_000, b'{"size": ' + b"9" * 60_000 + b"}", b'{"size": "' + b"x" * 60_000 + b'"}',
    b" " * 70_000 + b"{}", "{“size”: “small”}".encode(), '{"规模": "小微"}'.encode(),
    '{"size": "小微"}'.encode("gb18030"),
]  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "answers.json"


def test_answers_are_taken(library: Library, file: Path) -> None:
    file.write_text(json.dumps(GOOD), encoding="utf-8-sig")
    assert read_answers(file, library) == Answers(**GOOD)
    file.write_text('{"export": true, "size": null}')
    assert read_answers(file, library) == Answers(export="yes")
    file.write_text("{}")
    assert read_answers(file, library) == Answers()


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_set_of_answers_is_refused_in_a_sentence(library: Library, file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(AnswersError) as error:
        read_answers(file, library)
    for side in (error.value.message.zh, error.value.message.en):
        assert "answers.json" in side
        assert len(side) < 500
        assert side.isprintable()
        side.encode()


def test_a_field_names_what_is_allowed(library: Library, file: Path) -> None:
    for question, words in choices(library).items():
        for wrong in hostile_strings(40):
            file.write_text(json.dumps({question: wrong}))
            with pytest.raises(AnswersError) as error:
                read_answers(file, library)
            assert f"“{question}”" in error.value.message.en
            assert error.value.message.zh.isprintable()
            assert ", ".join(words) in error.value.message.en
            assert ", ".join(words) in error.value.message.zh


def test_what_is_no_file_is_refused(library: Library, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path, tmp_path / "a\0b.json"):
        with pytest.raises(AnswersError) as error:
            read_answers(path, library)
        assert error.value.message.zh.isprintable()


def test_what_is_met_goes_into_the_brochure_but_no_policy_that_is_spent(library: Library) -> None:
    answers = Answers(sector="industry-devices")
    assert "policy-device-fast-lane" in put_in(match(library, answers, DAY))
    spent = spoilt(library, "policy-device-fast-lane", valid_from="2020", valid_to="2021")
    assert "policy-device-fast-lane" not in put_in(match(spent, answers, DAY))
