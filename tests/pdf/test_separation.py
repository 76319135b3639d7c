"""Colours as four inks: black alone for text, never too much ink, nothing forgotten."""

import itertools

import pytest

from brochure import tokens
from brochure.pdf.separation import BUILDS, GROUNDS, MOST_INK, inks_of, left_over, separate
from brochure.pdf.strokes import GROUND, colour_numbers

STEPS = range(0, 256, 15)


def test_no_colour_takes_more_ink_than_the_paper_holds() -> None:
    for red, green, blue in itertools.product(STEPS, STEPS, STEPS):
        inks = inks_of(f"#{red:02X}{green:02X}{blue:02X}")
        assert all(0 <= ink <= 1 for ink in inks)
        assert sum(inks) <= MOST_INK + 1e-9
    assert all(sum(inks) <= MOST_INK for inks in (*BUILDS.values(), *GROUNDS.values()))


@pytest.mark.parametrize("colour", [tokens.INK, tokens.SLATE, tokens.RULE_PRINT, tokens.DARK["secondary"]])
def test_text_and_fine_lines_take_black_alone(colour: str) -> None:
    assert inks_of(colour)[:3] == (0, 0, 0)
    assert inks_of(colour)[3] > 0


def test_a_dark_ground_takes_more_than_black() -> None:
    assert inks_of(tokens.INK, ground=True) == GROUNDS[tokens.INK]
    assert all(ink > 0.3 for ink in GROUNDS[tokens.INK])
    assert inks_of(tokens.SNOW, ground=True) == inks_of(tokens.SNOW)


def test_every_sector_has_inks_of_its_own() -> None:
    sectors = [tokens.GRASS, tokens.SKY, tokens.OCHRE, tokens.PLUM, tokens.BRICK, tokens.LAKE, tokens.SLATE, tokens.INK]
    assert len({inks_of(colour) for colour in sectors}) == len(sectors)


def test_a_colour_without_a_build_follows_the_formula() -> None:
    assert inks_of("#000000") == (0, 0, 0, 1)
    assert inks_of("#808080") == pytest.approx((0, 0, 0, 1 - 128 / 255))
    assert inks_of("#FF0000") == (0, 1, 1, 0)
    assert inks_of("#00FFFF") == pytest.approx((1, 0, 0.3, 0))  # cyan ink alone is too blue
    assert inks_of("#0000FF") == (1, 1, 0, 0)


def test_a_page_is_turned_whole() -> None:
    ink, gold = colour_numbers(tokens.INK), colour_numbers(tokens.GOLD)
    page = f"q {ink} rg 1 2 3 4 re f* Q\n{gold} RG 0.350 w S\n{GROUND} {ink} rg -3.000 0 9 9 re f EMC\n[<0a1b>] TJ"
    assert separate(page) == (
        "q 0 0 0 1 k 1 2 3 4 re f* Q\n0.05 0.35 0.9 0.2 K 0.350 w S\n"
        f"{GROUND} 0.8 0.5 0.35 0.8 k -3.000 0 9 9 re f EMC\n[<0a1b>] TJ"
    )
    assert left_over(separate(page)) == ""


@pytest.mark.parametrize(
    ("page", "operator"),
    [
        ("0 0 0 1 k 1 1 1 rg", "rg"), ("0.5 g", "g"), ("/Cs1 cs 0.5 sc", "cs"), ("q /Im1 Do Q", "Do"), ("/S sh", "sh"),
        ("/Spot CS 1 SCN", "CS"),
    ],
)  # fmt: skip
def test_what_is_no_ink_is_named(page: str, operator: str) -> None:
    assert left_over(page) == operator


def test_register_marks_and_states_are_no_other_colours() -> None:
    assert left_over("/All CS 1 SCN 0.1 w S q /A500-1000 gs 0 0 0 1 k f Q BT /F400 9 Tf <00cc> Tj ET") == ""
