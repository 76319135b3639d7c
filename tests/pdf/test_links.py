"""Marks in a real file lead where they say: to the entry of the source that has their number."""

import datetime
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pypdf
import pypdfium2
import pytest

from brochure.desk.tailor import preview
from brochure.model.kinds import Figure, Source
from brochure.model.link import fragment_of
from brochure.pdf.book import Book
from brochure.pdf.choice import choose
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Typesetter
from brochure.pdf.recipe import Recipe
from brochure.pdf.sections import figures, sources
from brochure.pdf.signs import CIRCLED, marks_in, sign_of
from brochure.provenance import lookalikes, readings
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words.numbers import say_figure, say_large
from brochure.words.page.front import QUESTIONS

ON = datetime.date(2026, 3, 2)
MARK_PT = 11.0


class Link(NamedTuple):
    """A link as a reader finds it: the page it is on, what stands in its frame, the page and height it leads to."""

    page: int
    words: str
    target: int
    top: float
    frame: tuple[float, float, float, float]


def links_of(data: bytes) -> Iterator[Link]:
    reader, document = pypdf.PdfReader(io.BytesIO(data)), pypdfium2.PdfDocument(data)
    for number, page in enumerate(reader.pages):
        text = document[number].get_textpage()
        for note in page.get("/Annots") or ():
            found = note.get_object()
            if "/Dest" not in found:
                continue
            left, low, right, high = (float(edge) for edge in found["/Rect"])
            target = reader.get_page_number(found["/Dest"][0].get_object())
            words = text.get_text_bounded(left, low, right, high)
            yield Link(number, words, target, float(found["/Dest"][3]), (left, low, right, high))


@pytest.fixture(scope="module", params=["zh", "en"])
def book(request: pytest.FixtureRequest, library: Library, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return preview(library, Recipe(lang=request.param, on=ON), places_in(tmp_path_factory.mktemp("links")))


def entry_tops(data: bytes) -> dict[str, tuple[int, float]]:
    """Return the page and the upper edge of each sign that opens a line among the sources."""
    document = pypdfium2.PdfDocument(data)
    text = document[len(document) - 1].get_textpage()
    found: dict[str, tuple[int, float]] = {}
    for place in range(text.count_rects()):
        left, low, right, high = text.get_rect(place)
        words = text.get_text_bounded(left, low, right, high).strip()
        if left < 60 and words[:1] in CIRCLED and words[:1] not in found:
            found[words[:1]] = (len(document) - 1, high)
    return found


def test_every_mark_leads_to_its_entry(book: bytes) -> None:
    entries = entry_tops(book)
    marks = [each for each in links_of(book) if each.frame[3] - each.frame[1] < MARK_PT and each.target]
    marks = [each for each in marks if each.target == len(pypdfium2.PdfDocument(book)) - 1]
    assert len(marks) > 100
    for link in marks:
        sign = next(char for char in link.words if char in CIRCLED)
        page, high = entries[sign]
        assert link.target == page
        assert 0 <= link.top - high < 14, (sign, link.top, high)


def test_no_mark_of_the_inner_pages_is_without_a_link(book: bytes) -> None:
    document = pypdfium2.PdfDocument(book)
    links = list(links_of(book))
    for number in range(1, len(document) - 1):
        text = document[number].get_textpage().get_text_range()
        printed = sum(char in CIRCLED for char in text)
        linked = sum(link.page == number and link.frame[3] - link.frame[1] < MARK_PT for link in links)
        assert linked == printed, number + 1


def test_each_figure_has_a_link_in_its_block(book: bytes, library: Library) -> None:
    lang: Lang = "zh" if "一页" in pypdfium2.PdfDocument(book)[2].get_textpage().get_text_range() else "en"
    text = pypdfium2.PdfDocument(book)[2].get_textpage()
    whole = text.get_text_range()
    links = [each for each in links_of(book) if each.page == 2]
    shown = [figure for topic in QUESTIONS for figure in figures.pick(library, topic)]
    assert len(shown) == 8
    assert len(links) >= 8
    for figure in shown:
        assert say_large(figure, lang).number in whole
        wanted = {sign_of(source.mark, CIRCLED) for source in library.sources(figure)}
        assert wanted <= {char for link in links for char in link.words}, figure.id


def test_an_entry_says_on_which_pages_and_leads_back(book: bytes) -> None:
    document = pypdfium2.PdfDocument(book)
    back = len(document) - 1
    words = re.sub(r"\s", "", document[back].get_textpage().get_text_range())
    told = re.findall(r"(?:见第|seepp?\.)([\d、,～–-]+)", words)
    assert len(told) == 7
    homeward = [link for link in links_of(book) if link.page == back]
    assert len(homeward) >= 7
    assert all(link.target < back or link.words.strip()[:1] in CIRCLED for link in homeward)


def test_sites_stages_and_policies_are_found_by_the_names_of_the_maps_links(book: bytes, library: Library) -> None:
    reader = pypdf.PdfReader(io.BytesIO(book))
    named = {name: reader.get_destination_page_number(each) for name, each in reader.named_destinations.items()}
    texts = [re.sub(r"\s", "", page.extract_text()) for page in reader.pages]
    for kind, word in (("zones", "zone"), ("stages", "stage"), ("policies", "policy")):
        printed = [record for record in library.records(kind) if f"{word}/{record.id}" in named]
        assert len(printed) >= 6, kind
        for record in printed:
            page = texts[named[f"{word}/{record.id}"]]
            assert any(re.sub(r"\s", "", name)[:6] in page for name in (record.name.zh, record.name.en)), record.id
    assert all(fragment_of(library.record(name.partition("/")[2])) == name for name in named)


def test_a_zone_of_the_printed_map_leads_to_what_is_said_of_it(book: bytes, library: Library) -> None:
    reader = pypdf.PdfReader(io.BytesIO(book))
    named = {name: reader.get_destination_page_number(each) for name, each in reader.named_destinations.items()}
    zones = {page for name, page in named.items() if name.startswith("zone/")}
    maps = [link for link in links_of(book) if link.target in zones and link.frame[3] - link.frame[1] > 20]
    assert len(maps) >= 8
    assert len({(link.target, link.top) for link in maps}) >= 8  # each to its own row


def test_links_are_inside_the_file_only(book: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(book))
    for page in reader.pages:
        for note in page.get("/Annots") or ():
            assert "/A" not in note.get_object()
    for name in ("JavaScript", "JS", "AA", "OpenAction", "Launch", "EmbeddedFile", "SubmitForm", "GoToR", "RichMedia"):
        assert re.search(rb"/%s\b" % name.encode(), book) is None


def test_two_runs_are_equal_bytes(library: Library, tmp_path: Path) -> None:
    places = places_in(tmp_path)
    recipe = Recipe(lang="both", on=ON, reader="测试")
    assert preview(library, recipe, places) == preview(library, recipe, places)


def test_readings_and_doubles_are_printed(library: Library, setter: Typesetter) -> None:
    lang: Lang
    for lang in ("zh", "en"):
        edition = open_edition(library, setter, lang)
        sources.reserve(edition)
        sources.fill(edition)
        edition.book.save()
        data = edition.book.out.getvalue()  # type: ignore[attr-defined]
        text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
        text = re.sub(r"\s", "", text)
        for record in library.records("figures"):
            assert isinstance(record, Figure)
            found = readings(library, record)
            if len(found) > 1:
                for each in (*found, *lookalikes(library, record)):
                    assert re.sub(r"\s", "", say_figure(each, lang)) in text, (lang, each.id)


@pytest.mark.parametrize("mark", [8, 20, 21, 36, 50, 51, 120])
def test_a_paper_of_the_office_may_have_any_mark(
    mark: int, library: Library, setter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    cite = Text("园区文件", "A paper of the park")
    given = {"id": "office-paper", "role": "office", "mark": mark, "cite": cite}
    paper = msgspec.structs.replace(library.record("article-2025"), **given)
    assert isinstance(paper, Source)
    find, records = library.find, library.records
    monkeypatch.setattr(library, "find", lambda id: paper if id == paper.id else find(id))
    monkeypatch.setattr(
        library, "records", lambda kind, **asked: (*records(kind, **asked), *((paper,) if kind == "sources" else ()))
    )
    edition = open_edition(library, setter, "zh", sections=("sources",))
    sheet = edition.open("contents")
    sign = edition.marks(paper.id)
    sheet.runs(20, 100, edition.noted("园区公布的数", paper.id), figures.CAPTION)
    assert marks_in(sign) == ((sign, mark),)
    sources.reserve(edition)
    sources.fill(edition)
    edition.book.save()
    data = edition.book.out.getvalue()  # type: ignore[attr-defined]
    (link,) = [each for each in links_of(data) if each.page == 0]
    assert sign in link.words
    entry = pypdfium2.PdfDocument(data)[link.target].get_textpage().get_text_range()
    assert f"{sign}园区文件" in re.sub(r"\s", "", entry)


def test_a_hundred_papers_get_as_many_pages_as_they_need(
    library: Library, setter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = library.record("article-2025")
    papers = {
        f"paper-{mark}": msgspec.structs.replace(
            one, id=f"paper-{mark}", role="office", mark=mark, cite=Text(f"文件{mark}号", f"Paper {mark}")
        )
        for mark in range(30, 131)
    }
    find, records = library.find, library.records
    monkeypatch.setattr(library, "find", lambda id: papers.get(id) or find(id))
    monkeypatch.setattr(
        library,
        "records",
        lambda kind, **asked: (*records(kind, **asked), *(papers.values() if kind == "sources" else ())),
    )
    edition = open_edition(library, setter, "zh", sections=("contents", "sources"))
    sheet = edition.open("contents")
    for place, id in enumerate(papers):
        sheet.runs(20 + place // 50 * 60, 20 + place % 50 * 5, edition.noted("数", id), figures.CAPTION)
    sources.reserve(edition)
    sources.fill(edition)
    edition.book.save()
    data = edition.book.out.getvalue()  # type: ignore[attr-defined]
    document = pypdfium2.PdfDocument(data)
    assert len(document) == 5  # what cites, three pages of the list, the back
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert [reader.get_destination_page_number(entry) for entry in reader.outline] == [0, 1]  # type: ignore[arg-type]
    for link in links_of(data):
        if link.page == 0 and link.frame[3] - link.frame[1] < MARK_PT:
            number = marks_in(link.words)[0][1]
            listed = re.sub(r"\s", "", document[link.target].get_textpage().get_text_range())
            assert f"文件{number}号见第1页" in listed


def test_signs_are_circled_as_far_as_the_font_goes() -> None:
    assert sign_of(1, CIRCLED) == "①"
    assert sign_of(20, CIRCLED) == "⑳"
    assert sign_of(21, CIRCLED) == "㉑"
    assert sign_of(50, CIRCLED) == "㊿"
    assert sign_of(51, CIRCLED) == "(51)"
    assert sign_of(21, "①⑳") == "(21)"
    assert marks_in("②㉑(51)") == (("②", 2), ("㉑", 21), ("(51)", 51))


def open_edition(library: Library, setter: Typesetter, lang: Lang, **asked: object) -> Edition:
    recipe = Recipe(lang=lang, on=ON, **asked)  # type: ignore[arg-type]
    return Edition(Book(io.BytesIO(), setter), library, recipe, choose(library, recipe), lang)
