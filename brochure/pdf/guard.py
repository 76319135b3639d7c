"""What the claim guard says of one book: which records it prints, what stops them, and which are printed on request."""

from collections.abc import Iterator

import msgspec

from brochure.claims import Issue, issues_of, judge_record
from brochure.model.condition import Condition
from brochure.model.kinds import BasePart, Figure
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.pdf.choice import SPENT, Choice
from brochure.pdf.formats import content
from brochure.pdf.recipe import Recipe, Section
from brochure.store.library import Library

PRINTED: dict[Section, tuple[str, ...]] = {
    "contents": ("park", "figures", "contacts", "base"),
    "figures": ("figures",),
    "location": ("park", "places"),
    "industries": ("industries",),
    "altitude": ("base", "places"),
    "chain": ("stages", "figures"),
    "services": ("services", "funds", "figures"),
    "sources": ("sources", "contacts"),
}
"""The kinds a section prints whether or not somebody chose them."""
CHOSEN: tuple[tuple[str, frozenset[Section]], ...] = (
    ("zones", frozenset({"zones", "contents"})),
    ("policies", frozenset({"policies", "contents"})),
    ("enterprises", frozenset({"enterprises"})),
    ("matched", frozenset({"match"})),
    ("also", frozenset({"also"})),
    ("sectors", frozenset({"contents"})),
)
"""The records chosen one by one, and the sections that name them."""


def chosen(choice: Choice) -> tuple[Record, ...]:
    """Return the records that were chosen one by one and that a section of this book will name."""
    sections = set(choice.sections)
    return tuple(record for field, where in CHOSEN if where & sections for record in getattr(choice, field))


def printed(library: Library, choice: Choice) -> tuple[Record, ...]:
    """Return every record a book prints, or may print: the chosen ones, then those its sections bring along."""
    if choice.composition != "book":
        return tuple({record.id: record for record in content.printed(library, choice)}.values())
    kinds = dict.fromkeys(kind for section in choice.sections for kind in PRINTED.get(section, ()))
    brought = (record for kind in kinds for record in library.records(kind) if _is_printed(record, choice))
    found = {record.id: record for record in (*chosen(choice), *brought)}
    return tuple(found.values())


def issues(library: Library, recipe: Recipe, choice: Choice) -> Iterator[tuple[Record, Issue]]:
    """Yield what is wrong with the records of a book, in the languages it is printed in.

    Where a record points is checked whenever content is read, so nothing is said of it here.
    """
    languages = recipe.editions()
    for record in printed(library, choice):
        for issue in _judged(record, library, recipe):
            if issue.rule != "link" and (issue.lang is None or issue.lang in languages):
                yield record, issue


def _judged(record: Record, library: Library, recipe: Recipe) -> Iterator[Issue]:
    if isinstance(record, Condition):  # its clause is a quotation, and its date is that of the source it is cited from
        quoted = msgspec.structs.replace(record, quote=record.clause.zh)
        yield from (issue for issue in judge_record(quoted, library) if issue.rule != "undated")
    elif record.audience == "archive":  # once it is printed, its words are the words of today
        yield from issues_of(msgspec.structs.replace(record, audience="public"), library, recipe.on)
    else:
        yield from issues_of(record, library, recipe.on)


def forced(library: Library, recipe: Recipe, choice: Choice) -> frozenset[str]:
    """Return the ids of the records that are printed only because somebody insists, each beside its label."""
    if not recipe.force_unverified:
        return frozenset()
    spent = {policy.id for policy in choice.policies if validity(policy, recipe.on) in SPENT}
    found = issues(library, recipe, choice)
    return frozenset(spent | {record.id for record, issue in found if issue.level == "error" and issue.overridable})


def _is_printed(record: Record, choice: Choice) -> bool:
    """Whether a record of a printed kind comes onto a page: every reading where figures are told, else the newest."""
    if isinstance(record, Figure):
        return record.current or record.headline == 1 or "figures" in choice.sections
    if isinstance(record, BasePart):
        return "altitude" in choice.sections or record.part == "altitude"
    return True
