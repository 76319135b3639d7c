"""The look over finished pages finds each fault that is put there on purpose, and names its page."""

import datetime
import io

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from brochure.desk import tailor
from brochure.errors import RenderError
from brochure.pdf import lint
from brochure.pdf.book import Book, Sheet
from brochure.pdf.imposition import impose_booklet
from brochure.pdf.ink import MM
from brochure.pdf.lines import Line, Style, Typesetter
from brochure.pdf.picture import read_picture
from brochure.pdf.profile import PROFILES, ProfileName
from brochure.pdf.qr import draw_code
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.store.library import Library

ON = datetime.date(2026, 3, 2)
BODY = "园区在西宁市城北区，东伴北川河，西依大酉山；南门是高速互通，距市中心约五公里，有各类市场主体六千余户。"


@pytest.fixture
def book(setter: Typesetter) -> Book:
    """A book of two pages with a paragraph on each."""
    book = Book(io.BytesIO(), setter)
    for _ in range(2):
        book.sheet().paragraph(16, 60, 120, BODY, Style())
    return book


def looked(book: Book) -> lint.Looked:
    book.save()
    return lint.look_over(book, book.out.getvalue())


def only(found: lint.Looked, check: lint.Check) -> tuple[str, int]:
    """Return what was found of one check alone, and its page."""
    assert set(found.passed) | {check} >= {"cut", "fonts", "lines", "sections"}
    assert check not in found.passed
    (finding,) = found.findings
    assert finding.what.zh != finding.what.en
    return finding.what.zh, finding.page


def test_clean_pages_pass_what_was_looked_at(book: Book) -> None:
    found = looked(book)
    assert found.findings == ()
    assert found.passed == ("cut", "fonts", "lines", "sections")  # there is neither picture nor code


def test_text_that_is_left_out_is_found(book: Book) -> None:
    book.sheets[1].paragraph(16, 120, 40, BODY, Style(), max_lines=1)
    words, page = only(looked(book), "cut")
    assert "被裁掉" in words
    assert page == 2


@pytest.mark.parametrize("place", [(-4.0, 100.0), (190.0, 100.0), (16.0, 296.5), (16.0, 1.0)])
def test_text_that_the_trim_would_take_is_found(book: Book, place: tuple[float, float]) -> None:
    book.sheets[0].text(*place, "联系人与专线在这里", 10)
    words, page = only(looked(book), "cut")
    assert "联系人" in words
    assert page == 1


def test_text_over_text_is_found(book: Book) -> None:
    book.sheets[1].text(30, 61, "压在上面的字", 10)
    words, page = only(looked(book), "cut")
    assert "压在上面的字" in words
    assert page == 2


def test_lines_that_only_stand_close_are_none(book: Book) -> None:
    book.sheets[0].text(16, 200, "八号字", 8)
    book.sheets[0].text(16, 203.3, "下一行", 8)
    book.sheets[0].text(40, 200, "旁边", 8)
    assert looked(book).findings == ()


def test_a_font_that_is_not_in_the_file_is_found(book: Book) -> None:
    book.save()
    data = book.out.getvalue().replace(b"/FontFile2", b"/FontFile9", 1)
    assert data != book.out.getvalue()
    (finding,) = lint.fonts(data)
    assert finding.level == "stop"
    assert "没有嵌入" in finding.what.zh


def test_fonts_are_found_in_a_file_that_another_program_wrote(book: Book) -> None:
    import pikepdf

    book.save()
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(book.out.getvalue())) as file:
        file.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        assert b"/FontDescriptor" not in packed.getvalue()
        assert list(lint.fonts(packed.getvalue())) == []
        for item in file.objects:
            if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
                del item["/FontFile2"]
        file.save(packed := io.BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert len(list(lint.fonts(packed.getvalue()))) == 1


def test_a_line_that_begins_with_a_closing_mark_is_found(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    lay = Typesetter.lay

    def badly(self: Typesetter, words: object, width_pt: float, style: Style) -> tuple[Line, ...]:
        lines = lay(self, words, width_pt, style)
        return (
            lines[0]._replace(text=lines[0].text.rstrip("，")),
            lines[1]._replace(text="，" + lines[1].text),
            *lines[2:],
        )

    monkeypatch.setattr(Typesetter, "lay", badly)
    book.sheets[1].paragraph(16, 120, 60, BODY, Style())
    words, page = only(looked(book), "lines")
    assert "begins with" in words
    assert page == 2


def test_a_heading_with_nothing_below_it_is_found(book: Book) -> None:
    book.sheets[0].text(16, 268, "下一步", 13, 700)
    words, page = only(looked(book), "sections")
    assert "下一步" in words
    assert page == 1


def test_an_empty_page_is_found(book: Book) -> None:
    book.sheet().text(16, 284, "3", 11)
    _, page = only(looked(book), "sections")
    assert page == 3


@pytest.mark.parametrize(("pixels", "is_fine"), [(500, True), (480, False)])
def test_a_coarse_picture_is_found(book: Book, pixels: int, is_fine: bool) -> None:
    out = io.BytesIO()
    Image.new("RGB", (pixels, pixels), "teal").save(out, "PNG")
    book.sheets[1].picture(read_picture(out.getvalue()), 16, 120, 50, 50)
    found = looked(book)
    assert ("pictures" in found.passed) is is_fine
    assert [(each.level, each.page) for each in found.findings] == ([] if is_fine else [("warn", 2)])


def test_a_code_is_read_back_from_the_finished_page(book: Book) -> None:
    draw_code(book.sheets[1], 100, 120, 40, "BEGIN:VCARD 6123458")
    found = looked(book)
    assert found.findings == ()
    assert "code" in found.passed


def test_a_code_that_something_covers_is_found(book: Book) -> None:
    draw_code(book.sheets[1], 100, 120, 40, "BEGIN:VCARD 6123458")
    book.sheets[1].rect(110, 125, 20, 30, fill="#10242F")
    words, page = only(looked(book), "code")
    assert "读不出来" in words
    assert page == 2


def test_a_code_that_says_something_else_is_found(book: Book) -> None:
    sheet = book.sheets[0]
    draw_code(sheet, 100, 120, 40, "one")
    sheet.codes[0] = sheet.codes[0]._replace(content="two")
    assert only(looked(book), "code")[1] == 1


def test_a_code_under_20_mm_is_found(book: Book) -> None:
    draw_code(book.sheets[0], 100, 120, 22, "6123458")
    words, _ = only(looked(book), "code")
    assert "20 毫米" in words


@pytest.mark.parametrize("profile", ["press", "press-285", "large", "booklet"])
def test_codes_and_blocks_are_found_however_a_page_lies_on_its_paper(profile: ProfileName, setter: Typesetter) -> None:
    book = Book(io.BytesIO(), setter, profile=PROFILES[profile])
    for _ in range(4):
        sheet = book.sheet()
        sheet.paragraph(16, 60, 120, BODY, Style())
        draw_code(sheet, 100, 120, 40, f"6123458 {len(book.sheets)}")
    if profile == "booklet":
        impose_booklet(book)
    assert "code" in looked(book).passed
    book.sheets[-1].text(30, 61, "压在上面的字", 10)
    found = looked(book)
    (finding,) = found.findings
    assert finding.frame is not None
    page = pypdfium2.PdfDocument(book.out.getvalue())[len(book.sheets) - 1]
    left, top, width, height = (length * 72 / 25.4 for length in finding.frame)
    high = page.get_size()[1]
    text = page.get_textpage().get_text_bounded(left - 1, high - top - height - 1, left + width + 1, high - top + 1)
    assert "压在上面的字" in text


def test_export_refuses_and_names_page_and_block(
    library: Library, places: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    from brochure.pdf.sections import figures

    write = figures.write_figure

    def twice(edition: object, sheet: Sheet, figure: object, x: float, top: float) -> float:
        foot = write(edition, sheet, figure, x, top)
        sheet.text(x, top + 18, "压字压字", 20)
        return foot

    monkeypatch.setattr(figures, "write_figure", twice)
    recipe = Recipe(sections=("cover", "figures", "sources"), on=ON)
    with pytest.raises(RenderError) as caught:
        tailor.export(library, recipe, tmp_path / "a.pdf", places)
    assert "第 2 页 数字" in caught.value.message.zh
    assert "压字压字" in caught.value.message.zh
    assert not (tmp_path / "a.pdf").exists()
    assert any(finding.page == 2 for finding in tailor.inspect_all(library, recipe, places))


def test_every_printed_record_of_note_has_its_block(library: Library, places: Places) -> None:
    proof = tailor.proof(library, Recipe(on=ON), places)
    told = {record for page in proof.blocks for _, record in page}
    assert all(library.find(record) is not None for record in told)
    kinds = {library.record(record).kind for record in told}
    assert kinds >= {"figures", "zones", "policies", "enterprises", "stages", "base", "industries", "services"}
    for kind in ("policies", "enterprises", "stages", "industries"):
        printed = [record.id for record in library.records(kind)]
        assert len(told & set(printed)) > 0.8 * len(printed), kind
    for page in proof.blocks:
        for (left, top, width, height), _ in page:
            assert -2 <= left <= left + width <= 212
            assert -2 <= top <= top + height <= 299


def test_the_same_code_is_not_read_twice(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    draw_code(book.sheets[0], 100, 120, 40, f"{MM} once")
    book.save()
    read: list[object] = []
    real = zxingcpp.read_barcodes
    monkeypatch.setattr(zxingcpp, "read_barcodes", lambda picture: (read.append(picture), real(picture))[1])
    for _ in range(3):
        assert "code" in lint.look_over(book, book.out.getvalue()).passed
    assert len(read) == 1
