"""The claim guard in front of the press: what stops a book, what is printed on request, and that its label is there."""

import datetime
import io
import logging
import re
from pathlib import Path

import msgspec
import pypdf
import pytest

from brochure.desk import tailor
from brochure.errors import RenderError
from brochure.fonts import FontFiles
from brochure.pdf import guard
from brochure.pdf.choice import choose
from brochure.pdf.preflight import Finding, inspect
from brochure.pdf.recipe import Recipe, Section
from brochure.settings import Places
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words.page.furniture import ON_REQUEST
from tests.factories import spoilt

ON = datetime.date(2026, 3, 2)
BEST = Text("全省最好的地方。", "The best place in the province.")
CURE = Text("海拔空气治疗失眠。", "The altitude cures insomnia.")


def text_of(data: bytes) -> list[str]:
    return [re.sub(r"\s", "", page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def found_in(library: Library, fonts: FontFiles, section: Section, lang: Lang = "zh", **given: object) -> list[Finding]:
    recipe = Recipe(sections=("cover", section), lang=lang, on=ON, **given)  # type: ignore[arg-type]
    return [finding for finding in inspect(library, recipe, fonts, "GS(2026)001") if finding.level != "note"]


PRINTED: dict[str, tuple[Section, str, dict[str, object]]] = {
    "zone in a table": ("zones", "zone-tcm", {"note": BEST}),
    "zone without a date": ("zones", "zone-tcm", {"note": BEST, "as_of": None}),
    "policy": ("policies", "policy-one-window", {"note": Text("现行有效。", "In force.")}),
    "firm": ("enterprises", "enterprise-damei", {"note": BEST}),
    "figure": ("figures", "market-entities-2025-06-15", {"note": BEST}),
    "figure at the chain": ("chain", "incubating-firms-2023", {"note": BEST}),
    "stage": ("chain", "stage-tusstar", {"note": BEST}),
    "industry": ("industries", "industry-devices", {"note": BEST}),
    "height": ("altitude", "base-altitude-park", {"note": BEST}),
    "neighbour": ("altitude", "base-neighbour-west", {"note": BEST}),
    "service": ("services", "service-one-trip", {"note": BEST}),
    "early start": ("services", "service-build-on-land-award", {"note": BEST}),
    "place": ("location", "place-airport", {"note": BEST}),
    "contact": ("sources", "contact-office", {"note": BEST}),
    "letter": ("contents", "park-location", {"note": BEST}),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", PRINTED)
def test_a_record_stops_its_book_and_is_printed_on_request_with_its_label(
    case: str, lang: Lang, library: Library, font_files: FontFiles, places: Places
) -> None:
    section, id, given = PRINTED[case]
    world = spoilt(library, id, **given)
    (stop,) = [finding for finding in found_in(world, font_files, section, lang) if finding.level == "stop"]
    record = world.record(id)
    assert stop.where == record.name
    assert record.id in stop.what.zh
    assert record.id in stop.what.en
    assert [finding.level for finding in found_in(world, font_files, section, lang, force_unverified=True)] == ["warn"]
    label = re.sub(r"\s", "", ON_REQUEST.to(lang))
    asked = Recipe(sections=("cover", section), lang=lang, on=ON)
    forced = msgspec.structs.replace(asked, force_unverified=True)
    assert not any(label in page for page in text_of(tailor.preview(world, asked, places)))
    pages = text_of(tailor.preview(world, forced, places))
    assert sum(page.count(label) for page in pages) == 1, pages


@pytest.mark.parametrize("ids", [("zone-tcm",), ("zone-tcm", "zone-north")])
def test_a_zone_with_a_map_carries_its_label_once(ids: tuple[str, ...], library: Library, places: Places) -> None:
    world = spoilt(library, "zone-tcm", note=BEST)
    recipe = Recipe(sections=("zones",), zones=ids, on=ON, force_unverified=True)
    (page,) = text_of(tailor.preview(world, recipe, places))
    assert page.count("未经核实，按要求印出") == 1


def test_a_reason_carries_the_label_of_its_record(library: Library, places: Places) -> None:
    world = spoilt(library, "zone-kangyang", note=BEST)
    recipe = Recipe(sections=("contents",), zones=("zone-kangyang",), on=ON, force_unverified=True)
    (page,) = text_of(tailor.preview(world, recipe, places))
    assert page.count("未经核实，按要求印出") == 1


def test_only_the_language_that_is_printed_stops_a_book(library: Library, font_files: FontFiles) -> None:
    world = spoilt(library, "enterprise-damei", note=Text("一家企业。", "The best firm."))
    assert found_in(world, font_files, "enterprises") == []
    assert [finding.level for finding in found_in(world, font_files, "enterprises", "en")] == ["stop"]


def test_a_record_that_is_not_printed_stops_nothing(library: Library, font_files: FontFiles) -> None:
    world = spoilt(library, "enterprise-damei", note=BEST)
    assert found_in(world, font_files, "zones") == []
    assert found_in(world, font_files, "enterprises", enterprises=("enterprise-jinhe",)) == []


@pytest.mark.parametrize(
    "wording", [CURE, Text("享受税收返还。", "A tax rebate for all."), Text("投资零风险。", "Guaranteed returns.")]
)
def test_what_the_law_forbids_cannot_be_forced(
    wording: Text, library: Library, font_files: FontFiles, places: Places, tmp_path: Path
) -> None:
    world = spoilt(library, "zone-kangyang", note=wording)
    found = found_in(world, font_files, "zones", force_unverified=True)
    assert [finding.level for finding in found] == ["stop"]
    out = tmp_path / "a.pdf"
    with pytest.raises(RenderError) as caught:
        tailor.export(world, Recipe(sections=("zones",), on=ON, force_unverified=True), out, places)
    assert "zone-kangyang" in caught.value.message.zh
    assert not out.exists()


def test_two_values_for_one_fact_cannot_be_forced(library: Library, font_files: FontFiles) -> None:
    old = next(figure for figure in library.records("figures") if not figure.current)  # type: ignore[attr-defined]
    world = spoilt(library, old.id, current=True)
    found = found_in(world, font_files, "figures", force_unverified=True)
    assert {finding.level for finding in found} == {"stop"}
    assert len(found) == 2


def test_a_missing_translation_is_told_once_for_a_record(library: Library, font_files: FontFiles) -> None:
    world = spoilt(library, "enterprise-damei", note=Text("一家企业。", ""), does=Text("中药", ""))
    assert found_in(world, font_files, "enterprises") == []
    (warning,) = found_in(world, font_files, "enterprises", "en")
    assert warning.level == "warn"
    assert "提示、做什么" in warning.what.zh
    assert "Note, What it does" in warning.what.en


def test_an_archived_record_that_is_asked_for_is_read_like_any_other(library: Library, font_files: FontFiles) -> None:
    world = spoilt(library, "enterprise-damei", note=BEST, audience="archive")
    asked = {"enterprises": ("enterprise-damei",)}
    assert [finding.level for finding in found_in(world, font_files, "enterprises", **asked)] == ["stop"]


def test_an_expired_policy_carries_the_label_too(library: Library, places: Places) -> None:
    world = spoilt(library, "policy-one-window", valid_from="2020", valid_to="2021")
    recipe = Recipe(sections=("policies",), policies=("policy-one-window",), on=ON, force_unverified=True)
    (page,) = text_of(tailor.preview(world, recipe, places))
    assert "未经核实，按要求印出" in page
    assert "已失效" in page


def test_names_pass_and_promises_in_their_place_are_told(library: Library, font_files: FontFiles) -> None:
    proud = {"reader": "全国第一的生物公司", "contact": "西宁市第一人民医院"}
    assert found_in(library, font_files, "figures", **proud) == []
    (warning,) = found_in(library, font_files, "figures", reader="享受税收返还的公司")
    assert warning.level == "warn"
    assert "税收返还" in warning.what.zh


def test_the_override_is_logged_without_a_name(
    library: Library, places: Places, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    world = spoilt(library, "enterprise-damei", note=BEST)
    recipe = Recipe(reader="某人", sections=("enterprises",), on=ON, force_unverified=True)
    with caplog.at_level(logging.INFO, "brochure.export"):
        tailor.export(world, recipe, tmp_path / "a.pdf", places)
    (line,) = [entry.getMessage() for entry in caplog.records if entry.name == "brochure.export"]
    assert "enterprise-damei" in line
    assert "某人" not in line


def test_nothing_is_logged_and_nothing_labelled_when_all_is_well(
    library: Library, places: Places, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    recipe = Recipe(sections=("enterprises",), on=ON, force_unverified=True)
    with caplog.at_level(logging.INFO, "brochure.export"):
        tailor.export(library, recipe, tmp_path / "a.pdf", places)
    assert not caplog.records
    assert guard.forced(library, recipe, choose(library, recipe)) == frozenset()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("section", "zones"), [("location", None), ("zones", ("zone-north",)), ("zones", ("zone-north", "zone-tcm"))]
)
def test_a_map_nobody_has_reviewed_says_so(
    section: Section, zones: tuple[str, ...] | None, lang: Lang, library: Library, places: Places
) -> None:
    recipe = Recipe(sections=(section,), zones=zones, lang=lang, on=ON)
    said = {"zh": "示意图·未送审", "en": "schematicmap,notsubmittedforreview"}[lang]
    assert said in "".join(text_of(tailor.preview(library, recipe, places))).lower()
    assert said not in "".join(text_of(tailor.preview(library, recipe, places, "GS(2026)001"))).lower()


def test_a_cure_is_not_even_marked_as_printed_on_request(library: Library) -> None:
    recipe = Recipe(sections=("zones",), on=ON, force_unverified=True)
    world = spoilt(library, "zone-kangyang", note=CURE)
    assert guard.forced(world, recipe, choose(world, recipe)) == frozenset()
    world = spoilt(library, "zone-kangyang", note=BEST)
    assert guard.forced(world, recipe, choose(world, recipe)) == {"zone-kangyang"}
