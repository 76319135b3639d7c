"""What the sources ask of this reader: the answers, the counts, each measure with its conditions, and where it fits."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from brochure import tokens
from brochure.eligibility import ORDER, QUESTIONS, Finding, Judged, Match, Place, Question, Verdict, choices
from brochure.model.kinds import Policy, Stage
from brochure.model.record import Record
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style, Words
from brochure.pdf.tables import NEXT_TOP_Y, Block, Cell, Column, Flow, Row
from brochure.pdf.verdicts import COLOURS, INDENT_MM, draw_box, verdict_cell
from brochure.provenance import say_told
from brochure.words import Text
from brochure.words import matcher as match_say
from brochure.words.dates import say_date
from brochure.words.kinds import KIND, STATUS, VALIDITY
from brochure.words.page import match as say

COLUMNS_MM: dict[str, tuple[tuple[float, float], ...]] = {
    "zh": ((16, 56), (78, 92), (175, 19)),
    "en": ((16, 56), (77, 92), (173, 21)),
}
ROW = 10.0
PAD = 5.8
FOOT = 2.0
LAST_NOTE_LOWER = 4.2
KIND_GAP = 3.0
ANSWER_STEP = (theme.TEXT_W + 4) / len(QUESTIONS)
COUNT_STEP = 61.3
COUNTS: tuple[Verdict, ...] = ("met", "unmet", "unknown")
DATED = {"zh": "　{}", "en": " ({})"}
NAME = theme.TABLE_FIRST._replace(leading_mm=4.8)
CONDITION = theme.TABLE._replace(leading_mm=4.6, weight=500)
SMALL = theme.NOTE_LEFT._replace(leading_mm=4.1)
APART = Block(paint=lambda sheet, x, y: None, style=Style(leading_mm=1.8))  # noqa: ARG005  a step of white


class Part(NamedTuple):
    """Rows that belong together below a small heading, each with the record it is about."""

    heading: Row
    rows: list[tuple[Row, Record]]


def write(edition: Edition) -> None:
    """Write as many pages as the answers need."""
    found = edition.choice.match
    if found is None:
        return
    parts = [part for part in _parts(edition, found) if part.rows]
    notes = list(_notes(edition, found))
    if not parts:
        sheet, y = _first_page(edition, found)
        y = sheet.paragraph(theme.LEFT, y + 9, theme.TEXT_W, edition.say(say.NOTHING), theme.BODY).bottom
        _write_notes(sheet, y + 3, notes)
        return
    columns = [
        Column(edition.say(head), x, width)
        for head, (x, width) in zip(say.COLUMNS, COLUMNS_MM[edition.lang], strict=True)
    ]
    table = Flow(columns, edition.setter, partial(_next_page, edition, found), row_mm=ROW, pad_mm=PAD, foot_mm=FOOT)
    tail = _notes_mm(edition, notes)
    sizes = [size for part in parts for size in (2, *[1] * (len(part.rows) - 1))]
    table.balance([row for part in parts for row in (part.heading, *(row for row, _ in part.rows))], tail, sizes)
    for part in parts:
        table.add(part.heading, keep_with=table.height(part.rows[0][0]))
        for row, record in part.rows:
            last = part is parts[-1] and row is part.rows[-1][0]
            top, foot = table.add(row, keep_with=tail if last else 0.0)
            table.sheet.note(record.id, (theme.LEFT, top, theme.TEXT_W, foot - top))
            table.sheet.link((theme.LEFT, top + 1, columns[0].width, 7), edition.names(record)[0])
    _write_notes(table.sheet, table.y + 8.4, notes)


def _next_page(edition: Edition, found: Match) -> tuple[Sheet, float]:
    return (edition.open("match"), NEXT_TOP_Y) if "match" in edition.first else _first_page(edition, found)


# above the table


def _first_page(edition: Edition, found: Match) -> tuple[Sheet, float]:
    sheet = edition.open("match")
    deck = edition.say(say.DECK.fill(say_date(found.on.isoformat())))
    y = edition.head(sheet, "match", edition.say(say.TITLE), deck)
    return sheet, _write_counts(edition, sheet, _write_answers(edition, sheet, y + 1, found), found)


def _write_answers(edition: Edition, sheet: Sheet, y: float, found: Match) -> float:
    """Write the six questions in their order, each with its answer; what was not answered says so."""
    words, given = choices(edition.library), found.answers.given()
    sheet.line(theme.LEFT, y, theme.RIGHT, y, tokens.INK, theme.RULE)
    foot = y
    for place, question in enumerate(QUESTIONS):
        x = theme.LEFT + place * ANSWER_STEP
        sheet.text(x, y + 5.4, edition.say(match_say.QUESTION[question]), 7.5, 400, tokens.SLATE)
        answer = words[question][given[question]] if question in given else say.UNANSWERED
        style = NAME if question in given else theme.TABLE._replace(colour=tokens.SLATE)
        placed = sheet.paragraph(x, y + 11.0, ANSWER_STEP - 4, edition.say(answer), style)
        aside = _aside(edition, found, question)
        if aside is not None:
            placed = sheet.paragraph(x, placed.bottom, ANSWER_STEP - 4, edition.say(aside), SMALL)
        foot = max(foot, placed.bottom)
    sheet.line(theme.LEFT, foot, theme.RIGHT, foot, tokens.RULE_PRINT, theme.HAIRLINE)
    return foot


def _aside(edition: Edition, found: Match, question: Question) -> Text | None:
    """Return what to add to an answer where the brochure is about more, or about another stage."""
    sectors, stage = edition.choice.sectors, edition.choice.stage
    if question == "sector" and found.answers.sector is None:
        return say.NO_ONE_SECTOR.fill(len(sectors)) if sectors else None
    if question == "sector" and sectors and {sector.id for sector in sectors} != {found.answers.sector}:
        return say.ONE_OF_SECTORS
    if question == "stage" and stage is not None and stage.id != found.answers.stage:
        return say.OTHER_STAGE.fill(stage.name)
    return None


def _write_counts(edition: Edition, sheet: Sheet, y: float, found: Match) -> float:
    """Write how many are met and not met in large figures, and how many are open beside them, in small."""
    in_part = _in_part(sum(each.verdict == "unknown" for each in edition.choice.findings))
    foot = y
    for place, verdict in enumerate(COUNTS):
        x = theme.LEFT + place * COUNT_STEP
        count, note, width = len(found.offered(verdict)), in_part, 0.0
        word = say.OPEN_ONES.fill(count)
        if verdict != "unknown":
            word, note = match_say.VERDICT[verdict], say.COUNTED[verdict]
            width = sheet.text(x, y + 13.0, str(count), 26, 500, tokens.INK, tracking_em=-0.02) + 2.6
        draw_box(sheet, x + width, y + 13.0, verdict)
        sheet.text(x + width + INDENT_MM, y + 13.0, edition.say(word), 9.5, 700, COLOURS[verdict])
        placed = sheet.paragraph(x, y + 18.6, COUNT_STEP - 6, edition.say(note), theme.NOTE_LEFT)
        foot = max(foot, placed.bottom)
    return foot + 3.0


def _in_part(count: int) -> Text:
    """Return how many of those to be confirmed are told."""
    if count > 1:
        return say.COUNTED["unknown"].fill(count)
    return say.ONE_IN_PART if count else say.NONE_IN_PART


# the table


def _parts(edition: Edition, found: Match) -> Iterator[Part]:
    for verdict in ORDER:
        told = [each for each in edition.choice.findings if each.verdict == verdict]
        word = say.PARTLY if verdict == "unknown" else match_say.VERDICT[verdict]
        rows = [(_finding(edition, each), each.record) for each in told]
        yield Part(_heading(edition, word, verdict, len(told)), rows)
    if found.stage is not None:
        rows = [(_place(edition, found.stage), found.stage.record)]
        yield Part(_heading(edition, say.STAGE), rows)
    zones: list[tuple[Row, Record]] = [(_place(edition, place), place.record) for place in edition.choice.places]
    yield Part(_heading(edition, say.ZONES), zones)


def _heading(edition: Edition, word: Text, verdict: Verdict | None = None, count: int = 0) -> Row:
    """Return the name of a part; a verdict stands before it with its box and behind it with how many there are."""
    if verdict is None:
        return Row(((Block(edition.say(word), theme.H3),), (), ()))
    runs = (Run(edition.say(word), 700, COLOURS[verdict]), Run(f"  {count}", 700))
    return Row(((Block(runs, theme.H3, partial(draw_box, verdict=verdict), INDENT_MM),), (), ()))


def _finding(edition: Edition, finding: Finding) -> Row:
    cells = (_name(edition, finding.record), _conditions(edition, finding), verdict_cell(finding.verdict, edition.lang))
    return Row(cells, key=f"{edition.lang}-match-{finding.record.id}")


def _place(edition: Edition, place: Place) -> Row:
    is_ours = isinstance(place.record, Stage)  # which firms a stage is for no source says
    words = match_say.READ_AS.fill(place.why) if is_ours else place.why
    why: Cell = (Block(edition.noted(edition.say(words), () if is_ours else place.record.sources), theme.TABLE),)
    for judged in place.conditions:
        why = (*why, APART, *_judged(edition, judged))
    why = (*why, *_caution(edition, place.record))
    result = verdict_cell("unknown", edition.lang) if place.conditions else ()
    return Row((_name(edition, place.record), why, result), key=f"{edition.lang}-match-{place.record.id}")


def _name(edition: Edition, record: Record) -> Cell:
    """Return what a record is called, of what kind it is, and its status, which is another matter than the verdict."""
    state, word = _state(edition, record)

    def draw_kind(sheet: Sheet, x: float, y: float) -> None:
        width = sheet.text(x, y, edition.say(KIND[record.kind]), SMALL.size_pt, 400, tokens.SLATE)
        if state is not None:
            draw_chip(sheet, x + width + KIND_GAP, y, state, edition.lang, word)

    name = (Run(edition.say(record.name)), *edition.label(record))
    return Block(name, NAME), Block(style=SMALL, paint=draw_kind)


def _caution(edition: Edition, record: Record) -> Cell:
    """Return the caution that stands beside a record wherever it is shown."""
    return () if record.note is None else (APART, Block(edition.noted(edition.say(record.note), record.sources), SMALL))


def _state(edition: Edition, record: Record) -> tuple[str | None, Text | None]:
    if not isinstance(record, Policy):
        return record.status, None if record.status is None else STATUS[record.status]
    state = edition.state(record)
    return state, match_say.say_validity(state) if state in VALIDITY else STATUS[state]


def _conditions(edition: Edition, finding: Finding) -> Cell:
    blocks: list[Block] = []
    if finding.remark is not None:
        blocks += [Block(edition.say(finding.remark), SMALL), APART]
    later = [each.condition.clause for each in finding.conditions[1:]]
    for place, judged in enumerate(finding.conditions):
        again = judged.condition.clause in later[place:]
        blocks += [*([APART] if place else ()), *_judged(edition, judged, again=again)]
    return (*blocks, *_caution(edition, finding.record))


def _judged(edition: Edition, judged: Judged, *, again: bool = False) -> Sequence[Block]:
    """Return a condition: its box and name, the verdict in words with why, and the wording with its source and date.

    Where the same wording comes ``again`` with a later condition it stands there, once.
    """
    condition, verdict = judged.condition, judged.verdict
    name = match_say.READ_AS.fill(condition.name) if condition.basis == "reading" else condition.name
    colon = "：" if edition.lang == "zh" else ": "
    told = (Run(edition.say(match_say.VERDICT[verdict]), 500, COLOURS[verdict]), Run(colon + edition.say(judged.why)))
    blocks = (
        Block(edition.say(name), CONDITION, partial(draw_box, verdict=verdict), INDENT_MM),
        Block(told, SMALL._replace(colour=tokens.INK), indent=INDENT_MM),
    )
    return blocks if again else (*blocks, Block(_clause(edition, judged), SMALL, indent=INDENT_MM))


def _clause(edition: Edition, judged: Judged) -> tuple[Run, ...]:
    """Return the wording of the source with the day it speaks of and its mark."""
    days = [edition.say(day) for day in say_told(edition.library, judged.condition.sources)]
    words = edition.say(match_say.say_clause(judged.condition.clause, judged.condition.basis))
    dated = DATED[edition.lang].format("、".join(days) if edition.lang == "zh" else ", ".join(days)) if days else ""
    return edition.noted(words + dated, judged.condition.sources)


# below the table


def _notes(edition: Edition, found: Match) -> Iterator[tuple[Words, Style]]:
    """Yield what is not told and why, how to read the page, and at last the day and who decides."""
    open_ones = len(found.offered("unknown")) - sum(each.verdict == "unknown" for each in edition.choice.findings)
    spent = [each.record for each in found.findings if each.is_spent]
    if open_ones:
        yield edition.say(say.NOT_TOLD.fill(open_ones)), theme.NOTE
    if spent:
        joint = "、" if edition.lang == "zh" else ", "
        names = joint.join(edition.say(record.name) for record in spent)
        words = say.SPENT.fill(len(spent), names) if len(spent) > 1 else say.SPENT_ONE.fill(names)
        yield edition.noted(edition.say(words), *(record.sources for record in spent)), theme.NOTE
    yield edition.say(say.READINGS), theme.NOTE
    yield edition.say(say.CHECKED.fill(say_date(found.on.isoformat()))), theme.H3


def _notes_mm(edition: Edition, notes: Sequence[tuple[Words, Style]]) -> float:
    lines = [len(edition.setter.lay(words, theme.TEXT_W * MM, style)) * style.leading_mm for words, style in notes]
    return 8.4 + LAST_NOTE_LOWER + sum(lines)


def _write_notes(sheet: Sheet, y: float, notes: Sequence[tuple[Words, Style]]) -> None:
    for words, style in notes:
        lower = LAST_NOTE_LOWER if style is theme.H3 else 0.0
        y = sheet.paragraph(theme.LEFT, y + lower, theme.TEXT_W, words, style).bottom
