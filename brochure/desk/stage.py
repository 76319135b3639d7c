"""Which stage of the incubator chain fits: three answers, and what whom-it-fits of each stage makes of them."""

from typing import Final, Literal

import msgspec

Question = Literal["start", "progress", "room"]
QUESTIONS: Final[dict[Question, tuple[str, ...]]] = {
    "start": ("idea", "result", "company"),
    "progress": ("none", "sample", "product", "orders"),
    "room": ("office", "pilot", "plant"),
}
"""The questions in the order they are asked, with their answers."""

IDEA, INCUBATOR, ACCELERATOR, START_UP, TRANSFER, PRODUCTION = range(1, 7)
"""Stages by their order: an idea without a company; a new company with samples; a settled product that needs a pilot
run; orders and a growing team; a university result; land, a plant and volume production."""
BY_PROGRESS: Final = {"none": INCUBATOR, "sample": INCUBATOR, "product": ACCELERATOR, "orders": START_UP}


class Fit(msgspec.Struct, frozen=True):
    """One stage, or two where the answers point to both; ``then`` is the one after, none after two or the last."""

    stages: tuple[int, ...]
    then: int | None


def find_stage(answers: dict[Question, str]) -> Fit | None:
    """Return the stage that fits, as the order of the chain; nothing before all three are answered.

    Where the answers point to two stages both are named: a wish for land does not make a plant of a first sample.

    Raises:
        ValueError: A question or an answer is none of ``QUESTIONS``.
    """
    for question, answer in answers.items():
        if answer not in QUESTIONS.get(question, ()):
            raise ValueError(f"not an answer to {question!r}: {answer!r}")
    if len(answers) < len(QUESTIONS):
        return None
    found = _stages(answers["start"], answers["progress"], answers["room"])
    return Fit(found, found[0] + 1 if len(found) == 1 and found[0] < PRODUCTION else None)


def _stages(start: str, progress: str, room: str) -> tuple[int, ...]:
    if start == "result":
        own = TRANSFER
        wished = PRODUCTION if room == "plant" else own
    elif start == "idea":
        own = IDEA
        wished = own if progress == "none" else BY_PROGRESS[progress]
        if room != "office":
            wished = PRODUCTION if room == "plant" else max(wished, ACCELERATOR)
    else:
        own = BY_PROGRESS[progress]
        wished = own
        if room == "pilot":
            wished = ACCELERATOR
        elif room == "plant":
            wished = PRODUCTION
            own = own if own == INCUBATOR else PRODUCTION  # with a settled product a plant is the next thing
    return tuple(sorted({own, wished}))
