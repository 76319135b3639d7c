"""The whole book from the shipped content, read back with two other libraries."""

import datetime
import importlib
import io
import os
import pkgutil
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pypdf
import pypdfium2
import pytest
import zxingcpp

from brochure import words
from brochure.desk import tailor
from brochure.eligibility import Answers
from brochure.errors import CancelledError, NotFoundError, RenderError
from brochure.fonts import FontFiles, ensure_fonts, missing_characters
from brochure.pdf.breaks import clean
from brochure.pdf.choice import choose
from brochure.pdf.document import compose
from brochure.pdf.lint import CHECKS, Looked
from brochure.pdf.recipe import Recipe
from brochure.pdf.sections.also import TOLD
from brochure.pdf.setting import plain
from brochure.settings import Places, shared_fonts
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words.page import back, front, lists, service
from brochure.words.page.furniture import READINGS, SECTION
from brochure.words.page.letter import BLURB
from tests.hostile import hostile_strings

ON = datetime.date(2026, 3, 2)
READER = "测试投资有限公司"
LONG_READER = (
    "青海高原特色生物医药与医疗器械产业投资发展（集团）股份有限公"
    "司西北区域联合投资促进与项目落地工作委员会筹备办公室甲乙丙丁"
)
NEVER_FIRST = tuple("，。；：！？、”》）")
FORBIDDEN = (
    "JavaScript", "JS", "AA", "OpenAction", "Launch", "EmbeddedFile", "EmbeddedFiles", "SubmitForm", "GoToR",
    "RichMedia", "Movie",
)  # fmt: skip
LOST = "□\ufffd\x00"


class Made(NamedTuple):
    """A book and what was found when its pages were looked over."""

    recipe: Recipe
    data: bytes
    looked: Looked


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Folders of a person who has just installed the program, fonts included where the set-up ran."""
    return places_in(tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="module")
def wide_home(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Places:
    """Folders with fonts that have every letter of the hostile names, so that they are cut only once."""
    places = places_in(tmp_path_factory.mktemp("wide"))
    ensure_fonts(places.fonts, shared_fonts(), library.characters | set("".join(hostile_strings(300))))
    return places


def tailored(library: Library, lang: str = "zh") -> Recipe:
    return Recipe(
        reader=READER,
        sectors=("industry-devices", "industry-wellness"),
        zones=("zone-kangyang", "zone-north", "zone-tcm"),
        policies=tuple(record.id for record in library.records("policies") if record.status != "ended")[:4],
        enterprises=tuple(record.id for record in library.records("enterprises"))[:5],
        stage="stage-industrial-park",
        lang=lang,  # type: ignore[arg-type]
        on=ON,
    )


def whole(library: Library, lang: str = "zh") -> Recipe:
    """Return a request with everything a reader can answer and choose, one record of each other kind twice over."""
    ids = [record.id for kind in TOLD for record in library.records(kind)[:2]]
    answers = Answers(
        sector="industry-devices", activity="make", size="small", stage="stage-industrial-park", space="land"
    )
    return msgspec.structs.replace(tailored(library, lang), answers=answers, also=tuple(ids))


def make(library: Library, recipe: Recipe, home: Places) -> Made:
    """Set a book and look its pages over, as every export does."""
    proof = tailor.proof(library, recipe, home)
    return Made(recipe, proof.data, proof.look_over())


BOOKS = (
    "zh", "en", "both", "zh-tailored", "en-tailored", "zh-whole", "en-whole",
    "en:press", "both:press", "zh-tailored:press-285", "en:large",
)  # fmt: skip


@pytest.fixture(scope="module", params=BOOKS, ids=lambda name: f"book-{name}")
def made(request: pytest.FixtureRequest, library: Library, home: Places) -> Made:
    book, _, profile = request.param.partition(":")
    lang, _, kind = book.partition("-")
    recipes = {"": Recipe(lang=lang, on=ON), "tailored": tailored(library, lang), "whole": whole(library, lang)}
    return make(library, msgspec.structs.replace(recipes[kind], profile=profile or "office"), home)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def set_form(text: str) -> str:
    """Return a text as it comes back from a page."""
    return squeezed(plain(clean(text)[0]))


def pages_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]


def entries(reader: pypdf.PdfReader) -> dict[str, int]:
    """Return the outline, flattened, as title and page counted from 0; a title that comes twice has its last page."""

    def walk(items: list[object]) -> Iterator[tuple[str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item)
            else:
                yield str(item.title), reader.get_destination_page_number(item)  # type: ignore[attr-defined]

    return dict(walk(reader.outline))


def everything(data: bytes) -> bytes:
    reader = pypdf.PdfReader(io.BytesIO(data))
    return b"".join(repr(reader.get_object(number)).encode() for number in range(1, reader.trailer["/Size"]))


def test_every_font_is_embedded(made: Made) -> None:
    for page in pypdf.PdfReader(io.BytesIO(made.data)).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in inner["/FontDescriptor"].get_object()
            assert "/ToUnicode" in font.get_object()


def test_no_letter_is_lost(made: Made) -> None:
    first = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.data)).pages]
    for number, (one, two) in enumerate(zip(first, pages_of(made.data), strict=True), 1):
        assert not set(LOST) & set(one), (number, one)
        assert not set(LOST) & set(two), (number, two)
        assert len(squeezed(two)) > 60, number


def test_two_readers_see_the_same_words(made: Made) -> None:
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(made.data)).pages):
        one, two = (
            sorted(squeezed(text).replace("-", "")) for text in (page.extract_text(), pages_of(made.data)[number])
        )
        assert one == two


def test_what_was_chosen_stands_there_whole(made: Made, library: Library) -> None:
    text = squeezed("".join(pages_of(made.data)))
    other = squeezed("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.data)).pages))
    recipe = made.recipe
    for lang in recipe.editions():
        for ids in (recipe.policies, recipe.enterprises, recipe.zones, recipe.also):
            for key in ids or ():
                name = set_form(library.record(key).name.to(lang))
                name = name[:1].upper() + name[1:] if key in (recipe.also or ()) else name
                assert name in text, name
                assert name in other, name
        if recipe.enterprises is None:
            for record in library.records("enterprises"):
                assert set_form(record.name.to(lang)) in text


def test_the_pages_pass_every_check_of_the_product(made: Made) -> None:
    assert made.looked.findings == ()
    assert set(made.looked.passed) == set(CHECKS) - {"pictures"}  # nobody has set a photo or a logo


def test_no_line_begins_with_a_closing_mark(made: Made) -> None:
    for number, text in enumerate(pages_of(made.data), 1):
        wrong = [line for line in text.splitlines() if line.startswith(NEVER_FIRST)]
        assert not wrong, (number, wrong)


ENTRY_PT = 20.0


def test_contents_tell_the_truth(made: Made, library: Library) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made.data))
    document = pypdfium2.PdfDocument(made.data)
    lists = {entries(reader)[SECTION["contents"].to(lang)] for lang in made.recipe.editions()}
    told = 0
    for number, page in enumerate(reader.pages):
        if number not in lists:
            continue  # a zone of the map leads elsewhere
        for note in page.get("/Annots") or ():
            dest = note.get_object().get("/Dest")
            if dest is None:
                continue
            target = reader.get_page_number(dest[0].get_object())
            left, low, right, high = (float(edge) for edge in note.get_object()["/Rect"])
            if high - low > ENTRY_PT:  # a row of the contents, not a source mark
                read = document[number].get_textpage().get_text_bounded(left, low, right, high).split()
                assert int(read[0]) == target + 1, read
                told += 1
    listed = [section for section in choose(library, made.recipe).sections if section in BLURB]
    assert len(listed) >= 10
    assert told == (len(listed) + 1) * len(made.recipe.editions()), "the readings have a line of their own"


def test_outline_leads_to_each_section(made: Made, library: Library) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made.data))
    found = entries(reader)
    pages = pages_of(made.data)
    for lang in made.recipe.editions():
        for section in choose(library, made.recipe).sections:
            word = SECTION[section].to(lang)
            assert word in found, word
            if section not in ("cover", "sources"):
                assert word in pages[found[word]], (word, pages[found[word]])
    assert ("English" in found and "中文" in found) == (made.recipe.lang == "both")
    assert min(found.values()) == 0


def test_folios_count_the_pages(made: Made) -> None:
    pages = pages_of(made.data)
    covers = (front.CURVE.zh[:8], front.CURVE.en[:20], back.SCAN.zh, back.SCAN.en)
    bare = [number for number, text in enumerate(pages, 1) if any(phrase in text for phrase in covers)]
    assert len(bare) == 2 * len(made.recipe.editions())
    for number, text in enumerate(pages, 1):
        if number not in bare:
            assert re.search(rf"(^|\s){number}(\s|$)", text), number


def test_file_does_nothing_by_itself(made: Made) -> None:
    whole = everything(made.data)
    for name in FORBIDDEN:
        assert f"'/{name}'".encode() not in whole


def test_no_place_of_this_machine_is_in_the_file(made: Made) -> None:
    whole = everything(made.data)
    about = pypdf.PdfReader(io.BytesIO(made.data)).metadata
    for path in (str(Path.home()), str(Path.cwd()), tempfile.gettempdir(), "\\Users\\", "/site-packages"):
        assert path.encode() not in whole
        assert path not in repr(about)
    assert str((about or {}).get("/CreationDate")).startswith("D:20260302")


def test_same_request_same_bytes(made: Made, library: Library, home: Places) -> None:
    tailor._SETTERS.clear()  # as in a fresh process: nothing remembered
    assert tailor.preview(library, made.recipe, home) == made.data
    assert tailor.preview(library, made.recipe, home) == made.data


def test_pages_are_not_mere_remainders(made: Made) -> None:
    """A page of a list is filled to a third at least, unless it is the only one of its section."""
    reader = pypdf.PdfReader(io.BytesIO(made.data))
    starts = sorted(set(entries(reader).values()))
    document = pypdfium2.PdfDocument(made.data)
    for number in range(len(document)):
        if number in starts:
            continue
        text = document[number].get_textpage()
        _, foot, _, head = document[number].get_trimbox()
        tall = head - foot
        boxes = [text.get_rect(place) for place in range(text.count_rects())]
        lowest = min((low for _, low, _, _ in boxes if low > foot + tall / 12), default=head)
        assert head - lowest > tall / 3, number + 1


def test_english_book_speaks_english(library: Library, home: Places) -> None:
    """Chinese is left only where a name is given in both scripts: the cover's own, and the official one of a policy."""
    book = make(library, Recipe(lang="en", on=ON), home)
    official = "".join(policy.full_title.zh for policy in choose(library, book.recipe).policies)
    for number, text in enumerate(pages_of(book.data), 1):
        han = re.findall(r"[\u4e00-\u9fff]+", text)
        allowed = "西宁经济技术开发区生物科技产业园区" if number == 1 else official
        assert all(word in allowed for word in han), (number, han)


def test_sections_that_were_not_asked_for_do_not_come(library: Library, home: Places) -> None:
    recipe = Recipe(sections=("cover", "figures", "sources"), on=ON)
    book = make(library, recipe, home)
    titles = [*(SECTION[name].zh for name in ("cover", "figures")), READINGS.zh, SECTION["sources"].zh]
    assert list(entries(pypdf.PdfReader(io.BytesIO(book.data)))) == titles
    assert len(pages_of(book.data)) == 4  # the readings stand before the back


def test_chosen_nothing_means_no_section(library: Library, home: Places) -> None:
    book = make(library, Recipe(policies=(), enterprises=(), zones=(), on=ON), home)
    found = entries(pypdf.PdfReader(io.BytesIO(book.data)))
    assert not {SECTION[name].zh for name in ("policies", "enterprises", "zones")} & set(found)
    text = "".join(pages_of(book.data))
    assert lists.POLICIES_TITLE.zh not in text
    assert lists.ENTERPRISES_TITLE.zh not in text
    assert service.TITLE_EARLY.zh in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_long_reader_stands_whole(lang: Lang, library: Library, home: Places) -> None:
    assert len(LONG_READER) == 60
    book = make(library, Recipe(reader=LONG_READER, lang=lang, on=ON), home)
    assert book.looked.findings == ()
    pages = [squeezed(text) for text in pages_of(book.data)]
    assert set_form(LONG_READER) in pages[0]
    assert set_form(LONG_READER) in pages[1]
    assert set_form(LONG_READER) in pages[-1]
    title = pypdf.PdfReader(io.BytesIO(book.data)).metadata
    assert title is not None
    assert LONG_READER in str(title.title)


def test_hostile_readers_are_printed_or_named(library: Library, wide_home: Places) -> None:
    printed = refused = 0
    for reader in hostile_strings(300):
        recipe = Recipe(reader=reader, sections=("cover",), on=ON)
        stops = [finding for finding in tailor.preflight(library, recipe, wide_home) if finding.level == "stop"]
        if stops:
            refused += 1
            codes = re.findall(r"U\+([0-9A-F]{4,6})", stops[0].what.en)
            assert codes
            assert all(chr(int(code, 16)) in reader for code in codes)
            continue
        printed += 1
        data = tailor.preview(library, recipe, wide_home)
        found = squeezed(pages_of(data)[0]).replace("\x00", "")
        assert set_form(reader) in found, (reader, found)
        assert b"/JavaScript" not in data
        assert b"HX49HX" not in data
    assert printed > 200
    assert refused > 0


def test_sources_name_every_mark_that_was_used(library: Library, home: Places) -> None:
    for lang in ("zh", "en"):
        book = make(library, Recipe(lang=lang, on=ON), home)
        *inner, back = pages_of(book.data)
        used = set(re.findall("[①-⑩]", "".join(inner)))
        listed = set(re.findall("^[①-⑩]", back, re.MULTILINE))
        assert used <= listed
        assert used


def test_unlisted_sources_stay_away(library: Library, home: Places) -> None:
    book = make(library, Recipe(sections=("figures", "sources"), on=ON), home)
    *inner, back = pages_of(book.data)
    used = set(re.findall("[①-⑩]", "".join(inner))) | set(re.findall("[①-⑩]", back.partition("来源与日期")[0]))
    assert set(re.findall("^[①-⑩]", back.partition("来源与日期")[2], re.MULTILINE)) == used


def test_the_code_carries_the_contact(library: Library, home: Places) -> None:
    book = make(library, Recipe(sections=("sources",), on=ON), home)
    page = pypdfium2.PdfDocument(book.data)[0]
    codes = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
    assert len(codes) == 1
    assert "TEL;TYPE=work,voice:6123458" in codes[0].text
    assert codes[0].ec_level in "MQH"


def test_unknown_choice_offers_the_nearest(library: Library, home: Places) -> None:
    with pytest.raises(NotFoundError) as caught:
        tailor.preview(library, Recipe(zones=("zone-kangyan",), on=ON), home)
    assert "zone-kangyang" in caught.value.message.zh
    assert "zone-kangyang" in caught.value.message.en


def test_another_kind_is_not_a_zone(library: Library, home: Places) -> None:
    with pytest.raises(NotFoundError):
        tailor.preview(library, Recipe(zones=("industry-devices",), on=ON), home)


def test_cancelled_between_sections(library: Library, home: Places) -> None:
    recipe = Recipe(on=ON)
    setter = tailor.typesetter(library, recipe, home)
    asked: list[float] = []
    with pytest.raises(CancelledError):
        compose(library, recipe, setter, progress=asked.append, cancelled=lambda: len(asked) == 3)
    assert len(asked) == 3
    assert asked == sorted(asked)
    assert 0 < asked[-1] < 1


def test_nothing_to_print_is_said(library: Library, home: Places) -> None:
    with pytest.raises(RenderError):
        tailor.preview(library, Recipe(sections=("policies",), policies=(), on=ON), home)


@pytest.mark.skipif(os.name == "nt", reason="the process is started with a POSIX environment")
def test_a_fresh_process_writes_the_same_bytes(library: Library, home: Places, tmp_path: Path) -> None:
    import subprocess
    import sys

    script = (
        "import sys, datetime, hashlib, pathlib\n"
        "from brochure.desk import tailor\nfrom brochure.desk.opening import open_library\n"
        "from brochure.pdf.recipe import Recipe\nfrom brochure.settings import Places, places\n"
        f"fonts = pathlib.Path({str(home.cache)!r})\n"
        f"own = places(pathlib.Path({str(tmp_path)!r}))\n"
        "here = Places(data=own.data, cache=fonts, logs=own.logs)\n"
        "data = tailor.preview(open_library(own), Recipe(on=datetime.date(2026, 3, 2)), here)\n"
        "print(hashlib.sha256(data).hexdigest())\n"
    )
    sums = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, env=env)
        assert answer.returncode == 0, answer.stderr
        sums.add(answer.stdout)
    assert len(sums) == 1


def test_every_word_of_the_program_has_its_letters(font_files: FontFiles) -> None:
    """Sentences of our own are not among the characters of the content, so the base set must have them all."""
    names = [module.name for module in pkgutil.walk_packages(words.__path__, "brochure.words.")]
    assert len(names) > 10
    for name in names:
        spoken = "".join(spoken_in(vars(importlib.import_module(name)).values()))
        assert missing_characters(spoken, font_files) == (), name


def spoken_in(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Text):
            yield value.zh + value.en
        elif isinstance(value, dict):
            yield from spoken_in(value.values())
        elif isinstance(value, list | tuple):
            yield from spoken_in(value)
