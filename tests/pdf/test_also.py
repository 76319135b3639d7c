"""What was chosen besides is printed whole: each record with its name, what it is, its date and its sources."""

import datetime
import io
import re

import msgspec
import pypdf
import pytest

from brochure.desk.tailor import preview
from brochure.fonts import FontFiles
from brochure.model.kinds import Figure, Source
from brochure.model.link import fragment_of
from brochure.model.record import Record
from brochure.pdf.breaks import clean
from brochure.pdf.preflight import inspect
from brochure.pdf.recipe import Recipe
from brochure.pdf.sections.also import SAID, TOLD
from brochure.pdf.setting import plain
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words.kinds import KINDS, STATUS, TO_BE_CONFIRMED
from brochure.words.numbers import say_figure
from brochure.words.page import also as say
from brochure.words.sentence import within
from tests.factories import spoilt

ON = datetime.date(2026, 3, 2)
LANGS: tuple[Lang, ...] = ("zh", "en")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return places_in(tmp_path_factory.mktemp("also"))


def asked(*ids: str, lang: Lang = "zh") -> Recipe:
    return Recipe(sections=("also", "sources"), also=ids, lang=lang, on=ON)


def set_form(text: str) -> str:
    return re.sub(r"\s", "", plain(clean(text)[0]))


def texts_of(data: bytes) -> list[str]:
    return [re.sub(r"\s", "", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def one_of_each(library: Library) -> list[Record]:
    return [library.records(kind)[-1] for kind in TOLD]


def first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


def test_each_kind_without_a_field_of_its_own_is_told() -> None:
    assert set(TOLD) == set(KINDS) - {"zones", "policies", "enterprises", "industries"}


@pytest.mark.parametrize("lang", LANGS)
def test_every_record_of_every_kind_is_told_whole(lang: Lang, library: Library, home: Places) -> None:
    records = [record for kind in TOLD for record in library.records(kind)]
    assert len(records) > 400
    *inner, back = texts_of(preview(library, asked(*(record.id for record in records), lang=lang), home))
    text = "".join(inner)
    for record in records:
        assert set_form(first_up(record.name.to(lang))) in text, record.id
        for field in ("summary", "statement", "role", "for_whom", "note"):
            words = getattr(record, field, None)
            if isinstance(words, Text):
                told = words.to(lang)
                found = set_form(within(told) if lang == "en" and field in SAID else told)  # small behind a label
                assert found in text or set_form(first_up(words.to(lang))) in text, (record.id, field)
        if isinstance(record, Figure):
            assert set_form(first_up(say_figure(record, lang))) in text, record.id
        for source in library.sources(record):
            assert set_form(source.cite.to(lang)) in back or set_form(source.cite.to(lang)) in text


@pytest.mark.parametrize("lang", LANGS)
def test_exactly_what_was_chosen_in_its_order(lang: Lang, library: Library, home: Places) -> None:
    chosen = one_of_each(library)[::-1]
    data = preview(library, asked(*(record.id for record in chosen), lang=lang), home)
    *inner, _ = texts_of(data)
    text = "".join(inner)
    places = [text.find(set_form(first_up(record.name.to(lang)))) for record in chosen]
    assert -1 not in places
    named = set(pypdf.PdfReader(io.BytesIO(data)).named_destinations)
    assert {fragment_of(record) for record in chosen} == named
    assert set_form(say.DECK.fill(len(chosen)).to(lang)) in text


def test_nothing_chosen_no_section(library: Library, home: Places) -> None:
    for nothing in (None, ()):
        recipe = Recipe(sections=("figures", "also", "sources"), also=nothing, on=ON)
        assert set_form(say.TITLE.zh) not in "".join(texts_of(preview(library, recipe, home)))


def test_status_is_a_word_and_what_is_not_known_is_not_made_up(library: Library, home: Places) -> None:
    page, _ = texts_of(preview(library, asked("project-whitethorn", "fund-cicc"), home))
    assert STATUS["building"].zh in page
    assert STATUS["operating"].zh in page
    bare = spoilt(library, "event-fair-24", summary=None, note=None)
    page, _ = texts_of(preview(bare, asked("event-fair-24"), home))
    assert page.count(TO_BE_CONFIRMED.zh) == 2  # what it is, and in the line that explains the words


def test_a_source_may_be_chosen_and_is_listed_at_the_back(library: Library, home: Places) -> None:
    page, back = texts_of(preview(library, asked("article-2023"), home))
    source = library.record("article-2023")
    assert isinstance(source, Source)
    for text in (page, back):
        assert set_form(source.cite.zh) in text


@pytest.mark.parametrize("lang", LANGS)
def test_three_times_the_text_loses_no_character_and_splits_no_row(lang: Lang, library: Library, home: Places) -> None:
    ids = [record.id for record in one_of_each(library) if record.note is not None]
    assert len(ids) > 10
    other, wanted = library, {}
    for key in ids:
        note = library.record(key).note
        assert note is not None
        wanted[key] = Text(note.zh * 3, " ".join([note.en] * 3))
        other = spoilt(other, key, note=wanted[key])
    *inner, _ = texts_of(preview(other, asked(*ids, lang=lang), home))
    for key, note in wanted.items():
        name = set_form(first_up(library.record(key).name.to(lang)))
        assert any(name in page and set_form(note.to(lang)) in page for page in inner), key
    assert all(set_form(say.COLUMNS[0].to(lang)) in page for page in inner)


def test_the_checks_before_printing_see_what_was_chosen_besides(library: Library, font_files: FontFiles) -> None:
    ids = [record.id for record in one_of_each(library)]
    assert inspect(library, asked(*ids, lang="en"), font_files) == ()
    other = spoilt(library, "fund-cicc", name=Text("中金基金", ""))
    assert [finding.level for finding in inspect(other, asked("fund-cicc", lang="en"), font_files)] == ["warn"]
    assert inspect(other, asked("fund-jidi", lang="en"), font_files) == ()
    other = spoilt(library, "fund-cicc", sources=())
    (stop,) = inspect(other, asked("fund-cicc"), font_files)
    assert (stop.level, stop.where) == ("stop", library.record("fund-cicc").name)


def test_a_record_of_the_archive_is_judged_as_the_words_of_today(library: Library, font_files: FontFiles) -> None:
    old = spoilt(
        library, "fund-cicc", audience="archive", summary=Text("稳赚不赔的基金。", "A fund with guaranteed returns.")
    )
    levels = [finding.level for finding in inspect(old, asked("fund-cicc"), font_files)]
    assert levels
    assert set(levels) == {"stop"}


def test_the_same_choice_is_the_same_bytes(library: Library, home: Places) -> None:
    recipe = asked(*(record.id for record in one_of_each(library)))
    assert preview(library, recipe, home) == preview(library, msgspec.structs.replace(recipe), home)
