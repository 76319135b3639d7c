"""An investor's answers against what the sources ask: nothing claimed, nothing lost by answering."""

import datetime
import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.eligibility import QUESTIONS, Answers, Match, choices, conclude, judge, match
from brochure.model.condition import ASKING_KINDS, BEFORE
from brochure.model.flat import to_row
from brochure.model.kinds import Service, Stage, Zone
from brochure.store.library import Library
from tests.data.reading import CHINESE
from tests.factories import spoilt

DAY = datetime.date(2025, 6, 15)
SECTORS = {
    "medicine": "industry-traditional-medicine", "devices": "industry-devices", "plateau": "industry-plateau-resources",
    "digital": "industry-digital", "services": "industry-services", "energy": "industry-new-energy",
}  # fmt: skip
TABLE = [
    ("policy-device-fast-lane", {"sector": "devices"}, "met"),
    ("policy-device-fast-lane", {"sector": "medicine"}, "unknown"),
    ("policy-device-fast-lane", {"sector": "digital"}, "unmet"),
    ("policy-device-fast-lane", {"space": "land"}, "unknown"),
    ("policy-build-on-land-award", {"space": "land"}, "met"),
    ("policy-build-on-land-award", {"space": "desk"}, "unmet"),
    ("policy-build-on-land-award", {"space": "plant"}, "unknown"),
    ("policy-one-trip", {"space": "land"}, "met"),
    ("policy-one-trip", {"space": "plant"}, "unknown"),
    ("policy-online-registration", {"stage": BEFORE}, "met"),
    ("policy-online-registration", {}, "unknown"),
    ("policy-input-subsidy", {"size": "above", "activity": "make"}, "met"),
    ("policy-input-subsidy", {"size": "above"}, "unknown"),
    ("policy-input-subsidy", {"size": "above", "activity": "trade"}, "unmet"),
    ("policy-input-subsidy", {"size": "micro"}, "unmet"),
    ("policy-input-subsidy", {"size": "above", "activity": "research"}, "unknown"),
    ("policy-science-project-rules", {"activity": "research"}, "met"),
    ("policy-science-project-rules", {"activity": "make"}, "unknown"),
    *(
        (policy, {"activity": "research", "sector": "devices", "size": "small"}, "unknown")
        for policy in (
            "policy-plan-14th-five-year", "policy-action-plan-2024-2026", "policy-science-project-rules-trial",
            "policy-science-assessment", "policy-double-increase", "policy-three-type-doubling",
            "policy-graded-cultivation", "policy-innovation-system", "policy-science-education-base-plan",
            "policy-research-achievements-plan", "policy-carrier-review", "policy-one-window",
            "policy-sponsorship-work-plan", "policy-task-force-plan",
        )
    ),
    *(
        (product, {"activity": "research", "size": "above"}, "unknown")
        for product in (
            "product-science-loan", "product-specialised-loan", "product-patent-loan", "product-voucher",
            "product-credit-points", "product-listing",
        )
    ),
    *((f"fund-{fund}", {"activity": "research"}, "unknown") for fund in ("cicc", "jidi", "zhongcai", "fourth")),
    ("carrier-life-valley", {"sector": "devices"}, "unknown"),
    ("carrier-life-valley", {"sector": "plateau"}, "unknown"),
    ("carrier-tusstar", {"stage": BEFORE}, "unknown"),
    ("carrier-sme", {"size": "small"}, "unknown"),
    ("carrier-qhusp-digital", {"sector": "digital"}, "unknown"),
    ("service-tech-transfer", {"activity": "research"}, "unknown"),
    ("service-north-area-2023", {"sector": "services"}, "unknown"),
]  # fmt: skip


def found(library: Library, on: datetime.date = DAY, **given: str) -> Match:
    given = {question: SECTORS.get(answer, answer) for question, answer in given.items()}
    return match(library, Answers(**given), on)


@pytest.mark.parametrize(("id", "given", "verdict"), TABLE)
def test_the_table(library: Library, id: str, given: dict[str, str], verdict: str) -> None:
    assert {each.record.id: each.verdict for each in found(library, **given).findings}[id] == verdict


def test_the_table_has_each_policy_and_product_with_every_verdict_its_conditions_can_come_to(library: Library) -> None:
    words = choices(library)
    for record in (*library.records("policies"), *library.records("products")):
        asked = [condition for condition in library.conditions if condition.record == record.id]
        questions = sorted({condition.question for condition in asked if condition.question})
        reachable = {
            conclude(judge(each, Answers(**dict(zip(questions, answers, strict=True))), words) for each in asked)
            for answers in itertools.product(*((None, *words[question]) for question in questions))
        }
        assert {verdict for id, _, verdict in TABLE if id == record.id} == reachable, record.id


@st.composite
def some_answers(draw: st.DrawFn) -> Answers:
    given = {}
    for question in QUESTIONS:
        allowed = ALLOWED[question]
        given[question] = draw(st.sampled_from((None, *allowed)))
    return Answers(**given)


ALLOWED: dict[str, tuple[str, ...]] = {}


@pytest.fixture(autouse=True, scope="module")
def allowed(library: Library) -> None:
    ALLOWED.update({question: tuple(words) for question, words in choices(library).items()})


def test_another_answer_never_turns_a_met_condition_unknown(library: Library) -> None:
    @given(some_answers(), st.sampled_from(QUESTIONS), st.data())
    def check(answers: Answers, question: str, data: st.DataObject) -> None:
        if answers.to(question) is not None:  # type: ignore[arg-type]
            return
        more = Answers(**{**answers.given(), question: data.draw(st.sampled_from(ALLOWED[question]))})
        before = {
            judged.condition.id: judged.verdict
            for each in match(library, answers, DAY).findings
            for judged in each.conditions
        }
        for each in match(library, more, DAY).findings:
            for judged in each.conditions:
                if before[judged.condition.id] != "unknown":
                    assert judged.verdict == before[judged.condition.id]

    check()


def test_the_same_answers_give_the_same_result_in_the_same_order(library: Library) -> None:
    @given(some_answers())
    def check(answers: Answers) -> None:
        first, again = match(library, answers, DAY), match(library, answers, DAY)
        assert first == again
        order = [each.verdict for each in first.findings]
        assert order == sorted(order, key=["met", "unknown", "unmet"].index)

    check()


def test_without_answers_nothing_is_met_or_unmet(library: Library) -> None:
    assert {each.verdict for each in found(library).findings} == {"unknown"}


def test_everything_public_that_may_ask_is_there_once(library: Library) -> None:
    ids = [each.record.id for each in found(library, sector="devices").findings]
    asked = [record for kind in ASKING_KINDS for record in library.records(kind)]
    twice = [record for record in asked if isinstance(record, Service) and record.policy is not None]
    assert len(twice) == 5  # the same measure told as a policy: counted once
    assert {record.policy for record in twice} <= set(ids)
    assert sorted(ids) == sorted(record.id for record in asked if record not in twice)


def test_what_lists_no_condition_says_so(library: Library) -> None:
    for each in found(library, sector="devices", activity="research", stage=BEFORE).findings:
        if not each.conditions:
            assert (each.verdict, each.remark.zh) == ("unknown", "报道未列条件")
        elif all(judged.condition.basis == "reading" for judged in each.conditions):
            assert each.verdict == "unknown"
            assert each.remark is not None
            assert all("我们的理解" in judged.reason.zh for judged in each.conditions)
        else:
            assert each.remark is None


def test_our_reading_settles_nothing_and_says_that_it_fits(library: Library) -> None:
    fitting = [
        judged
        for each in found(library, sector="devices", activity="research", size="micro", stage=BEFORE).findings
        for judged in each.conditions
        if judged.fits
    ]
    assert {judged.condition.basis for judged in fitting} == {"stated", "reading"}
    for judged in fitting:
        stated = judged.condition.basis == "stated"
        assert judged.verdict == ("met" if stated else "unknown")
        assert ("按我们的理解相符" in judged.why.zh) != stated


def test_every_reason_is_told_in_both_languages(library: Library) -> None:
    for each in found(library, sector="devices", size="above").findings:
        for judged in each.conditions:
            assert judged.reason.zh
            assert judged.reason.en
            assert not CHINESE.search(judged.reason.en)


def test_validity_is_another_matter_than_the_verdict(library: Library) -> None:
    valid = spoilt(library, "policy-device-fast-lane", valid_from="2025-01-01", valid_to="2025-12-31")
    for on, state in (
        (datetime.date(2024, 12, 31), "upcoming"),
        (datetime.date(2025, 12, 31), "in_force"),
        (datetime.date(2026, 1, 1), "expired"),
    ):
        each = next(
            each for each in found(valid, on, sector="devices").findings if each.record.id == "policy-device-fast-lane"
        )
        assert (each.verdict, each.validity, each.is_spent) == ("met", state, state == "expired")
    last = found(valid, datetime.date(2026, 1, 1), sector="devices").of("met")[-1]
    assert last.record.id == "policy-device-fast-lane"


def test_stage_zones_neighbours_and_gaps(library: Library) -> None:
    devices = found(library, sector="devices", stage=BEFORE)
    assert devices.stage is not None
    assert devices.stage.record.id == "stage-tusstar"
    zones = [place.record.id for place in devices.zones]
    assert zones[0] == "zone-device-cluster"
    assert "zone-xnu-south" not in zones, "its report names a bioeconomy, not devices"
    assert [each.id for each in devices.enterprises] == ["enterprise-baikang"]
    assert devices.industry is not None
    assert "上游材料与零部件" in devices.industry.gaps[0].zh
    assert found(library, space="land").stage.record.id == "stage-industrial-park"
    assert found(library, space="desk").stage is None
    for place in (*devices.zones, devices.stage):
        assert isinstance(place.record, Zone | Stage)


def test_an_unknown_answer_is_no_answer(library: Library) -> None:
    with pytest.raises(ValueError, match="size"):
        found(library, size="huge")


def plain(words: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", words))


def test_every_clause_is_in_the_words_of_its_record(library: Library) -> None:
    for condition in library.conditions:
        record = library.record(condition.record)
        about = [record, *library.related(record.id)]
        words = plain("".join(str(cell) for each in about for cell in to_row(each).values() if isinstance(cell, str)))
        if condition.clause.zh == "原文未列":
            assert condition.question is None
            continue
        for piece in re.split(r"……|[、：，]", condition.clause.zh):
            assert plain(piece) in words, (condition.id, piece)
        assert set(condition.sources) <= {source for each in about for source in each.sources}, condition.id
        assert not CHINESE.search(condition.clause.en + condition.name.en)
