"""What is said before a brochure is made: stops first, each with its place and both languages."""

import datetime

import msgspec
import pytest

from brochure.fonts import FontFiles
from brochure.model.kinds import Enterprise, Policy
from brochure.pdf.choice import Choice
from brochure.pdf.preflight import Finding, inspect
from brochure.pdf.recipe import Recipe
from brochure.store.library import Library
from brochure.words import Text
from tests.factories import make

ON = datetime.date(2026, 3, 2)


def levels(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.level for finding in findings]


def with_records(monkeypatch: pytest.MonkeyPatch, **chosen: object) -> None:
    """Let a choice hold other records than the shipped ones."""
    empty = Choice(
        sectors=(), zones=(), policies=(), enterprises=(), stage=None, sections=("cover", "policies", "enterprises")
    )
    choice = msgspec.structs.replace(empty, **chosen)
    monkeypatch.setattr("brochure.pdf.preflight.choose", lambda library, recipe: choice)


def test_the_shipped_content_may_be_printed(library: Library, font_files: FontFiles) -> None:
    for lang in ("zh", "en", "both"):
        found = inspect(library, Recipe(lang=lang, on=ON), font_files)
        assert levels(found) == ["note"]
        assert not inspect(library, Recipe(lang=lang, on=ON), font_files, "GS(2026)001")


def test_a_brochure_without_a_map_needs_no_number(library: Library, font_files: FontFiles) -> None:
    assert inspect(library, Recipe(sections=("cover", "figures"), on=ON), font_files) == ()


def test_missing_letters_stop_and_are_named_once(library: Library, font_files: FontFiles) -> None:
    found = inspect(library, Recipe(reader="ไทไ", contact="𠀀x", sections=("cover",), on=ON), font_files)
    assert levels(found) == ["stop"]
    assert found[0].what.en.count("U+0E44") == 1
    assert "U+0E17" in found[0].what.zh
    assert "ไ" in found[0].what.zh


@pytest.mark.parametrize("given", [{"valid_to": "2025"}, {"valid_from": "2020", "replaced_by": "policy-b"}])
def test_a_spent_policy_stops_unless_it_is_wanted(
    given: dict[str, str], library: Library, font_files: FontFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = make(Policy, "policy-a", name=Text("旧办法", "Old rule"), **given)
    with_records(monkeypatch, policies=(policy,))
    found = inspect(library, Recipe(on=ON), font_files)
    assert levels(found) == ["stop"]
    assert "旧办法" in found[0].what.zh
    assert "Old rule" in found[0].what.en
    assert levels(inspect(library, Recipe(on=ON, force_unverified=True), font_files)) == ["warn"]


def test_a_policy_of_today_passes(library: Library, font_files: FontFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    with_records(monkeypatch, policies=(make(Policy, "policy-a", valid_from="2024", valid_to="2026"),))
    assert inspect(library, Recipe(on=ON), font_files) == ()


def test_what_has_no_source_stops(library: Library, font_files: FontFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    with_records(monkeypatch, enterprises=(make(Enterprise, "enterprise-a", sources=()),))
    found = inspect(library, Recipe(on=ON), font_files)
    assert levels(found) == ["stop"]
    assert found[0].where.zh == "名称enterprise-a"


def test_a_missing_translation_is_a_warning_where_it_shows(
    library: Library, font_files: FontFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_records(monkeypatch, enterprises=(make(Enterprise, "enterprise-a", name=Text("某厂", "")),))
    assert inspect(library, Recipe(on=ON), font_files) == ()
    assert levels(inspect(library, Recipe(lang="en", on=ON), font_files)) == ["warn"]
    assert levels(inspect(library, Recipe(lang="both", on=ON), font_files)) == ["warn"]


def test_the_gravest_comes_first(library: Library, font_files: FontFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    records = (make(Enterprise, "enterprise-a", name=Text("某厂", "")), make(Enterprise, "enterprise-b", sources=()))
    with_records(monkeypatch, enterprises=records, sections=("location", "enterprises"))
    assert levels(inspect(library, Recipe(lang="en", on=ON), font_files)) == ["stop", "warn", "note"]


def test_no_section_is_a_stop(library: Library, font_files: FontFiles) -> None:
    found = inspect(library, Recipe(sections=("zones",), zones=(), on=ON), font_files)
    assert levels(found) == ["stop"]


@pytest.mark.parametrize("profile", ["press", "press-285"])
def test_the_press_is_told_more(profile: str, library: Library, font_files: FontFiles) -> None:
    asked = Recipe(profile=profile, on=ON)  # type: ignore[arg-type]
    found = inspect(library, asked, font_files)
    assert levels(found) == ["warn", "note"], "a map without a number goes to the public"
    assert "审图号" in found[0].what.zh
    assert "PDF/X" in found[1].what.en
    assert levels(inspect(library, asked, font_files, "GS(2026)001")) == ["note"]


def test_who_stands_at_the_printer_is_told_how(library: Library, font_files: FontFiles) -> None:
    found = inspect(library, Recipe(profile="booklet", sections=("cover",), on=ON), font_files)
    assert [(finding.level, "short edge" in finding.what.en) for finding in found] == [("note", True)]
