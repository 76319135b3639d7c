"""A fact that the office changed is told as such wherever it is shown, until its new source is named."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from brochure.claims import audit
from brochure.claims.edits import unsourced_edits
from brochure.desk import intake
from brochure.desk.opening import open_library
from brochure.desk.tailor import export, preflight
from brochure.gui.card_content import build_card
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.store.library import Library

ON = datetime.date(2026, 11, 26)
FIGURE = "market-entities-2025-06-15"
Change = Callable[[str, str], Library]


@pytest.fixture
def change(places: Places, tmp_path: Path) -> Change:
    """Return what takes a CSV over and opens the content again."""

    def take(name: str, text: str) -> Library:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        library = open_library(places)
        difference = intake.compare(library, places, [path])
        assert difference.problems == ()
        intake.apply(library, places, difference)
        return open_library(places)

    return take


def _text(library: Library, places: Places, out: Path, lang: str) -> str:
    export(library, Recipe(on=ON, lang=lang, sections=("figures", "sources")), out, places)  # type: ignore[arg-type]
    return "".join(page.extract_text() for page in pypdf.PdfReader(out).pages).replace("\n", "").replace(" ", "")


def test_a_changed_figure_says_so_in_the_audit_on_its_card_and_on_the_page(
    change: Change, places: Places, tmp_path: Path
) -> None:
    before = len(audit(open_library(places)))
    library = change("figures.csv", f"id,value\n{FIGURE},7001\n")
    day = library.edits[FIGURE][0].made_at[:10]
    assert [(issue.level, issue.field) for issue in audit(library) if issue.rule == "edited"] == [("warning", "value")]
    assert len(audit(library)) == before + 1
    card = build_card(library.record(FIGURE), library, ON)
    assert card.note is not None
    assert f"园区 {day} 改过：数值。" in card.note.zh
    assert f"Changed by the park on {day}: Value." in card.note.en
    warned = [finding.what.zh for finding in preflight(library, Recipe(on=ON), places) if finding.level == "warn"]
    assert any(FIGURE in words for words in warned)
    assert f"（园区{day}更改，来源待补）" in _text(library, places, tmp_path / "zh.pdf", "zh")
    assert f"(changedbytheparkon{day},sourcetobeadded)" in _text(library, places, tmp_path / "en.pdf", "en")


def test_with_its_new_source_it_is_a_reading_like_any_other(change: Change, places: Places, tmp_path: Path) -> None:
    change(
        "sources.csv",
        "id,name_zh,name_en,role,published,mark,cite_zh,cite_en\n"
        "office-2026,园区统计快报,Park statistics,office,2026-11,8,园区管委会，2026 年 11 月,\n".replace(
            "园区管委会，2026 年 11 月,", '"园区管委会，2026 年 11 月","Management Committee, November 2026"'
        ),
    )
    library = change("figures.csv", f"id,value,as_of,sources\n{FIGURE},7001,2026-10,office-2026\n")
    assert [issue for issue in audit(library) if issue.rule == "edited"] == []
    text = _text(library, places, tmp_path / "zh.pdf", "zh")
    assert "7001" in text
    assert "来源待补" not in text
    assert "园区管委会，2026年11月" in text
    card = build_card(library.record(FIGURE), library, ON)
    assert card.note is not None
    assert "改过" in card.note.zh, "that the office changed it stays in sight"


def test_a_new_record_and_words_alone_need_no_second_source(change: Change) -> None:
    library = change("enterprises.csv", "id,note_zh,note_en\nenterprise-damei,已电话核对。,Checked by phone.\n")
    assert [issue for issue in audit(library) if issue.rule == "edited"] == []
    library = change(
        "enterprises.csv", "id,name_zh,name_en,sources,as_of,status\nenterprise-x,新,New,article-2025,2025-06,signed\n"
    )
    assert [issue for issue in audit(library) if issue.rule == "edited"] == []
    note = build_card(library.record("enterprise-x"), library, ON).note
    assert note is not None
    assert "新增，不在原报道里" in note.zh


@pytest.mark.parametrize(
    ("kind", "names", "fields"),
    [
        ("figures", {"value"}, ("value",)),
        ("figures", {"unit_en", "as_of"}, ("as_of", "unit")),
        ("figures", {"value", "sources"}, ()),
        ("figures", {"headline", "note_zh", "named"}, ()),
        ("policies", {"valid_from", "issuer_zh"}, ("valid_from",)),
        ("zones", {"area_mu", "clue_zh"}, ("area_mu",)),
        ("places", {"lat", "lon"}, ()),
        ("enterprises", {"name_zh", "aliases"}, ()),
    ],
)
def test_what_is_a_fact(kind: str, names: set[str], fields: tuple[str, ...]) -> None:
    assert unsourced_edits(kind, names) == fields
