"""Filters: what is kept, what is counted, and that no row is ever lost behind one."""

from hypothesis import given
from hypothesis import strategies as st

from brochure.facets import ALL, OPEN, Facet, build_facet, count, keep
from brochure.model.kinds import Policy
from brochure.words import Text
from tests.factories import make

WORDS = {key: Text(key, key) for key in ("a", "b", "c")} | {OPEN: Text("未列", "not listed")}
TOPICS = ("approval", "innovation", "finance")


def policies(picks: list[tuple[int, tuple[str, ...]]]) -> list[Policy]:
    return [
        make(Policy, f"policy-{number}", topic=TOPICS[topic], stages=stages)
        for number, (topic, stages) in enumerate(picks)
    ]


def facets_of(rows: list[Policy]) -> tuple[Facet, Facet]:
    topics = {topic: Text(topic, topic) for topic in TOPICS}
    return (
        build_facet("topic", Text("类别", "Topic"), lambda row: (row.topic,), topics, rows),
        build_facet("stage", Text("阶段", "Stage"), lambda row: row.stages, WORDS, rows),
    )


PICKS = st.lists(st.tuples(st.integers(0, 2), st.lists(st.sampled_from("abc"), max_size=3).map(tuple)), max_size=12)
ANSWERS = st.fixed_dictionaries(
    {}, optional={"topic": st.sampled_from([ALL, *TOPICS]), "stage": st.sampled_from([ALL, *WORDS])}
)


def test_answers_keep_the_order_of_their_words_and_leave_out_what_does_not_occur() -> None:
    rows = policies([(1, ("c", "a")), (0, ()), (1, ("a",))])
    topic, stage = facets_of(rows)
    assert list(topic.words) == ["approval", "innovation"]
    assert list(stage.words) == ["a", "c", OPEN]


@given(PICKS, ANSWERS)
def test_a_count_is_the_number_of_rows_its_answer_would_leave(picks, chosen) -> None:  # type: ignore[no-untyped-def]
    rows = policies(picks)
    facets = facets_of(rows)
    counts = count(rows, facets, chosen)
    for facet in facets:
        for answer in (ALL, *facet.words):
            assert counts[facet.key][answer] == len(keep(rows, facets, {**chosen, facet.key: answer}))


@given(PICKS)
def test_every_row_is_behind_some_answer_of_every_filter(picks) -> None:  # type: ignore[no-untyped-def]
    rows = policies(picks)
    facets = facets_of(rows)
    for facet in facets:
        behind = {row.id for answer in facet.words for row in keep(rows, facets, {facet.key: answer})}
        assert behind == {row.id for row in rows}


def test_rows_keep_their_order_and_nothing_chosen_keeps_all() -> None:
    rows = policies([(2, ("b",)), (0, ("a", "b")), (1, ())])
    assert keep(rows, facets_of(rows), {}) == rows
    assert keep(rows, facets_of(rows), {"stage": "b"}) == rows[:2]
    assert keep(rows, facets_of(rows), {"stage": OPEN}) == rows[2:]
