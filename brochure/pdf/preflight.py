"""What stands in the way of a brochure before it is made: nothing is found out by the reader of the page."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from brochure.claims import Rule, judge_text
from brochure.fonts import FontFiles, missing_characters
from brochure.model.flat import columns
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.pdf import guard
from brochure.pdf.choice import SPENT, Choice, choose
from brochure.pdf.recipe import Recipe, Section
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import brochure as say
from brochure.words.fields import FIELDS
from brochure.words.kinds import VALIDITY

MAPS: frozenset[Section] = frozenset({"location", "zones"})
PROMISES: frozenset[Rule] = frozenset({"medical", "tax_rebate", "guarantee"})
"""A name may be as proud as it likes; a promise in its place is told, but whose name it is nobody here can judge."""


class Finding(msgspec.Struct, frozen=True):
    """One thing to know before printing: where it is, and what it is."""

    level: Literal["stop", "warn", "note"]
    where: Text
    what: Text


def inspect(library: Library, recipe: Recipe, fonts: FontFiles, review_number: str = "") -> tuple[Finding, ...]:
    """Return what was found, the gravest first.

    Raises:
        NotFoundError: Something chosen is not in the library.
    """
    choice = choose(library, recipe)
    found = [
        *_asked(recipe, fonts),
        *_policies(recipe, choice),
        *_claims(library, recipe, choice),
        *_glyphs(library, choice, fonts),
        *([] if review_number else _map(choice)),
    ]
    if not choice.sections:
        found.append(Finding("stop", say.TITLE, say.NO_SECTIONS))
    return tuple(sorted(found, key=lambda finding: ("stop", "warn", "note").index(finding.level)))


def _asked(recipe: Recipe, fonts: FontFiles) -> Iterator[Finding]:
    missing = missing_characters(f"{recipe.reader or ''}{recipe.contact or ''}", fonts)
    if missing:
        yield Finding("stop", say.WHERE_COVER, _missing(missing))
    for name in (recipe.reader, recipe.contact):
        for claim in judge_text(name) if name else ():
            if claim.rule in PROMISES:
                yield Finding("warn", say.WHERE_COVER, say.NAME_PROMISES.fill(name, claim.wording))


def _policies(recipe: Recipe, choice: Choice) -> Iterator[Finding]:
    for policy in choice.policies:
        state = validity(policy, recipe.on)
        if state in SPENT:
            level: Literal["stop", "warn"] = "warn" if recipe.force_unverified else "stop"
            words = say.SPENT_LABEL if recipe.force_unverified else say.SPENT
            yield Finding(level, policy.name, words.fill(policy.name, VALIDITY[state]))


def _claims(library: Library, recipe: Recipe, choice: Choice) -> Iterator[Finding]:
    """Say what the claim guard found: an error stops the book, or is printed with its label where that may be asked."""
    lacking: dict[str, tuple[Record, list[str]]] = {}
    for record, issue in guard.issues(library, recipe, choice):
        if issue.rule == "translation":
            lacking.setdefault(record.id, (record, []))[1].append(issue.field or "")
        elif issue.level == "error":
            label = recipe.force_unverified and issue.overridable
            words = say.GUARDED.fill(record.id, _field(issue.field), issue.message)
            level: Literal["stop", "warn"] = "warn" if label else "stop"
            yield Finding(level, record.name, say.GUARDED_LABEL.fill(words) if label else words)
        elif issue.rule == "edited":
            yield Finding("warn", record.name, say.GUARDED.fill(record.id, _field(issue.field), issue.message))
    for record, fields in lacking.values():
        names = [_field(field) for field in dict.fromkeys(fields)]
        joined = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
        yield Finding("warn", record.name, say.UNTRANSLATED.fill(joined))


def _field(field: str | None) -> Text:
    return FIELDS.get(field or "", Text(field or "", field or ""))


def _glyphs(library: Library, choice: Choice, fonts: FontFiles) -> Iterator[Finding]:
    """Name every character that would leave an empty square, and the record it stands in."""
    lacking = missing_characters("".join(sorted(library.characters)), fonts)
    if not lacking:
        return
    printed = [(record.name, _words_of(record)) for record in guard.printed(library, choice)]
    if MAPS & set(choice.sections):
        texts = [(feature.name, feature.short or feature.name) for feature in library.features]
        printed += [(name, f"{name.zh}{name.en}{short.zh}{short.en}") for name, short in texts]
    for name, words in printed:
        if not set(lacking).isdisjoint(words):
            yield Finding("stop", name, _missing(missing_characters(words, fonts)))


def _words_of(record: Record) -> str:
    found: list[str] = []
    for column in columns(type(record)):
        value = getattr(record, column.field)
        if value and column.form in ("text", "texts"):
            found += [words for text in (value if column.form == "texts" else (value,)) for words in (text.zh, text.en)]
    return "".join(found)


def _missing(characters: tuple[str, ...]) -> Text:
    codes = ", ".join(f"U+{ord(char):04X}" for char in characters)
    return say.MISSING_GLYPH.fill(" ".join(char if char.isprintable() else "□" for char in characters), codes)


def _map(choice: Choice) -> Iterator[Finding]:
    if "location" in choice.sections or "zones" in choice.sections:
        yield Finding("note", say.WHERE_MAP, say.NO_REVIEW_NUMBER)
