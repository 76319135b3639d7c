"""Who has which copy: registered when it is made, named when something printed changes, forgotten to the last byte."""

import datetime
import hashlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from brochure.desk import register, tailor
from brochure.desk.batch import run
from brochure.desk.change import save_setting
from brochure.desk.recipients import read_recipients
from brochure.errors import StoreError
from brochure.model.copy import Copy
from brochure.model.kinds import Figure
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.store.backup import make_backup
from brochure.store.copies import CopyStore
from brochure.store.library import Library
from brochure.store.user_db import UserStore
from tests.desk.conftest import Office
from tests.desk.sheets_of import write_csv
from tests.factories import spoilt

ON = datetime.date(2026, 3, 2)
SECRET = "绝密藏药研究院"


def copy(library: Library, path: Path, **asked: object) -> Copy:
    recipe = Recipe(on=ON, **asked)  # type: ignore[arg-type]
    return register.copy_of(library, recipe, path, pages=2, sha256="0" * 64)


@pytest.fixture
def store(places: Places) -> CopyStore:
    return CopyStore(places.user_db)


def test_a_copy_comes_back_as_it_was_kept(library: Library, store: CopyStore, tmp_path: Path) -> None:
    kept = copy(library, tmp_path / "a.pdf", reader=" 大美中药 ", lang="both", zones=("zone-north",))
    store.save_copies([kept, kept])
    found = store.copies()
    assert [each.id for each in found] == [1, 2]
    assert found[0].recipient == "大美中药"
    assert found[0].printed == kept.printed
    assert (found[0].lang, found[0].path, found[0].content_version) == (
        "both", str(tmp_path / "a.pdf"), library.content_version,
    )  # fmt: skip
    assert 'zones = ["zone-north"]' in found[0].recipe


def test_what_many_copies_print_is_kept_once(library: Library, store: CopyStore, tmp_path: Path) -> None:
    kept = copy(library, tmp_path / "a.pdf", reader="甲")
    store.save_copies([kept] * 20)
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("SELECT count(*) FROM prints").fetchone() == (len(kept.printed),)
        assert connection.execute("SELECT count(*) FROM copy_prints").fetchone() == (20 * len(kept.printed),)
    connection.close()


def test_a_copy_that_cannot_be_kept_leaves_the_register_as_it_was(
    library: Library, store: CopyStore, tmp_path: Path
) -> None:
    good = copy(library, tmp_path / "a.pdf", reader="甲")
    store.save_copies([good])
    before = store.copies()
    with pytest.raises(StoreError):
        store.save_copies([good, Copy(**{**{f: getattr(good, f) for f in good.__struct_fields__}, "sha256": None})])
    assert store.copies() == before


def test_a_brochure_for_nobody_is_nobodys_copy(library: Library, places: Places, tmp_path: Path) -> None:
    for reader in (None, "  "):
        assert register.note(library, Recipe(reader=reader, on=ON), tmp_path / "a", places, pages=1, sha256="") is None
    assert not places.user_db.exists()


def test_a_changed_figure_names_exactly_the_copies_that_print_it(
    library: Library, places: Places, store: CopyStore, tmp_path: Path
) -> None:
    store.save_copies([
        copy(library, tmp_path / "1.pdf", reader="有数据", sections=("cover", "figures")),
        copy(library, tmp_path / "2.pdf", reader="只有政策", sections=("cover", "policies")),
        copy(library, tmp_path / "3.pdf", reader="全本"),
        copy(library, tmp_path / "4.pdf", reader="有企业", sections=("enterprises",)),
    ])  # fmt: skip
    copies = register.list_copies(places)
    assert register.list_stale(library, copies) == ()
    figure = next(each for each in library.records("figures") if isinstance(each, Figure) and each.current)
    changed = spoilt(library, figure.id, value=(figure.value or 0) + 1)
    stale = register.list_stale(changed, copies)
    assert {each.copy.recipient for each in stale} == {"有数据", "全本"}
    for each in stale:
        assert [(one.id, one.kind, one.change) for one in each.changed] == [(figure.id, "figures", "changed")]
        assert each.changed[0].name == figure.name


def test_what_is_said_in_the_other_language_only_is_no_change(
    library: Library, places: Places, store: CopyStore, tmp_path: Path
) -> None:
    store.save_copies([
        copy(library, tmp_path / f"{lang}.pdf", reader=lang, lang=lang, policies=("policy-build-on-land-award",))
        for lang in ("zh", "en", "both")
    ])  # fmt: skip
    policy = library.record("policy-build-on-land-award")
    assert policy.summary is not None
    changed = spoilt(library, policy.id, summary=type(policy.summary)(policy.summary.zh, "Quite another sentence."))
    assert {each.copy.recipient for each in register.list_stale(changed, register.list_copies(places))} == {
        "en",
        "both",
    }
    renamed = spoilt(library, policy.id, aliases=("一个别名",))
    assert register.list_stale(renamed, register.list_copies(places)) == ()


def test_a_later_copy_of_the_same_request_is_enough(library: Library, places: Places, tmp_path: Path) -> None:
    figure = next(each for each in library.records("figures") if isinstance(each, Figure) and each.current)
    changed = spoilt(library, figure.id, value=(figure.value or 0) + 1)
    store = CopyStore(places.user_db)
    store.save_copies([
        copy(library, tmp_path / "1.pdf", reader="甲"), copy(library, tmp_path / "1.pdf", reader="甲", lang="en"),
        copy(changed, tmp_path / "2.pdf", reader="甲"),
    ])  # fmt: skip
    stale = register.list_stale(changed, register.list_copies(places))
    assert [(each.copy.lang, each.copy.recipient) for each in stale] == [("en", "甲")]


def test_a_record_that_is_gone_is_named(office: Office, tmp_path: Path) -> None:
    library = office.open()
    row = library.records("policies")[0]
    CopyStore(office.places.user_db).save_copies([copy(library, tmp_path / "a.pdf", reader="甲", policies=(row.id,))])
    path = office.data / "policies.csv"
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(row.id)), "utf-8-sig")
    assert any(each.startswith(row.id) for each in lines)
    stale = register.list_stale(office.open(), register.list_copies(office.places))
    assert [(one.id, one.change) for one in stale[0].changed if one.id == row.id] == [(row.id, "gone")]


@pytest.fixture
def told(library: Library, places: Places, tmp_path: Path) -> Path:
    """A register with a batch of three in it, a backup, and the secret name in the window's form too."""
    sheet = write_csv(tmp_path / "a.csv", ("公司",), (SECRET,), ("甲",), (SECRET,))
    rows = read_recipients(library, sheet, Recipe(sections=("cover",), on=ON)).rows
    with ThreadPoolExecutor(1) as one:
        assert run(library, rows, tmp_path / "out", places, executor=one).count("made") == 3
    save_setting(places, "reader", SECRET)
    assert make_backup(places.user_db, places.backups, datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)) is not None
    sheet.unlink()
    return tmp_path


def holders(folder: Path, name: str) -> list[str]:
    """Every file below a folder that has a name in it, in whichever encoding."""
    spelt = [name.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in spelt)
    )


def test_forgotten_means_not_a_byte_is_left(told: Path, places: Places) -> None:
    assert len(holders(places.data, SECRET)) == 2
    gone = register.forget(places, f"  {SECRET} ")
    assert gone.copies == 2
    assert [path.name for path in gone.files] == [f"{SECRET}.pdf", f"{SECRET}-2.pdf", "manifest.csv"]
    assert gone.kept == ()
    assert holders(places.data, SECRET) == []
    assert [each.recipient for each in register.list_copies(places)] == ["甲"]
    assert UserStore(places.user_db).settings()["reader"] == ""
    with sqlite3.connect(next(places.backups.glob("user-*.db"))) as connection:
        assert connection.execute("SELECT recipient FROM copies").fetchall() == [("甲",)]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert register.forget(places, SECRET).copies == 0


def test_a_damaged_file_put_aside_is_named(told: Path, places: Places) -> None:
    aside = places.data / "user-damaged-20260302.db"
    aside.write_bytes(b"not a database, but " + SECRET.encode())
    assert register.forget(places, SECRET).kept == (aside,)


def test_single_exports_are_registered(library: Library, places: Places, tmp_path: Path) -> None:
    recipe = Recipe(reader="甲", sections=("cover",), on=ON)
    made = tailor.export(library, recipe, tmp_path / "a.pdf", places)
    assert register.note(library, recipe, made.path, places, pages=made.pages, sha256=made.sha256) is None
    (found,) = register.list_copies(places)
    assert found.sha256 == hashlib.sha256((tmp_path / "a.pdf").read_bytes()).hexdigest()
    assert found.pages == 1


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_the_file_of_every_release_is_brought_forward(
    library: Library, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: int
) -> None:
    from brochure.store import user_file

    whole = user_file.MIGRATIONS
    monkeypatch.setattr(user_file, "MIGRATIONS", whole[:schema])
    save_setting(places, "lang", "en")
    monkeypatch.setattr(user_file, "MIGRATIONS", whole)
    assert register.list_copies(places) == ()
    CopyStore(places.user_db).save_copies([copy(library, tmp_path / "a.pdf", reader="甲")])
    assert len(register.list_copies(places)) == 1
    assert UserStore(places.user_db).settings() == {"lang": "en"}
