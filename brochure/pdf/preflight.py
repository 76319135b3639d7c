"""What stands in the way of a brochure before it is made: nothing is found out by the reader of the page."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from brochure.fonts import FontFiles, missing_characters
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.pdf.choice import SPENT, Choice, choose
from brochure.pdf.recipe import Recipe
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import brochure as say
from brochure.words.kinds import VALIDITY


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
        *_records(recipe, choice, fonts),
        *([] if review_number else _map(choice)),
    ]
    if not choice.sections:
        found.append(Finding("stop", say.TITLE, say.NO_SECTIONS))
    return tuple(sorted(found, key=lambda finding: ("stop", "warn", "note").index(finding.level)))


def _asked(recipe: Recipe, fonts: FontFiles) -> Iterator[Finding]:
    missing = missing_characters(f"{recipe.reader or ''}{recipe.contact or ''}", fonts)
    if missing:
        codes = ", ".join(f"U+{ord(char):04X}" for char in missing)
        yield Finding("stop", say.WHERE_COVER, say.MISSING_GLYPH.fill(" ".join(missing), codes))


def _policies(recipe: Recipe, choice: Choice) -> Iterator[Finding]:
    for policy in choice.policies:
        state = validity(policy, recipe.on)
        if state in SPENT:
            level: Literal["stop", "warn"] = "warn" if recipe.force_unverified else "stop"
            words = say.SPENT_LABEL if recipe.force_unverified else say.SPENT
            yield Finding(level, policy.name, words.fill(policy.name, VALIDITY[state]))


def _records(recipe: Recipe, choice: Choice, fonts: FontFiles) -> Iterator[Finding]:
    chosen: tuple[Record, ...] = (*choice.zones, *choice.policies, *choice.enterprises)
    for record in chosen:
        if not record.sources:
            yield Finding("stop", record.name, say.UNSOURCED)
        if not all(
            record.name.to(lang) and (record.name.zh if lang == "zh" else record.name.en) for lang in recipe.editions()
        ):
            yield Finding("warn", record.name, say.UNTRANSLATED)
        missing = missing_characters(f"{record.name.zh}{record.name.en}", fonts)
        if missing:
            codes = ", ".join(f"U+{ord(char):04X}" for char in missing)
            yield Finding("stop", record.name, say.MISSING_GLYPH.fill(" ".join(missing), codes))


def _map(choice: Choice) -> Iterator[Finding]:
    if "location" in choice.sections or "zones" in choice.sections:
        yield Finding("note", say.WHERE_MAP, say.NO_REVIEW_NUMBER)
