"""Search: the right record first, the reason beside it, and no text that breaks it."""

import itertools
import sqlite3
import time

import pytest

from brochure.desk.browse import search
from brochure.model.kinds import KINDS, Enterprise, Zone
from brochure.model.record import Record
from brochure.search import find_hits, group_hits
from brochure.store.content_db import build_content_db
from brochure.store.index import fold, runs, to_query, to_tokens
from brochure.store.library import Library
from brochure.words import Text
from tests.factories import make, small_records
from tests.hostile import hostile_strings

SYLLABLES = "青海西宁生物科技高原健康制药食品装备新能数字绿色天然藏中医器械牦牛虫草沙棘枸杞"


def _library(*records: Record) -> Library:
    content = small_records()
    content["zones"] = tuple(record for record in records if isinstance(record, Zone))
    content["enterprises"] = tuple(record for record in records if isinstance(record, Enterprise))
    return Library(build_content_db(content, (), (), "x" * 32))


def _firm(id: str, zh: str, en: str = "Some firm", **given: object) -> Enterprise:
    return make(Enterprise, f"enterprise-{id}", name=Text(zh, en), **given)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("氢能", {"industry-new-energy", "park-industry-2022"}),
        ("康养", {"industry-wellness"}),
        ("藏药", {"industry-traditional-medicine"}),
        ("hj", {"zone-kangyang"}),
        ("hjhb", {"zone-kangyang", "industry-wellness"}),
        ("金河藏药", {"enterprise-jinhe"}),
        ("金诃藏药", {"enterprise-jinhe"}),
        ("Jinhe", {"enterprise-jinhe"}),
        ("jinhezangyao", {"enterprise-jinhe"}),
        ("园区本部", {"zone-core"}),
        ("ＴｕｓＳｔａｒ", {"stage-tusstar", "carrier-tusstar"}),
        ("6123458", {"service-hotline", "contact-hotline"}),
    ],
)
def test_the_right_record_comes_first(library: Library, words: str, first: set[str]) -> None:
    hits = search(library, words)
    assert hits
    assert hits[0].id in first
    assert hits[0].kind == library.record(hits[0].id).kind
    assert hits[0].title == library.record(hits[0].id).name


def test_every_record_is_found_by_its_own_names(library: Library) -> None:
    for kind in ("zones", "enterprises", "policies", "stages", "carriers", "funds", "industries"):
        for record in library.records(kind):
            for words in (record.name.zh, record.name.en, *record.aliases):
                hits = find_hits(library, words[:64], limit=1000)
                assert record.id in [hit.id for hit in hits], (record.id, words)
                assert hits[0].score >= 60, (record.id, words, hits[0])


def test_every_word_of_two_characters_of_any_name_finds_all_that_hold_it(library: Library) -> None:
    holders: dict[str, set[str]] = {}
    for kind in KINDS:
        for record in library.records(kind):
            for name in library.names_of(record.id):
                for run in runs(name.folded):
                    for pair in map("".join, itertools.pairwise(run)):
                        if not pair.isascii():
                            holders.setdefault(pair, set()).add(record.id)
    assert len(holders) > 1500
    for pair, ids in holders.items():
        found = {hit.id for hit in find_hits(library, pair, limit=10_000)}
        assert ids <= found, (pair, ids - found)


def test_ranks_in_their_order() -> None:
    library = _library(
        _firm("text", "甲公司", note=Text("另有高原牦牛业务", "also yak")),
        _firm("inside", "青海高原牦牛公司"),
        _firm("prefix", "高原牦牛集团"),
        _firm("alias", "乙公司", aliases=("高原牦牛",)),
        _firm("exact", "高原牦牛"),
        _firm("other", "丙公司"),
    )
    hits = find_hits(library, "高原牦牛")
    assert [hit.id.removeprefix("enterprise-") for hit in hits] == ["exact", "alias", "prefix", "inside", "text"]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_the_reason_is_said_in_both_languages() -> None:
    library = _library(
        _firm(
            "a",
            "高原牦牛",
            "Plateau Yak",
            aliases=("雪域",),
            note=Text("产品含胶原蛋白肽", "Products hold collagen peptides"),
        )
    )
    reasons = {
        words: find_hits(library, words)[0].why
        for words in ("高原牦牛", "雪域", "gymn", "gaoyuan", "胶原", "collagen", "原牦")
    }
    assert all(why.zh and why.en and why.zh != why.en for why in reasons.values())
    assert "雪域" in reasons["雪域"].zh
    assert "gymn" in reasons["gymn"].en
    assert "胶原" in reasons["胶原"].zh
    assert "collagen" in reasons["collagen"].en


@pytest.mark.parametrize(
    "words",
    [
        "高",
        "高原",
        "原牦",
        "高原 牦牛",
        "牦牛　高原",
        "gymn",
        "ymn",
        "gaoyuan",
        "maoniu",
        "PLATEAU",
        "plateau yak",
        "yak",
        "ＹＡＫ",
    ],
)
def test_ways_to_ask_for_one_firm(words: str) -> None:
    library = _library(_firm("a", "高原牦牛", "Plateau Yak"), _firm("b", "丙公司", "Third firm"))
    assert [hit.id for hit in find_hits(library, words)] == ["enterprise-a"]


@pytest.mark.parametrize(
    "words", ["niugao", "aoyuan", "高牛", "zzzz", "  ", "", "，。！", "\x00", "\ud800", "*", '"', "AND"]
)
def test_what_is_not_there_is_not_found(words: str) -> None:
    library = _library(_firm("a", "高原牦牛", "Plateau Yak"))
    assert find_hits(library, words) == ()


def test_a_slip_of_the_brush_finds_the_similar_name() -> None:
    library = _library(_firm("a", "金诃藏药股份", "Jinhe"), _firm("b", "三江源药业", "Sanjiangyuan"))
    hits = find_hits(library, "今诃藏药股份")
    assert [hit.id for hit in hits] == ["enterprise-a"]
    assert "金诃藏药股份" in hits[0].why.zh


def test_a_slip_in_a_word_of_a_text_is_put_right_too() -> None:
    library = _library(_firm("a", "高原牦牛", "Plateau Yak", note=Text("产品含胶原", "Made of collagen")))
    hits = find_hits(library, "colagen")
    assert [hit.id for hit in hits] == ["enterprise-a"]
    assert hits[0].why.en == "Close spelling: collagen; Mentions “Made of collagen”"
    assert find_hits(library, "colage yak") == ()  # two slips in six letters are one too many


def test_a_number_is_the_value_of_a_figure_before_it_is_mentioned(library: Library) -> None:
    hits = search(library, "1697万")
    assert hits[0].id == "science-loans-2023"
    assert (hits[0].why.zh, hits[0].why.en) == ("数值就是 1697万", "The value is 1697万")
    assert "数值" not in "".join(hit.why.zh for hit in search(library, "1697吨"))


def test_hits_are_gathered_by_kind_in_the_order_of_the_best(library: Library) -> None:
    hits = find_hits(library, "园区", limit=1000)
    groups = group_hits(hits, each=3)
    assert groups[0].hits[0] == hits[0]
    assert [group.kind for group in groups] == list(dict.fromkeys(hit.kind for hit in hits))
    assert sum(group.count for group in groups) == len(hits)
    for group in groups:
        assert len(group.hits) == min(group.count, 3)
        assert list(group.hits) == [hit for hit in hits if hit.kind == group.kind][:3]


def test_the_archive_is_not_found() -> None:
    assert find_hits(_library(_firm("a", "高原牦牛", audience="archive")), "牦牛") == ()


def test_the_limit_is_kept() -> None:
    library = _library(*(_firm(f"n{number}", f"高原{number}号") for number in range(30)))
    assert len(find_hits(library, "高原")) == 20
    assert len(find_hits(library, "高原", limit=3)) == 3
    assert find_hits(library, "高原", limit=0) == ()


@pytest.mark.parametrize(
    "text", ['a" OR b*', "NEAR(x y)", "'; DROP TABLE zones; --", "name : x", "^a", "(", "-x", "金\u0000诃", "a+b"]
)
def test_a_query_holds_nothing_a_person_typed(text: str) -> None:
    bare = to_query(text).replace('"', "").replace("*", "").replace("AND", "").replace(" ", "")
    assert set(bare) <= set("0123456789abcdef")
    assert not set(to_tokens(text)) - set("0123456789abcdef _")


@pytest.mark.alone
def test_hostile_strings_change_nothing_and_are_quick(library: Library) -> None:
    shown = [library.records(kind, archive=True) for kind in ("zones", "policies")]
    written: list[str] = []
    library._connection.set_authorizer(
        lambda action, *rest: (
            sqlite3.SQLITE_OK if action not in _WRITING else written.append(str(rest)) or sqlite3.SQLITE_DENY
        )
    )
    try:
        slowest = 0.0
        strings = hostile_strings(500)
        assert len(strings) == 500
        for words in strings:
            start = time.thread_time()  # what the search does, not what the machine does meanwhile
            hits = search(library, words)
            slowest = max(slowest, time.thread_time() - start)
            assert all(library.find(hit.id) for hit in hits)
    finally:
        library._connection.set_authorizer(None)
    assert written == []
    assert slowest < 0.2
    assert [library.records(kind, archive=True) for kind in ("zones", "policies")] == shown


_WRITING = tuple(
    getattr(sqlite3, f"SQLITE_{name}")
    for name in ("INSERT", "UPDATE", "DELETE", "ATTACH", "ALTER_TABLE", "CREATE_TABLE", "DROP_TABLE", "TRANSACTION")
)


def test_hostile_names_are_found_by_themselves() -> None:
    names = [name for name in hostile_strings(300) if any(runs(fold(name)))]
    library = _library(*(_firm(f"n{number}", name) for number, name in enumerate(names)))
    for number, name in enumerate(names):
        found = [hit.id for hit in find_hits(library, name, limit=1000)]
        assert f"enterprise-n{number}" in found, name


def test_five_thousand_records_are_searched_in_time() -> None:
    names = [
        SYLLABLES[a % 36]
        + SYLLABLES[(a * 7 + 3) % 36]
        + SYLLABLES[(a * 5 + b) % 36]
        + SYLLABLES[(a + b * 11) % 36]
        + "公司"
        for a in range(72)
        for b in range(70)
    ]
    library = _library(*(_firm(f"n{number}", name, f"Firm {number}") for number, name in enumerate(names)))
    asked = (
        [name[:2] for name in names[::50]]
        + [name[1:2] for name in names[::100]]
        + ["gs", "qh", "gongsi", "公司", "Firm 12"]
    )
    times = []
    for words in asked:
        start = time.process_time()
        find_hits(library, words)
        times.append(time.process_time() - start)
    assert sorted(times)[int(len(times) * 0.99)] < 0.2


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("9.9%", {"value-added-growth-2025-01-2025-05", "energy-intensity-cut-2023"}),
        ("18.4", {"patents-per-10k-2022"}),
        ("33.13", {"landed-investment-2024-07"}),
        ("2亿", {"growth-fund-size-2023", "event-growth-fund-2023"}),
        ("281", {"patents-2023"}),
        ("十八青药", {"qinghai-medicines-2024-h1"}),
    ],
)
def test_a_number_is_found_whole_and_a_name_without_its_quotation_marks(
    library: Library, typed: str, first: set[str]
) -> None:
    hits = find_hits(library, typed)
    assert hits[0].id in first
    assert all(len(hit.why.zh) < 90 for hit in hits)
