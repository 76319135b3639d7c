"""What the guard found is kept beside the content, and never outlives the rules that found it."""

import pytest

from brochure.claims import audit, content, issues_of
from brochure.desk.opening import open_library
from brochure.settings import Places
from brochure.store.library import load_library
from brochure.words.kinds import KINDS


def test_what_was_kept_is_what_a_fresh_look_finds(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    open_library(places)
    kept = load_library(places.content_db)
    assert kept.verdicts
    fresh = load_library(places.content_db)
    fresh.verdicts = ""
    wanted = audit(fresh)
    assert wanted
    looked = []
    monkeypatch.setattr(content, "judge_record", lambda *given: looked.append(given) or ())
    assert audit(kept) == wanted
    assert looked == [], "nothing was worked out again"


def test_other_rules_look_again(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    open_library(places)
    wanted = audit(load_library(places.content_db))
    monkeypatch.setattr(content, "_rules", lambda: "other rules")
    looked = []
    honest = content.judge_record
    monkeypatch.setattr(content, "judge_record", lambda *given: looked.append(given) or honest(*given))
    library = load_library(places.content_db)
    assert audit(library) == wanted
    assert len(looked) == sum(len(library.records(kind, archive=True)) for kind in KINDS)


def test_the_rules_are_told_apart_by_their_files() -> None:
    assert len(content._rules()) == 32


def test_a_stranger_is_judged_by_itself(places: Places) -> None:
    import msgspec

    library = open_library(places)
    record = msgspec.structs.replace(library.record("enterprise-jinhe"), sources=())
    assert [issue.rule for issue in issues_of(record, library)] == ["unsourced"]
    assert issues_of(library.record("enterprise-jinhe"), library) == ()
