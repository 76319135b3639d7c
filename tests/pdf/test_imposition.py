"""The booklet: folded and read, its pages come one after the other, each with its text, none over its neighbour."""

import datetime
import io
import re

import msgspec
import pypdf
import pypdfium2
import pytest

from brochure.desk import tailor
from brochure.pdf.imposition import FOLD_MM, saddle_order
from brochure.pdf.recipe import Recipe
from brochure.settings import places as places_in
from brochure.store.library import Library
from tests.pdf.printed import MM, pixels_of, trimmed_texts

ON = datetime.date(2026, 3, 2)


def read_folded(sides: list[tuple[int, int]]) -> list[int]:
    """Return the pages in the order in which a reader meets them: sheets lie in each other, outermost first."""
    sheets = [(sides[at], sides[at + 1]) for at in range(0, len(sides), 2)]
    first_half = [page for (_, right), (back_left, _) in sheets for page in (right, back_left)]
    second_half = [page for (left, _), (_, back_right) in reversed(sheets) for page in (back_right, left)]
    return first_half + second_half


@pytest.mark.parametrize("pages", [4, 8, 12, 16, 20])
def test_a_folded_stack_reads_in_order(pages: int) -> None:
    sides = list(saddle_order(pages))
    assert len(sides) == pages // 2
    assert sides[0] == (pages, 1), "the cover is outside, its back beside it"
    assert read_folded(sides) == list(range(1, pages + 1))


def test_a_booklet_needs_a_multiple_of_four() -> None:
    with pytest.raises(ValueError, match="multiple of four"):
        list(saddle_order(6))


@pytest.fixture(scope="module", params=["zh", "en"])
def pair(
    request: pytest.FixtureRequest, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> tuple[bytes, bytes]:
    """The same book page by page, and two by two."""
    home = places_in(tmp_path_factory.mktemp("booklet"))
    single = Recipe(profile="press", lang=request.param, on=ON, reader="测试投资有限公司")
    booklet = msgspec.structs.replace(single, profile="booklet")
    return tailor.preview(library, single, home), tailor.preview(library, booklet, home)


def test_every_side_is_a3_with_two_pages(pair: tuple[bytes, bytes]) -> None:
    single, booklet = pair
    pages, sides = trimmed_texts(single), pypdfium2.PdfDocument(booklet)
    assert len(pages) % 4 == 0
    assert len(sides) == len(pages) // 2
    for side, (left, right) in zip(sides, saddle_order(len(pages)), strict=True):
        assert [edge / MM for edge in side.get_mediabox()] == pytest.approx([0, 0, 420, 297], abs=0.01)
        text = side.get_textpage()
        for number, half in ((left, (0, 0, 210 * MM, 842)), (right, (210 * MM, 0, 420 * MM, 842))):
            found = re.sub(r"\s", "", text.get_text_bounded(*half)).replace("\ufffe", "-")
            assert sorted(found) == sorted(pages[number - 1]), number


def test_nothing_can_be_clicked_on_paper(pair: tuple[bytes, bytes]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pair[1]))
    assert not any("/Annots" in page for page in reader.pages)
    assert reader.outline == []


def test_the_fold_is_marked_and_nothing_crosses_it(pair: tuple[bytes, bytes]) -> None:
    for number, side in enumerate(pypdfium2.PdfDocument(pair[1])):
        at = pixels_of(side, 288)
        for top in (0.0, 297 - FOLD_MM):
            column = {at(210, top + step / 10) for step in range(2, int(FOLD_MM * 10) - 2)}
            assert len(column) > 1, (number, top)
    cover = pixels_of(pypdfium2.PdfDocument(pair[1])[0])
    assert cover(209, 250) == (255, 255, 255), "the white foot of the back"
    assert max(cover(211, 250)) < 120, "and the dark cover beside it"
