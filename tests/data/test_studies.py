"""What is published about moderate altitude: numbers and journals as printed, never more than an association."""

import re
from typing import Any

import pytest

from brochure.claims.records import judge_record


@pytest.mark.parametrize(
    ("key", "source", "journal", "published", "low_m", "high_m", "said"),
    [
        (
            "base-study-swiss-2009", "open-faeh-2009", "Circulation", "2009", 259, 1960,
            ("164 万人", "259～1960 米", "每高 1000 米", "22%", "12%"),
        ),
        (
            "base-study-swiss-2016", "open-faeh-2016", "Journal of Epidemiology and Community Health", "2016",
            195, 2971,
            ("420 万人", "195～2971 米"),
        ),
        (
            "base-study-austria-2021", "open-burtscher-2021", "BMJ Open", "2021", None, 2000,
            ("1000 米以上", "251 米以下", "男性 0.81", "女性 0.78"),
        ),
        (
            "base-study-ismm", "open-ismm", "International Society for Mountain Medicine", None, 1500, 3500,
            ("1500～3500 米", "高海拔"),
        ),
    ],
)  # fmt: skip
def test_each_study_has_its_numbers_its_range_and_its_journal(
    by_id: Any, key: str, source: str, journal: str, published: str, low_m: int, high_m: int, said: tuple[str, ...]
) -> None:
    study = by_id[key]
    assert (study.part, study.low_m, study.high_m, study.sources) == ("study", low_m, high_m, (source,))
    assert (by_id[source].publisher, by_id[source].published, by_id[source].role) == (journal, published, "open_data")
    for words in said:
        assert words in study.statement.zh, words
        for number in re.findall(r"\d+(?:\.\d+)?", words):
            shown = {"164": "1.64", "420": "4.2"}.get(number, number)
            assert shown in study.statement.en.replace(",", ""), (key, shown)


def test_a_study_reports_an_association_and_sends_to_a_doctor(content: Any) -> None:
    studies = [part for part in content["base"] if part.part == "study"]
    assert len(studies) == 4
    for study in studies:
        assert "医生" in study.note.zh
        assert "doctor" in study.note.en
        assert study.attributed_to is not None
        assert not judge_record(study), study.id
        told = (study.name, study.statement, study.note)
        assert not any(re.search(r"治疗|预防|治愈", text.zh) for text in told)
        assert not any(re.search(r"\b(treat|prevent|cure)", text.en, re.IGNORECASE) for text in told)
        if study.id != "base-study-ismm":
            assert "不说明因果" in study.note.zh
            assert "not a cause" in study.note.en
            assert re.search("关联|相关", study.statement.zh)
            assert "associat" in study.statement.en


def test_a_study_below_the_park_says_so(content: Any) -> None:
    for study in (part for part in content["base"] if part.part == "study"):
        below = study.high_m < 2240
        assert below == ("低于本园区" in study.note.zh), study.id
        assert below == ("below the park" in study.note.en), study.id


def test_a_claim_or_study_without_a_doctor_is_an_error(by_id: Any) -> None:
    import msgspec

    study = msgspec.structs.replace(by_id["base-study-swiss-2009"], note=None)
    assert [issue.rule for issue in judge_record(study)] == ["no_doctor"]


def test_training_places_say_so_and_have_a_list_as_their_source(content: Any) -> None:
    training = {place.id: place for place in content["places"] if place.type == "training"}
    assert set(training) == {
        "place-duoba", "place-mammoth-lakes", "place-iten", "place-font-romeu", "place-st-moritz", "place-flagstaff",
        "place-colorado-springs", "place-boulder",
    }  # fmt: skip
    heights = {key: place.elevation_m for key, place in training.items()}
    assert heights["place-duoba"] == 2366
    assert heights["place-iten"] == heights["place-mammoth-lakes"] == 2400
    for key, place in training.items():
        assert "训练" in place.note.zh, key
        assert "training" in place.note.en.lower(), key
        assert key == "place-duoba" or "open-training" in place.sources


def test_both_bands_of_altitude_carry_their_numbers(by_id: Any) -> None:
    assert (by_id["base-altitude-park"].low_m, by_id["base-altitude-park"].high_m) == (2240, 2350)
    assert (by_id["base-altitude-ideal"].low_m, by_id["base-altitude-ideal"].high_m) == (2220, 2500)
