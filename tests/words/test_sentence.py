"""English words inside a sentence."""

import pytest

from brochure.words.sentence import listed, within


@pytest.mark.parametrize(
    ("alone", "inside"),
    [
        ("Testing and metrology", "testing and metrology"),
        ("High-energy electron-beam irradiation", "high-energy electron-beam irradiation"),
        ("Chinese and Tibetan medicine", "Chinese and Tibetan medicine"),
        ("Baikang Biotech (in-vitro diagnostics)", "Baikang Biotech (in-vitro diagnostics)"),
        ("Xinwuyuan", "Xinwuyuan"),
        ("R&D and design", "R&D and design"),
        ("12 device firms", "12 device firms"),
        ("A leader in charge", "a leader in charge"),
        ("Provincial “little giant” technology firm", "provincial “little giant” technology firm"),
        ("“Little giant” technology firm", "“little giant” technology firm"),
        ("“Eighteen Qinghai Medicines” as raw materials", "“Eighteen Qinghai Medicines” as raw materials"),
        ("Elevation: SRTM 30 m", "elevation: SRTM 30 m"),
        ("Nitraria oil, 20 t a year", "Nitraria oil, 20 t a year"),
        ("Nitraria (baici) fruit", "Nitraria (baici) fruit"),
        ("Work Plan for Assigning Leaders", "Work Plan for Assigning Leaders"),
        ("", ""),
    ],
)
def test_only_common_words_lose_their_capital(alone: str, inside: str) -> None:
    assert within(alone) == inside


def test_things_on_one_line_begin_small_after_the_first() -> None:
    things = ("Chinese medicine", "Medical devices", "Electronics", "R&D and design", "Tibetan medicine")
    assert listed(things) == "Chinese medicine, medical devices, electronics, R&D and design, Tibetan medicine"
    assert listed(()) == ""


def test_a_single_word_may_be_a_name() -> None:
    assert within("Jinhe") == "Jinhe"
    assert within("Electronics", is_name=False) == "electronics"
