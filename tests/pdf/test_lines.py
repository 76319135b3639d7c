"""Line breaking and setting: nothing forbidden at an edge, nothing torn, nothing lost, nothing over the edge."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from brochure.pdf.breaks import NEVER_FIRST, WIDE_CLOSE, WIDE_OPEN, breaks, clean, gaps, joints, protected
from brochure.pdf.fill import RAGGED_BELOW_PT
from brochure.pdf.lines import Line, Run, Style, Typesetter, faults, mark
from brochure.pdf.setting import plain
from tests.hostile import hostile_strings
from tests.pdf.samples import CHINESE, ENGLISH

MM = 72 / 25.4
WIDTHS_MM = (*range(20, 70, 3), 80, 93, 107, 120, 140, 155, 170)


def laid_text(lines: tuple[Line, ...]) -> str:
    return "".join(line.text + line.joint for line in lines)


@pytest.mark.parametrize("text", CHINESE + ENGLISH)
@pytest.mark.parametrize("size_pt", [7.5, 10, 13])
def test_no_faults_at_any_width(setter: Typesetter, text: str, size_pt: float) -> None:
    for width_mm in WIDTHS_MM:
        lines = setter.lay(text, width_mm * MM, Style(size_pt))
        assert faults(lines, width_mm * MM) == [], width_mm
        assert laid_text(lines) == plain(clean(text)[0])


def test_no_faults_in_shipped_content(setter: Typesetter) -> None:
    data = Path(__file__).parents[2] / "data"
    texts: set[str] = set()
    for path in data.rglob("*.json") if data.is_dir() else ():
        found = re.findall(r'"([^"\\]*[一-鿿][^"\\]*)"', path.read_text("utf-8"))
        texts.update(text for text in found if len(text) > 12)
    for path in data.rglob("*.csv") if data.is_dir() else ():
        texts.update(re.findall(r"[^,\"\n]*[一-鿿][^,\"\n]{12,}", path.read_text("utf-8-sig")))
    for text in sorted(texts)[:400]:
        for width_mm in (30, 55.3, 90, 120, 170):
            lines = setter.lay(text, width_mm * MM, Style(9.5))
            assert faults(lines, width_mm * MM) == [], text


@pytest.mark.parametrize("text", CHINESE)
def test_breaks_agree_with_unicode(text: str) -> None:
    """UAX #14 allows each of our breaks, but for the quotes, source marks and signs that clreq rules better."""
    cleaned, kinds, _ = clean(text)
    allowed = set(line_break_boundaries(plain(cleaned)))
    for end in breaks(cleaned, joints(kinds)):
        start = end + len(cleaned[end:]) - len(cleaned[end:].lstrip())
        if start not in allowed:
            seam = plain(cleaned)[start - 1 : start + 1]
            assert set(seam) & set("“”‘’…—①②③④⑤⑥⑦·～-"), seam


def test_wide_chinese_columns_meet_the_edge(setter: Typesetter) -> None:
    text = "".join(CHINESE[:5])
    lines = setter.lay(text, 120 * MM, Style(10))
    assert len(lines) > 3
    assert all(abs(line.room_pt) < 0.2 for line in lines[:-1])


def test_narrow_columns_and_english_are_ragged(setter: Typesetter) -> None:
    narrow = setter.lay(CHINESE[0], RAGGED_BELOW_PT - 1, Style(10))
    assert max(line.room_pt for line in narrow[:-1]) > 1
    english = setter.lay(ENGLISH[0] + ENGLISH[1], 120 * MM, Style(10))
    assert max(line.room_pt for line in english[:-1]) > 1


@pytest.mark.parametrize(
    "together",
    [
        "6879 户",
        "900 亩",
        "2240～2350 米",
        "23.5 亿元",
        "9.9 %",
        "2025-06-15",
        "2024 年 1—6 月",
        "537 家③",
        "1+7+N",
        "约 5 公里②",
    ],
)
def test_figures_stay_whole(setter: Typesetter, together: str) -> None:
    for before in range(3, 30):
        text = "园区面积人口企业项目" * 3
        lines = setter.lay(text[:before] + together + "，另见说明。", 50 * MM, Style(10))
        wanted = plain(clean(together)[0])
        assert any(wanted in line.text for line in lines), [line.text for line in lines]


@pytest.mark.parametrize("together", ["high-energy", "in-vitro", "pre-approval", "follow-up", "zero-carbon"])
def test_a_short_half_does_not_stand_alone_at_a_hyphen(setter: Typesetter, together: str) -> None:
    for before in range(3, 30):
        lines = setter.lay(f"{'word ' * before}{together} and more words follow", 50 * MM, Style(10))
        assert any(together in line.text for line in lines), [line.text for line in lines]


def test_long_halves_part_at_their_hyphen(setter: Typesetter) -> None:
    text = "electron-beam irradiation"
    width = setter.measure("electron-", 10) + 0.1
    assert setter.lay(text, width, Style(10))[0].text == "electron-"


def test_protected_knows_dates_and_ranges() -> None:
    text = clean("2024 年 1—6 月为 2240～2350 米，RMB 2,350 million，15 June 2025")[0]
    found = [plain(text[start:end]) for start, end in protected(text)]
    assert found == ["2024年1—6月", "2240～2350米", "RMB 2,350 million", "15 June 2025"]


def test_typed_spaces_between_scripts_do_not_matter(setter: Typesetter) -> None:
    style = Style(10)
    assert setter.line("市场主体 6879 户", style).pieces == setter.line("市场主体6879户", style).pieces
    assert setter.measure("户6", 10) == pytest.approx(setter.measure("户", 10) + setter.measure("6", 10) + 2.5)


def test_neighbouring_marks_take_one_and_a_half(setter: Typesetter) -> None:
    for pair in ("」，", "。”", "》（", "：“", "“《"):
        assert setter.measure(pair, 10) == pytest.approx(15), pair
    assert setter.measure("（）", 10) == pytest.approx(20)
    assert gaps(clean("甲》（乙）").kinds) == {2: -500}


def test_marks_at_the_edges_give_their_empty_half(setter: Typesetter) -> None:
    line = setter.lay("“引文一句。", 100 * MM, Style(10))[0]
    assert line.pieces[0].x_pt == pytest.approx(-5)
    assert line.width_pt == pytest.approx(50)


def test_source_marks_stay_with_what_they_prove(setter: Typesetter) -> None:
    for width_mm in range(20, 60):
        words = ["园区在西宁市城北区，距市中心约 5 公里", mark("②"), "；有各类市场主体 6879 户", mark("⑤"), "。"]
        lines = setter.lay(words, width_mm * MM, Style(10))
        assert all(line.text[0] not in "②⑤；。" for line in lines)
        pieces = [piece for line in lines for piece in line.pieces if piece.text in "②⑤"]
        assert [(piece.size_pt, round(piece.rise_pt, 2)) for piece in pieces] == [(7.5, 2.25)] * 2


def test_runs_are_set_as_one_text(setter: Typesetter) -> None:
    style = Style(10)
    whole = setter.lay("各类市场主体 6879 户，另有在孵企业 537 家。", 60, style)
    parts = setter.lay([Run("各类市场主体 "), Run("6879", 400), " 户，另有在孵企业 ", Run("537"), "家。"], 60, style)
    assert [line.text for line in whole] == [line.text for line in parts]
    assert [round(line.width_pt, 3) for line in whole] == [round(line.width_pt, 3) for line in parts]


def test_last_line_is_not_one_character(setter: Typesetter) -> None:
    for count in range(12, 60):
        lines = setter.lay("园" * count + "。", 57 * MM, Style(10))
        assert len(lines) == 1 or len(lines[-1].text.rstrip("。")) > 1


def test_a_word_wider_than_its_column_breaks_instead_of_running_over(setter: Typesetter) -> None:
    address = "https://www.example.cn/" + "a" * 120
    lines = setter.lay(f"见 {address} 一页", 40 * MM, Style(10))
    assert all(line.width_pt <= 40 * MM + 0.3 for line in lines)
    assert laid_text(lines).replace(" ", "") == f"见{address}一页"


def test_english_quotes_are_narrow_and_read_as_typed(setter: Typesetter) -> None:
    line = setter.line("“don’t”", Style(10))
    assert line.text == "“don’t”"
    assert line.width_pt < 40
    assert setter.measure("“不要”", 10) == pytest.approx(40)


def test_paragraphs_end_where_they_were_ended(setter: Typesetter) -> None:
    lines = setter.lay("第一段\n\n第三段\r\n第四段", 100 * MM, Style(10))
    assert [line.text for line in lines] == ["第一段", "", "第三段", "第四段"]
    assert setter.lay("", 50, Style(10))[0].text == ""


def test_controls_and_turned_reading_are_shown_as_a_square() -> None:
    assert clean("a\x00b\u202ec\u2066d\ue000e\U000f0001")[::2] == ("a□b□c□d□e□", ())
    assert clean("x\u200by\u00adz")[0] == "xyz"


def test_fit_size_steps_down_to_the_least(setter: Typesetter) -> None:
    assert setter.fit_size("西宁生物科技产业园区", 1000, 26) == 26
    size = setter.fit_size("西宁生物科技产业园区", 150, 26, weight=700)
    assert size == 15
    assert setter.fit_size("西宁生物科技产业园区" * 9, 100, 26) == 7.5
    assert setter.fit_size("西宁生物科技产业园区" * 2, 150, 26, lines=2) == 15


def test_every_han_is_one_square(setter: Typesetter) -> None:
    for face in setter.faces.values():
        assert all(face.advances[char] == 1000 for char in face.cids if "一" <= char <= "鿿")
        assert all(face.advances[char] == 1000 for char in WIDE_OPEN + WIDE_CLOSE if char in face)


@pytest.mark.parametrize("text", hostile_strings(720))
def test_hostile_strings_are_only_text(setter: Typesetter, text: str) -> None:
    for width_mm in (12, 57, 110):
        lines = setter.lay(text, width_mm * MM, Style(10))
        assert all(line.width_pt <= width_mm * MM + 0.3 or len(line.text) == 1 for line in lines)
        assert laid_text(lines).split() == plain(clean(text)[0]).split()
    setter.line(text, Style(7.5))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.floats(1, 400))
def test_any_text_at_any_width(setter: Typesetter, text: str, width_pt: float) -> None:
    lines = setter.lay(text, width_pt, Style(10))
    assert "".join(laid_text(lines).split()) == "".join(plain(clean(text)[0]).split())
    assert all(line.width_pt <= width_pt + 0.3 or len(line.text) == 1 for line in lines)


def test_the_fault_finder_finds(setter: Typesetter) -> None:
    def line(text: str, joint: str = "") -> Line:
        return setter.line(text, Style(10))._replace(joint=joint)

    assert faults([line("园区有市场主体"), line("，六千户")], 200)
    assert faults([line("园区有市场主体（"), line("六千户）")], 200)
    assert faults([line("园区有市场主体6879"), line("户以上")], 200)
    assert faults([line("build in the la"), line("boratory")], 200)
    assert faults([line("园区有市场主体"), line("户。")], 200)
    assert faults([line("园区有市场主体")], 20)
    assert not faults([line("园区有市场主体，"), line("六千余户。")], 200)
    assert all(clean(mark).kinds in NEVER_FIRST for mark in "、，。：；！？）》】」』”’…—·％%℃°")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("金诃藏药、青海制药厂、大美中药、三江源药业", ("金诃藏药", "青海制药厂", "大美中药", "三江源药业")),
        ("邻近的企业：芯物源、中水数易（2023 年推进）", ("芯物源", "中水数易")),
        ("非标设备、模具、汽车零部件", ("非标设备", "模具", "汽车零部件")),
    ],
)
def test_what_stands_between_the_marks_of_a_list_is_not_broken(words: str, kept: tuple[str, ...]) -> None:
    spans = protected(words)
    for item in kept:
        at = words.index(item)
        assert any(start <= at and at + len(item) <= end for start, end in spans), item


def test_a_longer_stretch_of_a_sentence_may_break() -> None:
    assert protected("园区领导分别联系一批重点企业和项目，走访、座谈、解决问题。") == [(21, 23), (24, 28)]
