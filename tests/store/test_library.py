"""The library: what views and pages ask of the content."""

import pytest

from brochure.errors import NotFoundError
from brochure.model.kinds import KINDS, Enterprise, Figure, Source
from brochure.store.content_db import build_content_db
from brochure.store.library import Library
from brochure.words import Text
from tests.factories import make, small_records


@pytest.fixture
def small() -> Library:
    records = small_records()
    records["enterprises"] += (make(Enterprise, "enterprise-old", audience="archive", related=("zone-test",)),)
    records["sources"] += (make(Source, "article-second", mark=3, as_of="2099"),)
    records["figures"] += (
        make(
            Figure, "firms-2024", measure="firms", as_of="2024-H1", current=False, sources=("open-test", "article-test")
        ),
    )
    zone = records["zones"][1]
    records["zones"] = (records["zones"][0], make(type(zone), "zone-test", name=zone.name))
    return Library(build_content_db(records, (), (), "0123456789abcdef"))


def test_records_come_in_the_order_of_their_file(small: Library) -> None:
    assert [record.id for record in small.records("enterprises")] == ["enterprises-plain", "enterprise-test"]


def test_the_archive_comes_only_when_asked(small: Library) -> None:
    assert [record.id for record in small.records("enterprises", archive=True)][-1] == "enterprise-old"


def test_an_unknown_kind_is_said(small: Library) -> None:
    with pytest.raises(NotFoundError) as caught:
        small.records("enterprise")
    assert "enterprises" in caught.value.message.zh


def test_a_wrong_id_is_told_the_nearest(small: Library) -> None:
    with pytest.raises(NotFoundError) as caught:
        small.record("zone-tset")
    assert "zone-test" in caught.value.message.en
    assert "zone-test" in caught.value.message.zh
    assert small.find("zone-tset") is None


def test_relations_go_both_ways_without_sources_or_doubles(small: Library) -> None:
    assert [record.id for record in small.related("enterprise-test")] == ["zone-test"]
    assert [record.id for record in small.related("zone-test")] == ["enterprise-test"]
    assert [record.id for record in small.related("enterprise-old")] == ["zone-test"]


def test_sources_come_by_their_mark(small: Library) -> None:
    assert [source.id for source in small.sources(small.record("firms-2024"))] == ["article-test", "open-test"]


def test_readings_come_with_the_current_one_first_then_the_newest(small: Library) -> None:
    assert [figure.id for figure in small.readings("firms")] == ["firms-2025", "firms-2024", "firms-2023"]
    assert small.readings("nothing") == ()


def test_version_and_date(small: Library) -> None:
    assert small.content_version == "01234567"
    assert small.content_date == "2025-06-15"  # the date of a source does not count


def test_the_shipped_content_is_of_june_2025(library: Library) -> None:
    assert library.content_date == "2025-06-15"
    assert len(library.content_version) == 8
    assert library.problem is None


def test_the_characters_are_those_of_the_content(small: Library) -> None:
    assert set("金诃藏药") <= small.characters
    assert "鱻" not in small.characters


def test_every_relation_of_the_shipped_content_leads_somewhere(library: Library) -> None:
    for kind in KINDS:
        for record in library.records(kind):
            related = library.related(record.id)
            assert len({other.id for other in related}) == len(related)
            assert all(other.kind != "sources" and other.id != record.id for other in related)
            assert kind == "sources" or library.sources(record), record.id


def test_a_text_with_one_side_comes_back_with_one_side() -> None:
    records = small_records()
    records["funds"] = (make(KINDS["funds"], "fund-one", note=Text("只有中文", "")),)
    library = Library(build_content_db(records, (), (), "x" * 32))
    assert library.record("fund-one").note == Text("只有中文", "")
