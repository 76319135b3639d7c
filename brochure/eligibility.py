"""Which of this is for me: an investor's answers against what the sources ask, each verdict with its reasons.

The conditions are data. A verdict says no more than they do: what a source does not list is to be confirmed.
"""

import datetime
from collections.abc import Iterable
from typing import Final, Literal, TypeVar

import msgspec

from brochure.model.condition import ASKING_KINDS, BEFORE, FIXED, QUESTIONS, Condition, Question
from brochure.model.kinds import Enterprise, Industry, Policy, Service, Stage, Validity, Zone
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import matcher as say

__all__ = [
    "FIXED", "ORDER", "QUESTIONS", "YES_NO", "Answers", "Finding", "Judged", "Match", "Place", "Question", "Verdict",
    "choices", "match",
]  # fmt: skip

R = TypeVar("R", bound=Record)
Verdict = Literal["met", "unknown", "unmet"]
ORDER: Final[tuple[Verdict, ...]] = ("met", "unknown", "unmet")
"""The order in which the verdicts are shown."""
SPENT: Final = ("expired", "replaced")
YES_NO: Final = {True: "yes", False: "no"}
"""How a file may write the answer to ``export``."""


class Answers(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was answered; ``None`` is not answered. Sector and stage are ids, stage may be ``before``."""

    sector: str | None = None
    activity: str | None = None
    size: str | None = None
    stage: str | None = None
    space: str | None = None
    export: str | None = None

    def to(self, question: Question) -> str | None:
        """Return the answer to a question."""
        answer: str | None = getattr(self, question)
        return answer

    def given(self) -> dict[Question, str]:
        """Return the questions that have an answer, in their order."""
        return {question: answer for question in QUESTIONS if (answer := self.to(question)) is not None}


class Judged(msgspec.Struct, frozen=True):
    """One condition with what the answers make of it, and why; ``reason`` says both in one sentence.

    ``fits`` is whether the answer is one that is asked for; what is only our reading may fit and still settles nothing.
    """

    condition: Condition
    verdict: Verdict
    fits: bool
    why: Text
    reason: Text


class Finding(msgspec.Struct, frozen=True):
    """One measure with its verdict; ``validity`` is another matter and only a policy has it."""

    record: Record
    verdict: Verdict
    validity: Validity | None
    conditions: tuple[Judged, ...]
    remark: Text | None

    @property
    def is_spent(self) -> bool:
        """Whether it is a policy that holds no longer."""
        return self.validity in SPENT

    @property
    def is_partly_met(self) -> bool:
        """Whether the answers fit at least one of its conditions."""
        return any(judged.fits for judged in self.conditions)


class Place(msgspec.Struct, frozen=True):
    """A stage or zone that fits, why, and what it asks."""

    record: Stage | Zone
    why: Text
    conditions: tuple[Judged, ...] = ()


class Match(msgspec.Struct, frozen=True):
    """All there is to say to a set of answers on a day."""

    on: datetime.date
    answers: Answers
    findings: tuple[Finding, ...]
    stage: Place | None
    zones: tuple[Place, ...]
    industry: Industry | None
    enterprises: tuple[Enterprise, ...]

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return the findings of one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict == verdict)

    def offered(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return the findings of one verdict that may be shown: a policy that holds no longer is offered to nobody."""
        return tuple(finding for finding in self.of(verdict) if not finding.is_spent)


def choices(library: Library) -> dict[Question, dict[str, Text]]:
    """Return the six questions in their order, each with its answers in words."""
    found: dict[Question, dict[str, Text]] = {}
    for question in QUESTIONS:
        if question == "sector":
            found[question] = {each.id: each.short for each in _all(library, Industry)}
        elif question == "stage":
            stages = {each.id: each.name for each in _all(library, Stage)}
            found[question] = {BEFORE: say.ANSWER["stage"][BEFORE], **stages}
        else:
            found[question] = {answer: say.ANSWER[question][answer] for answer in FIXED[question]}
    return found


def match(library: Library, answers: Answers, on: datetime.date) -> Match:
    """Return what the sources make of the answers on a day; the same answers give the same result in the same order.

    Args:
        library: The content.
        answers: Any may be missing; each is one of ``choices``.
        on: The day for which the validity of policies is told.

    Raises:
        ValueError: An answer is none of ``choices``.
    """
    words = choices(library)
    for question, answer in answers.given().items():
        if answer not in words[question]:
            raise ValueError(f"not an answer to {question!r}: {answer!r}")
    asked: dict[str, list[Condition]] = {}
    for condition in library.conditions:
        asked.setdefault(condition.record, []).append(condition)
    findings = [
        _find(record, _judge_all(asked.get(record.id, ()), answers, words), on)
        for kind in ASKING_KINDS
        for record in library.records(kind)
        if not _is_told_as_policy(library, record)
    ]
    findings.sort(key=_rank)  # stable: within a rank the order of kinds and files
    industry = library.find(answers.sector or "")
    stage = _stage(library, answers)
    zones = tuple(
        msgspec.structs.replace(place, conditions=_judge_all(asked.get(place.record.id, ()), answers, words))
        for place in _zones(library, industry if isinstance(industry, Industry) else None, stage)
    )
    return Match(
        on=on,
        answers=answers,
        findings=tuple(findings),
        stage=stage,
        zones=zones,
        industry=industry if isinstance(industry, Industry) else None,
        enterprises=tuple(
            each for each in _all(library, Enterprise) if each.industry is not None and each.industry == answers.sector
        ),
    )


def judge(condition: Condition, answers: Answers, words: dict[Question, dict[str, Text]]) -> Judged:
    """Return what the answers make of one condition; an answer to another question changes nothing here."""
    verdict, why = _verdict(condition, answers, words)
    reason = say.REASON.fill(condition.name, why)
    if condition.basis == "reading":
        reason = Text(f"{reason.zh}（{say.READING.zh}）", f"{reason.en} ({say.READING.en})")
    fits = condition.question is not None and answers.to(condition.question) in condition.accepted
    return Judged(condition, verdict, fits, why, reason)


def conclude(judged: Iterable[Judged]) -> Verdict:
    """Return the verdict over all conditions of a measure.

    Unmet where one is unmet; met only where all are met, so the source states them all itself.
    """
    found = tuple(judged)
    if any(each.verdict == "unmet" for each in found):
        return "unmet"
    return "met" if found and all(each.verdict == "met" for each in found) else "unknown"


def _verdict(condition: Condition, answers: Answers, words: dict[Question, dict[str, Text]]) -> tuple[Verdict, Text]:
    if condition.question is None:
        return "unknown", say.NOT_ASKED
    answer = answers.to(condition.question)
    if answer is None:
        return "unknown", say.UNANSWERED.fill(say.QUESTION[condition.question])
    said = words[condition.question][answer]
    if answer in condition.accepted:
        return ("unknown", say.FITS.fill(said)) if condition.basis == "reading" else ("met", say.MEETS.fill(said))
    if answer in condition.refused:
        return "unmet", say.FAILS.fill(said)
    return "unknown", say.OPEN.fill(said)


def _judge_all(
    conditions: Iterable[Condition], answers: Answers, words: dict[Question, dict[str, Text]]
) -> tuple[Judged, ...]:
    return tuple(judge(condition, answers, words) for condition in conditions)


def _find(record: Record, judged: tuple[Judged, ...], on: datetime.date) -> Finding:
    remark = None
    if not judged:
        remark = say.NONE_STATED
    elif all(each.condition.basis == "reading" for each in judged):
        remark = say.ONLY_READING
    holds = validity(record, on) if isinstance(record, Policy) else None
    return Finding(record, conclude(judged), holds, judged, remark)


def _is_told_as_policy(library: Library, record: Record) -> bool:
    """Whether a service is a measure that stands among the policies already, so that nothing is counted twice."""
    policy = library.find(record.policy or "") if isinstance(record, Service) else None
    return policy is not None and policy.audience == "public"


def _rank(finding: Finding) -> tuple[int, bool, bool, bool, int]:
    """Return where a finding stands: by verdict, by how much the source states, what is spent last, most met first."""
    met = sum(each.fits for each in finding.conditions)
    bare, stated = not finding.conditions, finding.remark is None
    return ORDER.index(finding.verdict), bare, not stated, finding.is_spent, -met


def _stage(library: Library, answers: Answers) -> Place | None:
    stages = sorted(_all(library, Stage), key=lambda stage: stage.order)
    if not stages:
        return None
    own = library.find(answers.stage or "")
    if isinstance(own, Stage):
        return Place(own, say.STAGE_ANSWERED.fill(own.fits))
    if answers.stage == BEFORE:
        return Place(stages[0], say.STAGE_BEFORE.fill(stages[0].fits))
    if answers.space == "land":
        return Place(stages[-1], say.STAGE_LAND.fill(stages[-1].fits))
    return None


def _zones(library: Library, industry: Industry | None, stage: Place | None) -> list[Place]:
    """Return the zones of the industry in its own order, then others that name it, then the one of the stage."""
    found: dict[str, Place] = {}
    if industry is not None:
        others = (zone.id for zone in _all(library, Zone) if industry.id in zone.industries)
        for id in dict.fromkeys([*industry.zones, *others]):
            zone = library.find(id)
            if isinstance(zone, Zone) and zone.audience == "public":
                found[id] = Place(zone, say.ZONE_SECTOR.fill(industry.short))
    if stage is not None and isinstance(stage.record, Stage):
        zone = library.find(stage.record.zone or "")
        if isinstance(zone, Zone) and zone.id not in found:
            found[zone.id] = Place(zone, say.ZONE_STAGE.fill(stage.record.name))
    return list(found.values())


def _all(library: Library, cls: type[R]) -> tuple[R, ...]:
    return tuple(record for record in library.records(cls.kind) if isinstance(record, cls))
