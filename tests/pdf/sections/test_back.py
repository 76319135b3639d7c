"""Services and back page: what the records say, and no more than they say."""

import datetime
import io
import re

import pypdf
import pypdfium2
import pytest

from brochure.pdf import theme
from brochure.pdf.book import Book
from brochure.pdf.choice import choose
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Typesetter
from brochure.pdf.recipe import Recipe
from brochure.pdf.sections import services, sources
from brochure.store.library import Library
from brochure.words import Lang
from brochure.words.page import back as say
from tests.pdf.formats.reading import stretches

ON = datetime.date(2026, 3, 2)


def edition_of(library: Library, setter: Typesetter, lang: Lang = "zh", **asked: object) -> Edition:
    recipe = Recipe(lang=lang, on=ON, **asked)  # type: ignore[arg-type]
    book = Book(io.BytesIO(), setter)
    return Edition(book, library, recipe, choose(library, recipe), lang, str(asked.get("number", "")))


def pages(edition: Edition) -> list[str]:
    edition.book.save()
    document = pypdfium2.PdfDocument(edition.book.out.getvalue())  # type: ignore[attr-defined]
    return [re.sub(r"\s", "", page.get_textpage().get_text_range().replace("\ufffe", "-")) for page in document]


def hidden(library: Library, monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    """Let a library not know some records."""
    find = library.find
    monkeypatch.setattr(library, "find", lambda id: None if id in keys else find(id))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_services_stand_in_the_order_of_the_record(lang: Lang, library: Library, setter: Typesetter) -> None:
    edition = edition_of(library, setter, lang)
    services.write(edition)
    (text,) = pages(edition)
    for key in (services.PARTIES, services.MEASURES):
        steps = [re.sub(r"\s", "", step.to(lang)) for step in library.record(key).steps]  # type: ignore[attr-defined]
        places = [text.index(step, text.index(steps[0])) for step in steps]
        assert places == sorted(places)
    assert "article-2024-annual" in edition.used_sources  # only a step of the five parties names it


def test_an_unknown_way_is_left_out(library: Library, setter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    hidden(library, monkeypatch, services.EARLY, services.PARTIES, services.MEASURES, "service-hotline")
    edition = edition_of(library, setter)
    services.write(edition)
    (text,) = pages(edition)
    for word in ("拿地", "管委会", "六项举措", "6123458", "待核实"):
        assert word not in text
    assert "50%以上" in text
    assert "三访三促" in text


def test_the_back_says_what_is_open(library: Library, setter: Typesetter) -> None:
    edition = edition_of(library, setter)
    sources.reserve(edition)
    sources.fill(edition)
    text = pages(edition)[-1]
    for word in ("6123458", "区号待核实", "门牌待核实", "审图号：待核实"):
        assert word in text
    assert library.content_version in text


def test_a_review_number_takes_the_place_of_the_question(library: Library, setter: Typesetter) -> None:
    edition = edition_of(library, setter)
    edition.review_number = "青S(2026)001号"
    sources.reserve(edition)
    sources.fill(edition)
    assert "审图号：青S(2026)001号" in pages(edition)[-1]


def test_no_map_no_note_on_maps(library: Library, setter: Typesetter) -> None:
    edition = edition_of(library, setter, sections=("figures", "sources"))
    sources.reserve(edition)
    sources.fill(edition)
    assert not [text for text in pages(edition) if say.MAP_NOTE.zh in text]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sources_that_do_not_fit_take_a_page_before(
    lang: Lang, library: Library, setter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LAST_Y", 230.0)
    edition = edition_of(library, setter, lang)
    sources.reserve(edition)
    edition.used_sources |= {source.id for source in library.records("sources")}
    sources.fill(edition)
    *_, first, last = pages(edition)
    for mark in "①②③④⑤⑥⑦":
        assert mark in first
    assert re.sub(r"\s", "", say.SOURCES.to(lang)) in first
    assert re.sub(r"\s", "", say.TITLE.to(lang)) in last
    assert re.sub(r"\s", "", say.DISCLAIMER_WORDS.to(lang)) in last
    assert edition.number("readings") == 1
    assert edition.number("sources") == len(pages(edition)) - 1


def test_inferred_dates_are_said(library: Library, setter: Typesetter) -> None:
    edition = edition_of(library, setter, sections=("sources",))
    edition.marks("article-2022", "computed")
    sources.reserve(edition)
    sources.fill(edition)
    (text,) = pages(edition)
    signs = text.partition("：报纸名称与刊发日期")[0][-3:]
    assert signs.startswith("①") or signs[-1] in "②④⑤"
    assert "⑦" in text
    assert "③" not in text


def test_nothing_lies_outside_the_page(library: Library, setter: Typesetter) -> None:
    for lang in ("zh", "en"):
        edition = edition_of(library, setter, lang, reader="测试投资有限公司")
        services.write(edition)
        sources.reserve(edition)
        edition.used_sources |= {source.id for source in library.records("sources")}
        sources.fill(edition)
        edition.book.save()
        data = edition.book.out.getvalue()  # type: ignore[attr-defined]
        assert len(pypdf.PdfReader(io.BytesIO(data)).pages) == 3 + (lang == "en")
        for page in pypdfium2.PdfDocument(data):
            text = page.get_textpage()
            for place in range(text.count_rects()):
                left, low, right, high = text.get_rect(place)
                assert left > 10
                assert right < 210 * 72 / 25.4 - 8
                assert low > 12
                assert high < 297 * 72 / 25.4 - 12


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_comes_nearer_to_the_folio_than_four_millimetres(
    lang: Lang, library: Library, setter: Typesetter
) -> None:
    edition = edition_of(library, setter, lang)
    services.write(edition)
    edition.book.save()
    (page,) = pypdfium2.PdfDocument(edition.book.out.getvalue())  # type: ignore[attr-defined]
    found = [(297 - at.high, 297 - at.low) for at in stretches(page)]
    folio = min(top for top, _ in found if top > theme.FOLIO_Y - 2)
    assert all(foot <= folio - 4 for top, foot in found if top < folio - 0.1)
