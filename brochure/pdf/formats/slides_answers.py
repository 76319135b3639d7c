"""Slides of what a reader answered and chose besides: each measure with its verdict, each record with its date."""

from collections.abc import Iterator

from brochure.eligibility import Finding
from brochure.model.kinds import Policy
from brochure.pdf.formats.content import MEASURES_SHOWN, findings_of
from brochure.pdf.formats.deck import BRIGHT, Deck
from brochure.pdf.formats.slides_lists import Line, write_table
from brochure.pdf.lines import Run
from brochure.pdf.sections.also import told_of, when_of
from brochure.pdf.verdicts import COLOURS
from brochure.provenance import say_told
from brochure.words import Text
from brochure.words import matcher as match_say
from brochure.words.dates import say_date
from brochure.words.kinds import KIND, STATUS, TO_BE_CONFIRMED, VALIDITY
from brochure.words.page import also as also_say
from brochure.words.page import formats as say
from brochure.words.page import match as page_say
from brochure.words.sentence import begun, within

MEASURES_A_SLIDE, RECORDS_A_SLIDE = MEASURES_SHOWN, 5
TOLD_AT_MOST = 2


def write_match(deck: Deck) -> None:
    """Write what is met and what is not met, else what fits in part, and say how many are still open."""
    found = deck.choice.match
    if found is None:
        return
    shown = findings_of(deck.choice)
    rows = [_finding(deck, finding) for finding in shown]
    if not rows:
        rows = [Line(deck.say(page_say.TITLE), deck.say(page_say.NOTHING), None, "")]
    counts = [say.MET.fill(len(found.offered("met")))]
    if unmet := found.offered("unmet"):
        counts.append(say.UNMET.fill(len(unmet)))
    rest, told = len(found.offered("unknown")), sum(finding.verdict == "unknown" for finding in shown)
    above = Text("，".join(each.zh for each in counts) + "。", ", ".join(each.en for each in counts) + ".")
    if rest:
        above = say.AND.fill(above, say.OPEN_ONES.fill(rest, told) if told else say.NO_OPEN_ONES.fill(rest))
    day = page_say.CHECKED.fill(say_date(found.on.isoformat()))
    write_table(deck, "match", page_say.TITLE, say.AND.fill(above, day), rows, MEASURES_A_SLIDE)


def write_also(deck: Deck) -> None:
    """Write the other records that were chosen, in their order."""
    rows = []
    for record in deck.choice.also:
        told = [deck.say(text) for text in told_of(record)][:TOLD_AT_MOST] or [deck.say(TO_BE_CONFIRMED)]
        name = deck.say(record.name)
        words = (Run(begun(name)), *deck.label(record))
        seen = when_of(deck, record)
        rows.append(Line(words, "　".join(told) if deck.lang == "zh" else " · ".join(told), record.status, seen))
    count = len(rows)
    below = also_say.DECK.fill(count) if count > 1 else also_say.DECK_ONE
    write_table(deck, "also", also_say.TITLE, below, rows, RECORDS_A_SLIDE)


def _finding(deck: Deck, finding: Finding) -> Line:
    """Return a measure with its conditions; its one verdict stands where others have their status, validity below it.

    Where a measure is out of reach, each condition says whether it is met.
    """
    record = finding.record
    runs: list[Run] = []
    for place, judged in enumerate(finding.conditions):
        name = judged.condition.name
        if judged.condition.basis == "reading":
            name = match_say.READ_AS.fill(name)
        if finding.verdict == "unmet":
            word = match_say.VERDICT[judged.verdict]
            name = say.JUDGED.fill(word, Text(name.zh, within(name.en)))
        if place:
            name = Text(name.zh, within(name.en))
        gap = "；" if deck.lang == "zh" else "; "
        runs.append(Run(gap if place else ""))
        when = say_told(deck.library, judged.condition.sources)[-1:]
        name = say.AS_TOLD.fill(name, when[0]) if when else name
        runs += deck.noted(deck.say(name), judged.condition.sources)
    verdict = Run(deck.say(match_say.VERDICT[finding.verdict]), 700, BRIGHT[COLOURS[finding.verdict]])
    kind = "\n".join(_state(deck, finding))
    return Line(
        (Run(deck.say(record.name)), *deck.label(record)), tuple(runs), None, (verdict, Run(f"\n{kind}")),
        f"{deck.lang}-match-{record.id}",
    )  # fmt: skip


def _state(deck: Deck, finding: Finding) -> Iterator[str]:
    record = finding.record
    yield deck.say(KIND[record.kind])
    if isinstance(record, Policy):
        state = deck.state(record)
        yield deck.say(match_say.say_validity(state) if state in VALIDITY else STATUS[state])
    elif record.status is not None:
        yield deck.say(STATUS[record.status])
