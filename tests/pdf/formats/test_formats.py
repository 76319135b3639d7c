"""Trifold, site sheets, policy cards and slides from the shipped content, read back by two other libraries."""

import datetime
import io
import re
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pypdf
import pypdfium2
import pytest
import zxingcpp

from brochure.desk import tailor
from brochure.eligibility import Answers
from brochure.errors import RenderError
from brochure.maps.plan import build_plan, labels_of
from brochure.pdf import guard
from brochure.pdf.choice import choose
from brochure.pdf.document import compose
from brochure.pdf.formats import fold, site, slide_map, trifold_inside
from brochure.pdf.formats.content import (
    EARLY,
    cards_of,
    findings_of,
    firms_of,
    policies_of,
    sites_of,
    tools_of,
)
from brochure.pdf.lines import Line, Style, Typesetter, Words, faults
from brochure.pdf.order import Order
from brochure.pdf.profile import PROFILES
from brochure.pdf.recipe import Recipe
from brochure.pdf.sections.zone_facts import listed
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words.kinds import STATUS
from brochure.words.page import formats as say
from brochure.words.page import growth
from brochure.words.page.back import DISCLAIMER_WORDS
from brochure.words.page.furniture import SECTION
from brochure.words.page.lists import ENTERPRISES_TITLE, POLICIES_TITLE
from brochure.words.press import ADVICE
from brochure.words.sentence import within
from tests.pdf.formats.reading import MM, Stretch, contrast, overlaps, stretches
from tests.pdf.test_document import LONG_READER, LOST, everything, pages_of, set_form, squeezed

ON = datetime.date(2026, 3, 2)
READER = "测试投资有限公司"
FORMATS = ("trifold", "sheet", "card", "screen")
SIZES_MM = {"trifold": (297, 210), "sheet": (210, 297), "card": (148, 210), "screen": (338.67, 190.5)}
LEAST_PT = {"trifold": 7.5, "sheet": 7.5, "card": 7.5, "screen": 14.0}
ZONES = ("zone-xnu-south", "zone-kangyang", "zone-tcm")
POLICIES = ("policy-device-fast-lane", "policy-build-on-land-award", "policy-task-force-plan")
ANSWERS = Answers(sector="industry-devices", activity="make", size="small", space="land")
ALSO = ("fund-cicc", "service-hotline", "stage-tusstar")
PRAISE = ("第一", "唯一", "最优", "最佳", "治愈", "疗效显著", "best in", "number one", "cure", "the only")


class Made(NamedTuple):
    """A format that was set, and what was noticed on the way."""

    name: str
    recipe: Recipe
    data: bytes
    faults: tuple[str, ...]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return places_in(tmp_path_factory.mktemp("formats"))


def asked(name: str, lang: str = "zh", **more: Any) -> Recipe:
    chosen = {"reader": READER, "zones": ZONES, "policies": POLICIES, "sectors": ("industry-devices",), **more}
    if name == "screen":
        chosen = {"answers": ANSWERS, "also": ALSO, **chosen}
    return Recipe(profile=name, lang=lang, on=ON, **chosen)  # type: ignore[arg-type]


def make(library: Library, recipe: Recipe, home: Places) -> Made:
    """Set a format and look at every line that is laid on the way."""
    laid: dict[tuple[str, ...], list[str]] = {}
    lay = Typesetter.lay

    def watched(self: Typesetter, words: Words, width_pt: float, style: Style) -> tuple[Line, ...]:
        lines = lay(self, words, width_pt, style)
        laid.setdefault(tuple(line.text for line in lines), faults(lines, width_pt))
        return lines

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Typesetter, "lay", watched)
        data = tailor.preview(library, recipe, home)
    assert len(laid) > 20
    return Made(recipe.profile, recipe, data, tuple(fault for found in laid.values() for fault in found))


@pytest.fixture(
    scope="module",
    params=[f"{name}-{lang}{kind}" for name in FORMATS for lang in ("zh", "en", "both") for kind in ("", "-all")],
)
def made(request: pytest.FixtureRequest, library: Library, home: Places) -> Made:
    name, lang, *kind = request.param.split("-")
    if kind:
        return make(library, Recipe(profile=name, lang=lang, on=ON), home)
    return make(library, asked(name, lang), home)


def stops(library: Library, recipe: Recipe, home: Places) -> list[Text]:
    return [each.what for each in tailor.preflight(library, recipe, home) if each.level == "stop"]


def changed(library: Library, record: str, **fields: Any) -> Library:
    """Return the library with some fields of one record replaced, for as long as the test holds it."""
    known = library.record(record)
    copy = object.__new__(Library)
    copy.__dict__.update(library.__dict__)
    new = msgspec.structs.replace(known, **fields)
    kinds = {kind: tuple(new if each.id == record else each for each in records) for kind, records in _all(library)}
    copy.__dict__["records"] = lambda kind, archive=False: (
        kinds[kind] if not archive else library.records(kind, archive=True)
    )
    copy.__dict__["find"] = lambda key: new if key == record else library.find(key)
    copy.__dict__["record"] = lambda key: new if key == record else library.record(key)
    return copy


def _all(library: Library) -> list[tuple[str, Any]]:
    from brochure.model.kinds import KINDS

    return [(kind, library.records(kind)) for kind in KINDS]


def test_pages_and_boxes(made: Made, library: Library) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made.data))
    choice = choose(library, made.recipe)
    counts = {"trifold": 2, "sheet": len(choice.zones), "card": len(cards_of(library, choice))}
    if made.name in counts:
        assert len(reader.pages) == counts[made.name] * len(made.recipe.editions())
    else:
        assert len(reader.pages) > 12
    for page in reader.pages:
        size = tuple(float(page.trimbox[place]) / MM for place in (2, 3))
        assert size == pytest.approx(SIZES_MM[made.name], abs=0.01)
        assert page.mediabox == page.trimbox


def test_no_text_is_smaller_than_allowed(made: Made) -> None:
    for number, page in enumerate(pypdfium2.PdfDocument(made.data), 1):
        small = [each for each in stretches(page) if each.size_pt < LEAST_PT[made.name] - 0.05]
        # names on the map are drawn for paper; on a slide they are enlarged to 14 pt as well
        assert not small, (number, [(each.text, round(each.size_pt, 1)) for each in small])


def test_nothing_leaves_the_page_or_lies_over_another(made: Made) -> None:
    wide, tall = SIZES_MM[made.name]
    for number, page in enumerate(pypdfium2.PdfDocument(made.data), 1):
        found = off_map(page, made.name)
        fitting = [each for each in found if each.left >= 3 and each.right <= wide - 3]
        fitting = [each for each in fitting if each.low >= 3 and each.high <= tall - 3]
        out = [each.text for each in found if each not in fitting]
        assert not out, (number, out)
        both = overlaps(found)
        assert not both, (number, both)


def off_map(page: pypdfium2.PdfPage, name: str) -> list[Stretch]:
    """Return the stretches beside a map, which is clipped and whose names are placed by a module with its own tests."""
    found = list(stretches(page))
    if name == "sheet":
        return [each for each in found if not (297 - 180 < each.low < 297 - 55 and each.size_pt < 13)]
    if name == "screen" and sum(page.render(scale=0.2).to_pil().convert("RGB").getpixel((185, 10))) > 600:
        return [each for each in found if each.left < 150]
    return found


def test_text_keeps_clear_of_the_folds(library: Library, home: Places) -> None:
    for lang in ("zh", "en"):
        for recipe in (asked("trifold", lang), Recipe(profile="trifold", lang=lang, on=ON)):
            outside, inside = pypdfium2.PdfDocument(tailor.preview(library, recipe, home))
            for page, folds in (
                (outside, (fold.FLAP_W, fold.FLAP_W + fold.PANEL_W)),
                (inside, (fold.PANEL_W, 2 * fold.PANEL_W)),
            ):
                for at in folds:
                    near = [each.text for each in stretches(page) if each.left < at + 5 and each.right > at - 5]
                    assert not near, (lang, at, near)


def test_the_narrow_panel_folds_in() -> None:
    assert fold.FLAP_W == fold.PANEL_W - 3
    assert fold.FLAP_W + 2 * fold.PANEL_W == fold.WIDE == 297


def test_fold_marks_stand_where_the_paper_folds(library: Library, home: Places) -> None:
    outside, inside = pypdfium2.PdfDocument(tailor.preview(library, asked("trifold"), home))
    for page, folds in ((outside, (97.0, 197.0)), (inside, (100.0, 200.0))):
        picture = page.render(scale=300 / 72).to_pil().convert("RGB")
        for at in folds:
            x = round(at / 25.4 * 300)
            for y in (round(1.75 / 25.4 * 300), picture.height - round(1.75 / 25.4 * 300)):
                rows = {picture.getpixel((x, row)) != picture.getpixel((x + 12, row)) for row in range(y - 14, y + 14)}
                assert rows == {True, False}, (at, y)  # a dashed line


def test_a_press_that_bleeds_gets_grounds_that_run_out(library: Library, home: Places) -> None:
    data = tailor.preview(library, asked("trifold-press"), home)
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages):
        assert [round(float(edge) / MM, 1) for edge in page.trimbox] == [13, 13, 310, 223], number
        assert [round(float(edge) / MM, 1) for edge in page.bleedbox] == [10, 10, 313, 226]
    outside = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil().convert("RGB")
    millimetre = outside.width / 323
    cover = outside.getpixel((round(311.5 * millimetre), round(60 * millimetre)))
    assert sum(cover) < 200, "the ink of the cover runs out over the trim"
    assert b"/DeviceRGB" not in everything(data)
    mark = [
        outside.getpixel((round((13 + 97) * millimetre), y))
        for y in range(round(6 * millimetre), round(9 * millimetre))
    ]
    assert min(sum(pixel) for pixel in mark) < 600, "the fold is marked outside the bleed"


def test_exactly_the_chosen_are_named(library: Library, home: Places) -> None:
    for lang in ("zh", "en"):
        for name in FORMATS:
            recipe = asked(name, lang, answers=None, also=None)  # the answers would name others that fit
            text = squeezed("".join(pages_of(make(library, recipe, home).data)))
            if name != "card":
                for key in ZONES:
                    assert set_form(library.record(key).name.to(lang)) in text, (name, key)
            if name != "sheet":
                for policy in library.records("policies"):
                    full = set_form(policy.name.to(lang))
                    others = [set_form(library.record(key).name.to(lang)) for key in POLICIES]
                    if policy.id in POLICIES:
                        assert full in text, (name, policy.id)
                    elif len(full) > 8 and not any(full in other for other in others):
                        assert full not in text, (name, policy.id)


def test_rows_stay_in_their_order_and_unknown_ones_too(library: Library, home: Places) -> None:
    for lang in ("zh", "en"):
        data = tailor.preview(library, Recipe(profile="sheet", lang=lang, on=ON), home)
        for page in pages_of(data):
            heads = [re.search(rf"^{re.escape(words.to(lang))}", page, re.MULTILINE) for words in say.ROWS.values()]
            starts = [found.start() if found else -1 for found in heads]
            assert -1 not in starts, page
            assert starts == sorted(starts)
            chip = STATUS["unverified"].to(lang)
            assert page.count(chip) >= 2, "utilities and land price are not known of any site"


def test_the_self_check_comes_with_entry_rules_only(library: Library, home: Places) -> None:
    for key in ("zone-xnu-south", "zone-kangyang"):
        (page,) = pages_of(tailor.preview(library, asked("sheet", zones=(key,)), home))
        assert ("准入自查" in page) == bool(library.record(key).entry_rules)  # type: ignore[attr-defined]


def test_codes_are_read_and_wide_enough(library: Library, home: Places) -> None:
    for name in FORMATS:
        data = tailor.preview(library, asked(name), home)
        found = 0
        for page in pypdfium2.PdfDocument(data):
            for code in zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil()):
                found += 1
                assert "TEL;TYPE=work,voice:6123458" in code.text
                assert code.ec_level in "MQH"
                corners = code.position
                side = abs(corners.top_right.x - corners.top_left.x) / 200 * 25.4
                assert side >= 20, (name, side)
        assert found == {"trifold": 1, "sheet": 3, "card": 3, "screen": 1}[name]


def test_no_rule_of_the_line_is_broken(made: Made) -> None:
    assert made.faults == ()


def test_no_letter_is_lost(made: Made) -> None:
    first = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.data)).pages]
    for number, (one, two) in enumerate(zip(first, pages_of(made.data), strict=True), 1):
        assert not set(LOST) & (set(one) | set(two)), number
        assert sorted(squeezed(one).replace("-", "")) == sorted(squeezed(two).replace("-", "")), number


def test_text_stands_out_from_its_ground(made: Made) -> None:
    scale = 2.0
    for number, page in enumerate(pypdfium2.PdfDocument(made.data), 1):
        picture = page.render(scale=scale).to_pil().convert("RGB")
        for each in off_map(page, made.name):
            if not each.text.strip() or each.turned:
                continue
            box = [round(edge * MM * scale) for edge in (each.left, 0, each.right, 0)]
            top, foot = picture.height - round(each.high * MM * scale), picture.height - round(each.low * MM * scale)
            crop = picture.crop((max(0, box[0] - 3), max(0, top - 3), box[2] + 3, foot + 3))
            counts = sorted(crop.getcolors(1 << 20) or (), reverse=True)
            ground = next(pixel for _, pixel in counts if pixel != each.colour)  # a heavy letter may cover more
            assert contrast(each.colour, ground) >= 4.5, (number, each.text, each.colour, ground)


def test_marks_are_resolved_where_they_stand(made: Made) -> None:
    """On a sheet of its own each page lists what its marks stand for; a trifold and slides do so once a language."""
    pages = pages_of(made.data)
    together = {"sheet": 1, "card": 1, "trifold": 2}.get(made.name, len(pages) // len(made.recipe.editions()))
    if made.name == "screen" and made.recipe.lang == "both":
        start = next(
            place for place, page in enumerate(pages) if (place and "Prepared" in page) or "Altitude 2,240" in page
        )
        groups = ["".join(pages[:start]), "".join(pages[start:])]
    else:
        groups = ["\n".join(pages[place : place + together]) for place in range(0, len(pages), together)]
    for text in groups:
        used = set(re.findall("[①-⑩]", text))
        listed = set(re.findall("^[①-⑩]", text, re.MULTILINE))
        assert used, text[:80]
        assert used <= listed, (used - listed, text[:60])


def test_only_slides_can_be_clicked(made: Made) -> None:
    notes = [page.get("/Annots") for page in pypdf.PdfReader(io.BytesIO(made.data)).pages]
    assert any(notes) == (made.name == "screen")


def test_title_language_and_bookmarks(made: Made, library: Library) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made.data))
    first = made.recipe.editions()[0]
    assert reader.metadata is not None
    assert say.NAME[made.name].to(first) in str(reader.metadata.title)
    assert reader.trailer["/Root"]["/Lang"] == ("zh-CN" if first == "zh" else "en")  # type: ignore[index]
    titles: list[str] = []

    def walk(items: list[Any]) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item)
            else:
                titles.append(str(item.title))

    walk(reader.outline)
    for lang in made.recipe.editions():
        if made.name == "sheet":
            assert {zone.name.to(lang) for zone in choose(library, made.recipe).zones} <= set(titles)
        if made.name == "screen":
            assert {SECTION[name].to(lang) for name in ("cover", "figures", "chain", "sources")} <= set(titles)
    assert ("English" in titles) == (made.recipe.lang == "both")


def test_same_request_same_bytes(made: Made, library: Library, home: Places) -> None:
    tailor._SETTERS.clear()
    assert tailor.preview(library, made.recipe, home) == made.data


def test_each_page_tells_its_date_and_version(made: Made, library: Library) -> None:
    for number, page in enumerate(pages_of(made.data)):
        if made.name == "trifold" and number % 2:
            continue  # the outside says it for both
        assert library.content_version in page, number


def test_file_does_nothing_and_names_no_place_of_this_machine(made: Made) -> None:
    whole = everything(made.data)
    for name in ("JavaScript", "OpenAction", "Launch", "EmbeddedFile"):
        assert f"'/{name}'".encode() not in whole
    assert str(Path.home()).encode() not in whole


def test_the_shipped_content_has_room_everywhere(made: Made, library: Library, home: Places) -> None:
    assert stops(library, made.recipe, home) == []


def test_no_praise_of_our_own(made: Made, library: Library) -> None:
    """Every word of praise on a page stands in a record that the guard has let through with whoever says it."""
    carried = squeezed("".join(f"{each.name}{each}" for each in guard.printed(library, choose(library, made.recipe))))
    for page in pages_of(made.data):
        text = squeezed(page)
        for word in PRAISE:
            for found in re.finditer(re.escape(squeezed(word)), text, re.IGNORECASE):
                assert text[found.start() : found.end()] in carried, (word, text[found.start() - 20 : found.end() + 20])


def test_chosen_sections_make_the_slides(library: Library, home: Places) -> None:
    data = tailor.preview(library, Recipe(profile="screen", sections=("cover", "altitude", "sources"), on=ON), home)
    titles = [str(item.title) for item in pypdf.PdfReader(io.BytesIO(data)).outline]  # type: ignore[union-attr]
    assert titles == [SECTION[name].zh for name in ("cover", "altitude", "sources")]


def test_at_most_five_policies_a_slide(library: Library, home: Places) -> None:
    for lang in ("zh", "en"):
        data = tailor.preview(library, Recipe(profile="screen", sections=("policies",), lang=lang, on=ON), home)  # type: ignore[arg-type]
        for page in pages_of(data):
            text = squeezed(page)
            names = [each.name.to(lang) for each in library.records("policies")]
            assert 1 <= sum(text.count(set_form(name)) > 0 for name in names if len(name) > 6) <= 6


def test_the_own_stage_is_lit_on_the_chain(library: Library, home: Places) -> None:
    recipe = Recipe(profile="screen", sections=("chain",), stage="stage-food-accelerator", on=ON)
    (page,) = pages_of(tailor.preview(library, recipe, home))
    assert "您在这里" in page
    (page,) = pages_of(tailor.preview(library, Recipe(profile="screen", sections=("chain",), on=ON), home))
    assert "您在这里" not in page


def test_expired_only_with_force_and_its_label(library: Library, home: Places) -> None:
    spent = ("policy-plan-14th-five-year",)
    for name in ("card", "trifold", "screen"):
        recipe = asked(name, policies=spent)
        assert any("已失效" in each.zh for each in stops(library, recipe, home))
        forced = asked(name, policies=spent, force_unverified=True)
        assert stops(library, forced, home) == []
        text = squeezed("".join(pages_of(tailor.preview(library, forced, home))))
        assert "未经核实，按要求印出" in text
        assert "已失效" in text
    assert stops(library, asked("sheet", policies=spent), home) == [], "a site sheet names no policy"


def test_a_policy_is_judged_for_the_day_of_the_recipe(library: Library, home: Places) -> None:
    spent = ("policy-plan-14th-five-year",)
    recipe = Recipe(profile="card", policies=spent, on=datetime.date(2025, 12, 31))
    (page,) = pages_of(tailor.preview(library, recipe, home))
    assert "现行" in page
    assert "2025-12-31" in page


def test_guard_knows_what_each_format_prints(library: Library) -> None:
    printed = {name: guard.printed(library, choose(library, asked(name))) for name in FORMATS}
    kinds = {name: {record.kind for record in found} for name, found in printed.items()}
    assert kinds["sheet"] == {"zones", "contacts", "sources"}
    assert kinds["card"] == {"policies", "conditions", "contacts", "sources"}
    assert {"figures", "zones", "policies", "park"} <= kinds["trifold"]
    assert {"stages", "base", "enterprises", "services", "industries"} <= kinds["screen"]
    assert sum(record.kind == "figures" for record in printed["trifold"]) == 8
    alone = guard.printed(library, choose(library, Recipe(profile="screen", sections=("chain",), on=ON)))
    assert {record.kind for record in alone} == {"stages", "sources"}


def test_a_trifold_nobody_chose_for_says_what_it_leaves_out(library: Library, home: Places) -> None:
    recipe = Recipe(profile="trifold", on=ON)
    choice = choose(library, recipe)
    more = len(choice.policies) - len(policies_of(choice, chosen=False))
    assert more > 0
    assert len(sites_of(choice, chosen=False)) == 6
    text = squeezed(pages_of(tailor.preview(library, recipe, home))[1])
    assert squeezed(say.MORE.fill(more).zh) in text


def test_a_long_reader_stands_whole(library: Library, home: Places) -> None:
    for name in FORMATS:
        recipe = asked(name, reader=LONG_READER)
        assert stops(library, recipe, home) == []
        assert set_form(LONG_READER) in squeezed(pages_of(tailor.preview(library, recipe, home))[0]), name


@pytest.mark.parametrize(
    ("name", "record", "field"),
    [
        ("sheet", "zone-xnu-south", field)
        for field in ("name", "summary", "note", "clue", "focus", "entry_rules", "area_basis")
    ]
    + [
        (name, "policy-device-fast-lane", field)
        for name in ("card", "trifold", "screen")
        for field in ("name", "summary", "for_whom", "offers", "steps", "note")
    ]
    + [(name, "zone-xnu-south", field) for name in ("trifold", "screen") for field in ("name", "focus", "clue")],
)
def test_three_times_the_text_fits_or_is_refused_by_name(
    name: str, record: str, field: str, library: Library, font_files: Any, setter: Typesetter
) -> None:
    value = getattr(library.record(record), field)
    for lang in ("zh", "en"):
        for times in (3, 40):
            longer = _longer(value, times)
            other = changed(library, record, **{field: longer})
            recipe = asked(name, lang)
            book, out = compose(other, recipe, setter)
            book.save()
            pages = pages_of(out.getvalue())
            text = squeezed("".join(pages))
            if name in ("sheet", "card"):
                assert len(pages) == 3
            for part in longer if isinstance(longer, tuple) else (longer,):
                if _is_shown(name, field):
                    told = {set_form(part.to(lang)), set_form(within(part.to(lang), is_name=False))}
                    assert any(words in text for words in told) or book.refused, (lang, times)
            if not book.refused:
                _nothing_crosses(out.getvalue(), name)
            else:
                assert all(page.to(lang) and block.to(lang) for page, block in book.refused)


def _longer(value: Any, times: int) -> Any:
    if isinstance(value, tuple):
        return tuple(_longer(each, times) for each in value)
    return Text("".join([value.zh.rstrip("。")] * times), " ".join([value.en.rstrip(".")] * times))


def _is_shown(name: str, field: str) -> bool:
    """Whether a format prints the field at all."""
    unseen = {
        ("sheet", "area_basis"), ("trifold", "summary"), ("trifold", "note"), ("trifold", "clue"),
        ("screen", "summary"), ("screen", "note"), ("screen", "steps"),
    }  # fmt: skip
    return (name, field) not in unseen


def _nothing_crosses(data: bytes, name: str) -> None:
    for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
        both = overlaps(off_map(page, name))
        assert not both, (number, both)


def test_what_has_no_room_is_refused_before_it_is_written(library: Library, home: Places, tmp_path: Path) -> None:
    everything_chosen = tuple(
        policy.id for policy in library.records("policies") if policy.id != "policy-plan-14th-five-year"
    )
    recipe = asked("trifold", policies=everything_chosen)
    told = stops(library, recipe, home)
    assert told == [say.NO_ROOM.fill(say.NAME["trifold"], say.POLICIES_BLOCK)]
    with pytest.raises(RenderError) as caught:
        tailor.export(library, recipe, tmp_path / "a.pdf", home)
    assert "政策" in caught.value.message.zh
    assert not (tmp_path / "a.pdf").exists()


def test_sections_of_a_fixed_format_are_said_to_have_no_effect(library: Library, home: Places) -> None:
    recipe = asked("card", sections=("figures",))
    notes = [each.what.zh for each in tailor.preflight(library, recipe, home) if each.level == "note"]
    assert any(say.NAME["card"].zh in note for note in notes)
    assert len(pages_of(tailor.preview(library, recipe, home))) == 3


def test_nothing_chosen_is_no_page(library: Library, home: Places) -> None:
    for name, field in (("sheet", "zones"), ("card", "policies")):
        with pytest.raises(RenderError):
            tailor.preview(library, asked(name, **{field: ()}), home)


def test_a_site_without_a_boundary_gets_the_map_of_where_it_lies(library: Library, home: Places) -> None:
    for key, shown in (("zone-sci-tech-district", "北部片区"), ("zone-device-cluster", "园区本部")):
        (page,) = pages_of(tailor.preview(library, asked("sheet", zones=(key,)), home))
        assert squeezed(say.NOT_DRAWN.fill(shown).zh) in squeezed(page)


def test_the_map_gives_way_before_the_letters(library: Library, setter: Typesetter) -> None:
    assert site.MAP_LEAST < site.MAP_MOST
    longer = _longer(library.record("zone-xnu-south").summary, 2)
    book, _ = compose(
        changed(library, "zone-xnu-south", summary=longer), asked("sheet", zones=("zone-xnu-south",)), setter
    )
    assert book.refused == []


def test_every_format_has_a_name_in_both_languages() -> None:
    for name in FORMATS:
        assert PROFILES[name].composition == name  # type: ignore[index]
        assert say.NAME[name].zh
        assert say.NAME[name].en


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_slides_tell_the_answers_and_what_else_was_chosen(lang: Lang, library: Library, home: Places) -> None:
    recipe = asked("screen", lang)
    choice = choose(library, recipe)
    assert {"match", "also"} <= set(choice.sections)
    text = squeezed("".join(pages_of(make(library, recipe, home).data)))
    told = findings_of(choice)
    assert {finding for finding in choice.findings if finding.verdict != "unknown"} <= set(told)
    assert choice.match is not None
    rest, listed = len(choice.match.offered("unknown")), sum(finding.verdict == "unknown" for finding in told)
    said = say.OPEN_ONES.fill(rest, listed) if listed else say.NO_OPEN_ONES.fill(rest)
    assert squeezed(said.to(lang)) in text
    for finding in told:
        assert squeezed(finding.record.name.to(lang)) in text
        for judged in finding.conditions:
            assert squeezed(judged.condition.name.to(lang)).casefold() in text.casefold()
    for key in ALSO:
        name = library.record(key).name.to(lang)
        assert squeezed(name[:1].upper() + name[1:]) in text
    printed = {record.id for record in guard.printed(library, choice)}
    assert {each.record.id for each in told} | set(ALSO) <= printed
    bare = choose(library, asked("screen", lang, answers=None, also=None))
    assert not {"match", "also"} & set(bare.sections)


@pytest.mark.parametrize(
    ("lang", "clause"),
    [("zh", "水电气生产要素补贴、运输费补贴等扶持资金1332万元"), ("en", "includingsubsidiesforutilitiesandfreight")],
)
def test_a_clause_two_conditions_stand_on_is_quoted_once(
    lang: Lang, clause: str, library: Library, home: Places
) -> None:
    asked_for = Recipe(profile="card", lang=lang, on=ON, policies=("policy-input-subsidy",))
    (text,) = pages_of(tailor.preview(library, asked_for, home))
    assert squeezed(text).count(clause) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_trifold_leaves_the_printer_s_instruction_to_the_studio(lang: Lang, library: Library, home: Places) -> None:
    text = squeezed("".join(pages_of(make(library, asked("trifold", lang), home).data)))
    assert "沿短边" not in text
    assert "bothsides" not in text
    assert squeezed(say.MARKS_NOTE.to(lang)) in text
    for name in ("trifold", "trifold-press"):
        assert "短边翻转" in ADVICE[name].zh


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_slides_that_share_a_title_are_counted(lang: Lang, library: Library, home: Places) -> None:
    asked_for = Recipe(profile="screen", lang=lang, on=ON, sections=("policies", "enterprises", "sources"))
    pages = pages_of(make(library, asked_for, home).data)
    heads = [squeezed("\n".join(page.splitlines()[:5])) for page in pages]
    for title in (POLICIES_TITLE, ENTERPRISES_TITLE):
        shared = [head for head in heads if squeezed(title.to(lang)) in head]
        assert len(shared) > 1
        for turn, head in enumerate(shared, 1):
            assert f"{squeezed(title.to(lang))}{turn}/{len(shared)}" in head


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_papers_of_an_early_start_stand_side_by_side_without_numbers(
    lang: Lang, library: Library, home: Places
) -> None:
    asked_for = Recipe(profile="screen", lang=lang, on=ON, sections=("services", "policies", "sources"))
    document = pypdfium2.PdfDocument(make(library, asked_for, home).data)
    slides = [list(stretches(page)) for page in document]
    found = next(each for each in slides if "+" in {stretch.text.strip() for stretch in each})
    signs = [each for each in found if each.text.strip() == "+"]
    steps = library.record(EARLY).steps  # type: ignore[attr-defined]
    assert len(signs) == len(steps) - 2
    assert len({round(each.low, 2) for each in signs}) == 1, "all begin at one height"
    assert not {"1", "2", "3", "4", "5"} & {each.text.strip() for each in found if each.size_pt > 14.5}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["trifold", "screen"])
@pytest.mark.parametrize("chosen", [(), ("zone-tcm", "zone-food", "zone-xnu-south", "zone-herb-garden")])
def test_small_maps_name_the_wellness_site_and_what_was_chosen(
    name: str, lang: Lang, chosen: tuple[str, ...], library: Library, home: Places
) -> None:
    plans: list[Any] = []

    def watched(*given: Any, **named: Any) -> Any:
        plans.append(build_plan(*given, **named))
        return plans[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trifold_inside if name == "trifold" else slide_map, "build_plan", watched)
        make(library, Recipe(profile=name, lang=lang, on=ON, zones=chosen), home)  # type: ignore[arg-type]
    assert {"zone-core", "zone-kangyang", *chosen} <= set(labels_of(plans[0]))


def test_a_sheet_says_once_that_no_office_has_reviewed_its_map(library: Library, home: Places) -> None:
    for page in pages_of(make(library, asked("sheet"), home).data):
        assert page.count("未送审") == 1


def test_what_is_open_cannot_be_checked_and_is_said_once(library: Library, home: Places) -> None:
    (page,) = pages_of(tailor.preview(library, asked("sheet", zones=("zone-sme",)), home))
    assert "准入自查" not in page
    assert page.count("数值待核实") == 1


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ((), ""),
        ((Text("甲（待核实）", "A (open)"),), "甲（待核实）"),
        ((Text("甲（待核实）", "A (open)"), Text("乙（待核实）", "B (open)")), "甲、乙（待核实）"),
        ((Text("甲（待核实）", "A (open)"), Text("乙", "B")), "甲（待核实）、乙"),
    ],
)
def test_a_bracket_that_all_items_share_is_said_once(
    items: tuple[Text, ...], said: str, library: Library, setter: Typesetter
) -> None:
    book, _ = compose(library, asked("sheet"), setter)
    edition = Order(book, library, asked("sheet"), choose(library, asked("sheet"))).edition("zh")
    assert listed(edition, items) == said


def test_a_sheet_names_what_parts_a_site_from_the_neighbour_of_the_report(library: Library, home: Places) -> None:
    for key, parted in (("zone-kangyang", True), ("zone-xnu-south", False)):
        (page,) = pages_of(tailor.preview(library, asked("sheet", zones=(key,)), home))
        wetland = next(feature for feature in library.features if feature.id == "zone-wetland")
        names = library.record("zone-kangyang").name, wetland.short or wetland.name, library.record("zone-core").name
        assert (squeezed(say.APART.fill(*names).zh) in squeezed(page)) == parted


def test_cards_come_by_themselves_only_for_measures_that_say_something(library: Library) -> None:
    choice = choose(library, Recipe(profile="card", on=ON))
    bare = {policy.id for policy in choice.policies} - {policy.id for policy in cards_of(library, choice)}
    assert {"policy-science-education-base-plan", "policy-research-achievements-plan"} <= bare
    asked_for = choose(library, Recipe(profile="card", on=ON, policies=tuple(bare)))
    assert {policy.id for policy in cards_of(library, asked_for)} == bare


def test_the_contact_stands_at_one_height_on_every_card(library: Library, home: Places) -> None:
    for lang in ("zh", "en"):
        document = pypdfium2.PdfDocument(tailor.preview(library, Recipe(profile="card", lang=lang, on=ON), home))
        heights = {
            round(each.low, 1) for page in document for each in stretches(page) if each.text.strip() == "6123458"
        }
        assert len(heights) == 1, heights


def test_slides_say_how_many_they_leave_out(library: Library, home: Places) -> None:
    recipe = Recipe(profile="screen", on=ON)
    choice = choose(library, recipe)
    text = squeezed("".join(pages_of(tailor.preview(library, recipe, home))))
    policies, firms = tools_of(library, choice), firms_of(library, choice)
    assert squeezed(say.MORE.fill(len(choice.policies) - len(policies)).zh) in text
    assert squeezed(say.FIRMS_DECK.fill(len(firms), len(choice.enterprises) - len(firms)).zh) in text
    chosen = tuple(firm.id for firm in choice.enterprises[:3])
    assert len(firms_of(library, choose(library, Recipe(profile="screen", on=ON, enterprises=chosen)))) == 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_last_slide_is_the_contact_and_the_disclaimer_stands_below_the_sources(
    lang: Lang, library: Library, home: Places
) -> None:
    *_, listed, last = pages_of(make(library, asked("screen", lang), home).data)
    assert "6123458" in last
    assert squeezed(DISCLAIMER_WORDS.to(lang)) in squeezed(listed)
    assert "①" in listed


def test_a_reader_with_sectors_gets_reasons_on_a_slide(library: Library, home: Places) -> None:
    title = squeezed(f"给{READER}的")
    assert title in squeezed("".join(pages_of(make(library, asked("screen"), home).data)))
    assert title not in squeezed("".join(pages_of(make(library, asked("screen", sectors=None), home).data)))


def test_a_lit_stage_promises_no_place(library: Library, home: Places) -> None:
    recipe = Recipe(
        profile="screen", sections=("chain",), stage="stage-food-accelerator", sectors=("industry-devices",), on=ON
    )
    (page,) = pages_of(tailor.preview(library, recipe, home))
    sector = library.record("industry-devices").short.zh  # type: ignore[attr-defined]
    assert squeezed(growth.BY_YOUR_STAGE.zh.replace("{}", sector)) in squeezed(page)


def test_the_press_is_told_which_format_and_which_side(library: Library, home: Places) -> None:
    outside, inside = pages_of(tailor.preview(library, asked("trifold-press"), home))
    assert squeezed(say.PARK_TITLE.fill(say.NAME["trifold"]).zh) in squeezed(outside)
    for page, side in ((outside, say.OUTSIDE), (inside, say.INSIDE)):
        assert side.zh in page
        assert "FOGRA39" in page
        assert "第 1 页" not in page
