"""What stands in the way of a brochure before it is made: nothing is found out by the reader of the page."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from brochure.fonts import FontFiles, missing_characters
from brochure.model.flat import columns
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.pdf.choice import SPENT, Choice, choose
from brochure.pdf.recipe import Recipe, Section
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import brochure as say
from brochure.words.kinds import VALIDITY

PRINTED: dict[Section, tuple[str, ...]] = {
    "contents": ("park", "figures", "contacts"),
    "figures": ("figures",),
    "location": ("park", "places"),
    "industries": ("industries",),
    "altitude": ("base", "places"),
    "chain": ("stages",),
    "services": ("services", "funds"),
    "sources": ("sources", "contacts"),
}
"""The kinds a section prints whether or not somebody chose them."""
MAPS: frozenset[Section] = frozenset({"location", "zones"})


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
        *_records(recipe, choice),
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


def _policies(recipe: Recipe, choice: Choice) -> Iterator[Finding]:
    for policy in choice.policies:
        state = validity(policy, recipe.on)
        if state in SPENT:
            level: Literal["stop", "warn"] = "warn" if recipe.force_unverified else "stop"
            words = say.SPENT_LABEL if recipe.force_unverified else say.SPENT
            yield Finding(level, policy.name, words.fill(policy.name, VALIDITY[state]))


def _records(recipe: Recipe, choice: Choice) -> Iterator[Finding]:
    for record in _chosen(choice):
        if not record.sources:
            yield Finding("stop", record.name, say.UNSOURCED)
        if not all(
            record.name.to(lang) and (record.name.zh if lang == "zh" else record.name.en) for lang in recipe.editions()
        ):
            yield Finding("warn", record.name, say.UNTRANSLATED)


def _chosen(choice: Choice) -> tuple[Record, ...]:
    """Return the records that were chosen one by one and that a section of this book will name."""
    shown: list[Record] = []
    for records, sections in (
        (choice.zones, {"zones", "contents"}),
        (choice.policies, {"policies", "contents"}),
        (choice.enterprises, {"enterprises"}),
    ):
        if sections & set(choice.sections):
            shown += records
    return tuple(shown)


def _glyphs(library: Library, choice: Choice, fonts: FontFiles) -> Iterator[Finding]:
    """Name every character that would leave an empty square, and the record it stands in."""
    lacking = missing_characters("".join(sorted(library.characters)), fonts)
    if not lacking:
        return
    kinds = dict.fromkeys(kind for section in choice.sections for kind in PRINTED.get(section, ()))
    records = [*_chosen(choice), *(record for kind in kinds for record in library.records(kind))]
    printed = [(record.name, _words_of(record)) for record in records]
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
