"""Which of this is for me: answers from a file against what the sources ask."""

import datetime
import sys
from pathlib import Path
from typing import Any

import click

from brochure.cli import tell
from brochure.cli.asked import Asked
from brochure.cli.frame import command
from brochure.cli.look import library_for, today
from brochure.cli.shape import write_json
from brochure.words import Text
from brochure.words import matcher as say
from brochure.words.dates import say_seen
from brochure.words.text import tame

SIGN = {"met": "+", "unknown": "?", "unmet": "-"}


@command(
    "match",
    click.argument("answers", metavar="ANSWERS.json", type=click.Path(path_type=Path)),
    click.option("--on", metavar="DATE", type=click.DateTime(["%Y-%m-%d"])),
)
def match_answers(asked: Asked, answers: Path, on: object) -> int:
    """Tell of each measure whether the answers meet it."""
    from brochure.desk.match import match, read_answers

    library = library_for(asked)
    day: datetime.date = on.date() if on is not None else today()  # type: ignore[attr-defined]  # a datetime, says click
    found = match(library, read_answers(answers, library), day)
    if asked.json:
        write_json(_to_json(found))
    else:
        sys.stdout.write("".join(f"{tame(line)}\n" for line in _lines(asked, found, library)))
    if not asked.quiet:
        tell(asked, say.AS_OF.fill(say_seen(day.isoformat())))
    return 0


def _to_json(found: Any) -> list[dict[str, Any]]:
    """Return each measure, then the stage, the zones and the industry that fit, all with id, kind and verdict."""
    shown = [
        {
            "id": each.record.id, "kind": each.record.kind, "name": each.record.name, "verdict": each.verdict,
            "validity": each.validity, "remark": each.remark,
            "conditions": [_condition(judged) for judged in each.conditions],
        }
        for each in found.findings
    ]  # fmt: skip
    shown += [
        {
            "id": place.record.id, "kind": place.record.kind, "name": place.record.name,
            "verdict": "unknown" if place.conditions else "met", "validity": None, "remark": place.why,
            "conditions": [_condition(judged) for judged in place.conditions],
        }
        for place in (*([found.stage] if found.stage else []), *found.zones)
    ]  # fmt: skip
    if found.industry is not None:
        shown.append({
            "id": found.industry.id, "kind": "industries", "name": found.industry.name, "verdict": "met",
            "validity": None, "remark": None, "conditions": [],
            "enterprises": [
                {"id": each.id, "name": each.name, "inferred": each.industry_inferred} for each in found.enterprises
            ],
            "gaps": list(found.industry.gaps),
        })  # fmt: skip
    return shown


def _condition(judged: Any) -> dict[str, Any]:
    condition = judged.condition
    return {
        "question": condition.question, "verdict": judged.verdict, "reason": judged.reason, "clause": condition.clause,
        "basis": condition.basis, "sources": list(condition.sources),
    }  # fmt: skip


def _lines(asked: Asked, found: Any, library: Any) -> list[str]:
    lines: list[str] = []
    for verdict, word in say.VERDICT.items():
        group = found.of(verdict)
        lines += [f"{asked.say(word)} {len(group)}", ""]
        for each in group:
            holds = f"  [{asked.say(say.say_validity(each.validity))}]" if each.validity else ""
            lines.append(f"{SIGN[verdict]} {asked.say(each.record.name)}  {each.record.id}{holds}")
            lines += [f"    {asked.say(each.remark)}"] if each.remark else []
            for judged in each.conditions:
                marks = ", ".join(asked.say(library.record(id).cite) for id in judged.condition.sources)
                lines.append(f"    {SIGN[judged.verdict]} {asked.say(judged.reason)}")
                clause = say.say_clause(judged.condition.clause, judged.condition.basis)
                lines.append(f"      {asked.say(clause)} · {marks}")
        lines.append("")
    return lines + _fits(asked, found)


def _fits(asked: Asked, found: Any) -> list[str]:
    lines: list[str] = []

    def part(heading: Text, rows: list[str]) -> None:
        if rows:
            lines.extend([asked.say(heading), *(f"  {row}" for row in rows), ""])

    part(say.STAGE_FITS, [_place(asked, found.stage)] if found.stage else [])
    part(say.ZONES_FIT, [_place(asked, place) for place in found.zones])
    part(say.NEIGHBOURS, [f"{asked.say(each.name)}  {each.id}" for each in found.enterprises])
    if found.industry is not None:
        part(say.GAPS, [asked.say(gap) for gap in found.industry.gaps])
    return lines


def _place(asked: Asked, place: Any) -> str:
    asks = "".join(f" {asked.say(judged.reason)}" for judged in place.conditions)
    return f"{asked.say(place.record.name)}  {place.record.id}  {asked.say(place.why)}{asks}"


COMMANDS = {"match": match_answers}
