"""What a print file says: round its pages to the printer, and before it is made to the person who sends it there."""

from typing import Final

from brochure.words.text import Text

PROFILE: Final[dict[str, Text]] = {
    "office": Text("办公打印　A4", "Office printer, A4"),
    "press": Text("印刷厂　A4，出血 3 毫米", "Press, A4 with 3 mm bleed"),
    "press-285": Text("印刷厂　大16开，出血 3 毫米", "Press, 210 × 285 with 3 mm bleed"),
    "large": Text("大字版　A3", "Large type, A3"),
    "booklet": Text("对折小册　A3 双面", "Booklet, A3 folded"),
    "trifold": Text("三折页　A4 双面", "Trifold, A4"),
    "trifold-press": Text("三折页　印刷厂，出血 3 毫米", "Trifold for the press, 3 mm bleed"),
    "sheet": Text("地块单页　A4", "Site sheets, A4"),
    "card": Text("政策卡　A5", "Policy cards, A5"),
    "screen": Text("投屏版　16:9", "Slides, 16:9"),
}
"""What each way to print is called."""

WHERE: Final = Text("印制", "Printing")
FOUR_INKS: Final = Text(
    "四色文件，按 FOGRA39 涂布纸配色；不带 ICC 特性文件，也不是 PDF/X。交稿前请印厂打样。",
    "Four inks, built for coated paper (FOGRA39); no ICC profile inside and no PDF/X. Ask the printer for a proof.",
)
ADVICE: Final[dict[str, Text]] = {
    "press": FOUR_INKS,
    "press-285": FOUR_INKS,
    "large": Text(
        "页面为 A3，全书放大 1.41 倍：正文 14 磅，表格约 12 磅，注释约 10.6 磅。",
        "The pages are A3 and everything is 1.41 times as large: body text 14 pt, tables about 12 pt, notes about 10.6 pt.",
    ),
    "trifold-press": Text(
        f"{FOUR_INKS.zh}双面印，短边翻转；左边窄 3 毫米的一面向内折。",
        f"{FOUR_INKS.en} Printed on both sides, flipped on the short edge; the panel at the left, 3 mm narrower, folds in.",
    ),
    "trifold": Text(
        "A4 横向双面打印，短边翻转，按 100 % 不缩放；左边窄 3 毫米的一面向内折。",
        "Print on both sides of A4 landscape, flipped on the short edge, at 100 %; the panel at the left, 3 mm narrower, folds in.",
    ),
    "booklet": Text(
        "A3 横向双面打印，短边翻转，按 100 % 不缩放；从中缝对折，骑马装订。",
        "Print on both sides of A3 landscape, flipped on the short edge, at 100 %; fold in the middle and staple.",
    ),
}
"""What a person must know to have it printed, by profile."""

NO_REVIEW_NUMBER: Final = Text(
    "印刷品会公开发行，地图却没有审图号，会印上“示意图·未送审”。请先送审，再把审图号写进设置。",
    "Print work is public release, and the map has no review number: it is printed as a “schematic map, not submitted for "
    "review”. Have it reviewed first, and put the number into the settings.",
)
PAGE: Final = Text("第 {} 页，共 {} 页", "Page {} of {}")
INK_CONDITION: Final = "FOGRA39"
INKS: Final = Text("CMYK　{}　{}", "CMYK  ·  {}  ·  {}")
NOT_INKS: Final = Text(
    "第 {} 页有不能分成四色的内容（{}），印刷文件没有写出。",
    "Page {} holds something that cannot be split into four inks ({}); no print file was written.",
)
CONDITION: Final = Text("FOGRA39 涂布纸（ISO 12647-2）", "FOGRA39, coated paper (ISO 12647-2)")
