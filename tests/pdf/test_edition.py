"""One language of one book: marks, page numbers, furniture, outline."""

import datetime
import io

import pypdf
import pytest

from brochure import tokens
from brochure.eligibility import Answers
from brochure.pdf import theme
from brochure.pdf.book import Book
from brochure.pdf.choice import choose
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Typesetter
from brochure.pdf.recipe import Recipe
from brochure.pdf.signs import CIRCLED
from brochure.store.library import Library
from brochure.words import Lang, Text

ON = datetime.date(2026, 3, 2)


def open_edition(library: Library, setter: Typesetter, lang: Lang = "zh", **asked: object) -> Edition:
    recipe = Recipe(lang=asked.pop("edition", lang), on=ON, **asked)  # type: ignore[arg-type]
    book = Book(io.BytesIO(), setter)
    return Edition(book, library, recipe, choose(library, recipe), lang)


def page_texts(edition: Edition) -> list[str]:
    edition.book.save()
    data = edition.book.out.getvalue()  # type: ignore[attr-defined]
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_marks_ascend_and_are_remembered(library: Library, setter: Typesetter) -> None:
    edition = open_edition(library, setter)
    assert edition.marks("computed", "article-2025", ("article-2022", "open-osm")) == "①⑤⑥⑦"
    assert edition.used_sources == {"computed", "article-2025", "article-2022", "open-osm"}
    assert edition.marks("open-osm", "open-srtm") == "⑥"
    assert edition.marks() == ""


def test_marks_of_a_record_are_its_sources(library: Library, setter: Typesetter) -> None:
    edition = open_edition(library, setter)
    for record in library.records("enterprises"):
        wanted = sorted({source.mark for source in library.sources(record)})
        assert edition.marks(record) == "".join(CIRCLED[mark - 1] for mark in wanted)


def test_cited_text_carries_its_mark_in_lake(library: Library, setter: Typesetter) -> None:
    edition = open_edition(library, setter)
    text, mark = edition.cited("六千户", "article-2025")
    assert (text.text, mark.text, mark.colour, mark.rise_em) == ("六千户", "⑤", tokens.LAKE, 0.3)
    text, mark = edition.noted("六千户", "article-2025")
    assert (mark.text, mark.rise_em) == ("⑤", 0.0)
    assert len(edition.cited("没有出处")) == 1


def test_pages_know_their_number_and_side(library: Library, setter: Typesetter) -> None:
    edition = open_edition(library, setter)
    cover = edition.open("cover", bare=True)
    figures = edition.open("figures")
    more = edition.open("figures")
    assert [edition.is_right_hand(sheet) for sheet in (cover, figures, more)] == [True, False, True]
    assert edition.number("figures") == 2
    assert edition.number("policies") is None
    assert edition.first["figures"] is figures
    first, second, third = page_texts(edition)
    assert first == ""
    assert second.replace(" ", "").startswith(("数\n字\n2", "数字2"))
    assert third.replace(" ", "").startswith(("数\n字\n3", "数字3"))
    assert library.content_version in second


def test_the_golden_block_lies_on_the_outer_edge(library: Library, setter: Typesetter) -> None:
    edition = open_edition(library, setter)
    for wanted in (206.0, -3.0):  # and 3 mm beyond it
        sheet = edition.open("figures")
        assert f"{wanted:.3f} 185.000 7.000 11.000 re" in " ".join(sheet.ops)


def test_the_thumb_climbs_through_the_book(library: Library, setter: Typesetter) -> None:
    for asked in ({}, {"answers": Answers(size="small"), "also": ("fund-cicc",)}):
        edition = open_edition(library, setter, **asked)
        sections = edition.parts
        assert sections.index("readings") == sections.index("sources") - 1
        tops = [theme.thumb_y(place, len(sections)) for place in range(len(sections))]
        for section, top in zip(sections, tops, strict=True):
            sheet = edition.open(section)
            x = theme.PAGE_W - 2.2 if edition.is_right_hand(sheet) else theme.EDGE_LEFT
            assert f"{x:.3f} {top:.3f} 5.200" in " ".join(sheet.ops), section
        assert tops == sorted(tops, reverse=True)
        assert min(tops) >= theme.SHORT_HEAD + theme.SAFE


@pytest.mark.parametrize(("edition_lang", "level"), [("zh", 0), ("both", 1)])
def test_outline_goes_below_the_language(edition_lang: str, level: int, library: Library, setter: Typesetter) -> None:
    edition = open_edition(library, setter, edition=edition_lang)
    sheet = edition.open("policies")
    edition.open("policies")
    assert sheet.headings == [("政策", "zh-policies", level)]
    assert edition.book.number("zh-policies") == 1


def test_head_leaves_room_for_two_lines_of_title(library: Library, setter: Typesetter) -> None:
    edition = open_edition(library, setter, "en")
    sheet = edition.open("figures")
    short = edition.head(sheet, "figures", "Short", "One line.")
    assert short == theme.CONTENT_Y
    long = edition.head(sheet, "figures", "A title that is a good deal longer than one line of the page", "Deck. " * 40)
    assert long > short + theme.TITLE.leading_mm


def test_words_and_dates_follow_the_language(library: Library, setter: Typesetter) -> None:
    zh, en = open_edition(library, setter), open_edition(library, setter, "en")
    assert (zh.cover_date, en.cover_date) == ("2026-03-02", "2 March 2026")
    assert (zh.say(Text("园区", "Park")), en.say(Text("园区", "Park")), en.say(None)) == ("园区", "Park", "")
    assert zh.key("zones") != en.key("zones")


def test_a_draft_says_more_than_unverified(library: Library, setter: Typesetter) -> None:
    edition = open_edition(library, setter)
    states = {policy.id: edition.state(policy) for policy in edition.choice.policies}
    for policy in edition.choice.policies:
        if policy.status == "drafting":
            assert states[policy.id] == "drafting"
        if policy.valid_from is None and policy.status not in ("drafting", "planned"):
            assert states[policy.id] == "unverified"
    assert "in_force" not in {states[policy.id] for policy in edition.choice.policies if policy.valid_from is None}
