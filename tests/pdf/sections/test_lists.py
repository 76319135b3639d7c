"""The lists of sites, policies and firms: what is not known is not made up, and what is alike is told once."""

import datetime
import io
import re

import pypdf
import pytest

from brochure.desk.tailor import preview
from brochure.model.kinds import Enterprise, Policy, Zone
from brochure.pdf.breaks import clean
from brochure.pdf.recipe import Recipe
from brochure.pdf.setting import plain
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Lang
from brochure.words.kinds import NOT_LISTED
from brochure.words.matcher import UNLISTED
from brochure.words.page import land, lists
from tests.factories import spoilt

ON = datetime.date(2026, 3, 2)
LANGS: tuple[Lang, ...] = ("zh", "en")
FOUR = ("zone-kangyang", "zone-sme", "zone-tcm", "zone-device-cluster")
SKETCHED = ("zone-kangyang", "zone-sme")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return places_in(tmp_path_factory.mktemp("lists"))


def set_form(text: str) -> str:
    return re.sub(r"\s", "", plain(clean(text)[0]))


def pages_of(library: Library, recipe: Recipe, home: Places) -> list[str]:
    pages = pypdf.PdfReader(io.BytesIO(preview(library, recipe, home))).pages
    return [re.sub(r"\s", "", page.extract_text()) for page in pages]


def zones(lang: Lang, *ids: str) -> Recipe:
    return Recipe(sections=("zones",), zones=ids, lang=lang, on=ON)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("ids", [SKETCHED[:1], SKETCHED, FOUR])
def test_a_site_whose_place_is_a_sketch_has_the_distances_of_the_gate(
    ids: tuple[str, ...], lang: Lang, library: Library, home: Places
) -> None:
    record = library.record(SKETCHED[0])
    assert isinstance(record, Zone)
    assert record.drawn_as == "schematic"
    ours = set_form(land.DISTANCE_OF_GATE.to(lang).partition("{}")[0])
    found = "".join(pages_of(library, zones(lang, *ids), home))
    assert found.count(ours) == len(ids)
    measured = library
    for key in SKETCHED:
        measured = spoilt(measured, key, precision="placed")
    found = "".join(pages_of(measured, zones(lang, *ids), home))
    assert found.count(ours) == len(set(ids) - set(SKETCHED))


@pytest.mark.parametrize("lang", LANGS)
def test_four_sites_stand_two_and_two(lang: Lang, library: Library, home: Places) -> None:
    first, second, *_ = pages_of(library, zones(lang, *FOUR), home)
    names = [set_form(library.record(key).name.to(lang)) for key in FOUR]
    assert [name in first for name in names] == [True, True, False, False]
    assert [name in second for name in names] == [False, False, True, True]
    assert set_form(land.NO_PLACE.to(lang)) in second


def test_a_converted_area_says_the_stated_one_once(library: Library, home: Places) -> None:
    text = "".join(pages_of(library, zones("zh", *FOUR), home))
    assert text.count("900亩") == 1
    assert "900亩（约60公顷），2023年中②⑦" in text


@pytest.mark.parametrize("lang", LANGS)
def test_the_term_of_policies_is_a_column_only_where_one_has_a_term(lang: Lang, library: Library, home: Places) -> None:
    recipe = Recipe(sections=("policies",), policies=("policy-one-trip", "policy-one-window"), lang=lang, on=ON)
    head, note = set_form(lists.POLICY_COLUMNS[2].to(lang)), set_form(lists.NO_TERMS_NOTE.to(lang)[:20])
    (page, *_) = pages_of(library, recipe, home)
    assert (head in page, note in page) == (False, True)
    dated = spoilt(library, "policy-one-trip", valid_from="2025-01-01", valid_to="2027-12-31")
    (page, *_) = pages_of(dated, recipe, home)
    assert (head in page, note in page) == (True, False)
    assert set_form(lists.NO_TERM.to(lang)) in page


def test_an_english_policy_has_its_official_name_below(library: Library, home: Places) -> None:
    key = "policy-action-plan-2024-2026"
    policy = library.record(key)
    assert isinstance(policy, Policy)
    (page, *_) = pages_of(library, Recipe(sections=("policies",), policies=(key,), lang="en", on=ON), home)
    assert set_form(policy.full_title.zh.strip("《》")) in page


def test_what_no_report_lists_is_said_once(library: Library, home: Places) -> None:
    other = spoilt(library, "policy-one-trip", for_whom=NOT_LISTED, offers=NOT_LISTED)
    (page, *_) = pages_of(other, Recipe(sections=("policies",), policies=("policy-one-trip",), on=ON), home)
    assert page.count(UNLISTED.zh) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_firms_of_whom_the_same_is_told_share_a_row(lang: Lang, library: Library, home: Places) -> None:
    keys = ("enterprise-baisui", "enterprise-ruihu", "enterprise-yangzong")
    firms = [record for key in keys if isinstance(record := library.record(key), Enterprise)]
    recipe = Recipe(sections=("enterprises",), enterprises=keys, lang=lang, on=ON)
    (page, *_) = pages_of(library, recipe, home)
    told = set_form(re.sub(r"[（(]\d{4}.*", "", firms[0].achievements[0].to(lang)).strip())
    names = ("、" if lang == "zh" else ", ").join(firm.name.to(lang) for firm in firms)
    assert page.count(told) == 1
    assert set_form(names) in page
    other = spoilt(library, keys[1], achievements=library.record("enterprise-baikang").achievements)  # type: ignore[attr-defined]
    (page, *_) = pages_of(other, recipe, home)
    assert set_form(names) not in page
    assert page.count(told) == 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_long_chain_makes_its_row_higher_instead_of_leaving_it(lang: Lang, library: Library, home: Places) -> None:
    record = library.record("industry-traditional-medicine")
    long = spoilt(library, record.id, midstream=record.midstream * 3)  # type: ignore[attr-defined]
    recipe = Recipe(sections=("industries",), sectors=(record.id,), lang=lang, on=ON)
    tops = [_name_tops(library, recipe, home), _name_tops(long, recipe, home)]
    assert tops[1][1] - tops[1][0] > tops[0][1] - tops[0][0] + 3


def _name_tops(library: Library, recipe: Recipe, home: Places) -> list[float]:
    """Return how far down the page the names of the first two industries stand, in millimetres."""
    heights: dict[str, float] = {}
    names = [each.short.to(recipe.lang) for each in library.records("industries")][:2]  # type: ignore[attr-defined]
    page = pypdf.PdfReader(io.BytesIO(preview(library, recipe, home))).pages[0]

    def look(text: str, _: object, matrix: list[float], *__: object) -> None:
        for name in names:
            if text.strip() and name.startswith(text.strip()[:3]):
                heights.setdefault(name, matrix[5])

    page.extract_text(visitor_text=look)
    return [heights[name] for name in names]
