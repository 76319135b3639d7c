"""What stands in the way of a brochure before it is made: nothing is found out by the reader of the page."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from brochure.claims import OVERRIDABLE, Rule, judge_text
from brochure.fonts import FontFiles, load_faces, missing_characters
from brochure.model.flat import columns
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.pdf import guard, own_words
from brochure.pdf.choice import OWN_SECTIONS, SPENT, Choice, choose
from brochure.pdf.document import compose
from brochure.pdf.lines import Typesetter
from brochure.pdf.profile import PROFILES
from brochure.pdf.recipe import OWN_LONGEST, Recipe, Section
from brochure.pdf.sender import NOBODY, Sender
from brochure.store.library import Library
from brochure.words import Text, press
from brochure.words import brochure as say
from brochure.words import sender as sender_say
from brochure.words.fields import FIELDS
from brochure.words.kinds import VALIDITY
from brochure.words.page import formats as formats_say
from brochure.words.page.furniture import SECTION

Fix = Literal["leave_out", "label", "reader", "greeting", "closing", "sender"]
MAPS: frozenset[Section] = frozenset({"location", "zones"})
PROMISES: frozenset[Rule] = frozenset({"medical", "tax_rebate", "guarantee"})
"""A name may be as proud as it likes; a promise in its place is told, but whose name it is nobody here can judge."""


class Finding(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing to know before printing: where it is, and what it is."""

    level: Literal["stop", "warn", "note"]
    where: Text
    what: Text
    section: Section | None = None
    """The section it stands in, where one alone holds it."""
    record: str = ""
    """The record whose block it is."""
    page: int = 0
    """The page of the finished book, counted from 1; 0 where it is said before there are pages."""
    frame: tuple[float, float, float, float] | None = None
    """The block on that page: left, top, width, height, millimetres."""
    fix: Fix | None = None
    """The one thing that mends it, where there is one: ``leave_out`` the record, print it with its ``label``, or go to
    the field in which it was typed."""


def inspect(
    library: Library,
    recipe: Recipe,
    fonts: FontFiles,
    review_number: str = "",
    sender: Sender = NOBODY,
    setter: Typesetter | None = None,
) -> tuple[Finding, ...]:
    """Return what was found, the gravest first; a format with a fixed layout is set once, with ``setter`` if given.

    Raises:
        NotFoundError: Something chosen is not in the library.
    """
    choice = choose(library, recipe)
    found = [
        *_asked(recipe, fonts),
        *_sent(sender, fonts),
        *_own(recipe, choice, fonts),
        *_policies(library, recipe, choice),
        *_claims(library, recipe, choice),
        *_glyphs(library, choice, fonts),
        *([] if review_number else _map(recipe, choice)),
        *_printing(recipe),
        *_layout(library, recipe, choice, fonts, sender, setter),
    ]
    if not choice.sections:
        found.append(Finding("stop", say.TITLE, say.NO_SECTIONS))
    return tuple(sorted(found, key=lambda finding: ("stop", "warn", "note").index(finding.level)))


def _layout(
    library: Library,
    recipe: Recipe,
    choice: Choice,
    fonts: FontFiles,
    sender: Sender,
    setter: Typesetter | None,
) -> Iterator[Finding]:
    """Name the page and the block of every text that has no room where the pages cannot become more."""
    if choice.composition == "book" or not choice.sections:
        return
    if recipe.sections is not None and choice.composition in OWN_SECTIONS:
        yield Finding("note", say.TITLE, formats_say.OWN_CONTENT.fill(formats_say.NAME[choice.composition]))
    asked = "".join((recipe.reader or "", recipe.contact or "", *sender.words()))
    if missing_characters(f"{asked}{''.join(library.characters)}", fonts):
        return  # told already, and cannot be set
    own = setter or Typesetter({int(weight): face for weight, face in load_faces(fonts).items()})
    book, _ = compose(library, recipe, own, sender=sender)
    for page, block in dict.fromkeys(book.refused):
        yield Finding("stop", page, formats_say.NO_ROOM.fill(page, block))


def _asked(recipe: Recipe, fonts: FontFiles) -> Iterator[Finding]:
    missing = missing_characters(f"{recipe.reader or ''}{recipe.contact or ''}", fonts)
    if missing:
        yield Finding("stop", say.WHERE_COVER, _missing(missing), "cover", fix="reader")
    for name in (recipe.reader, recipe.contact):
        for claim in judge_text(name) if name else ():
            if claim.rule in PROMISES:
                words = say.NAME_PROMISES.fill(name, claim.wording)
                yield Finding("warn", say.WHERE_COVER, words, "cover", fix="reader")


def _sent(sender: Sender, fonts: FontFiles) -> Iterator[Finding]:
    """Say what of the sender cannot be printed; how fine the pictures are is looked at on the page."""
    missing = missing_characters("".join(sender.words()), fonts)
    if missing:
        yield Finding("stop", sender_say.TITLE, _missing(missing), fix="sender")


def _own(recipe: Recipe, choice: Choice, fonts: FontFiles) -> Iterator[Finding]:
    """Read the office's own words as the guard reads the content's, where they are printed at all."""
    languages = recipe.editions()
    for name, words in own_words.blocks(recipe):
        where, section = say.OWN[name], own_words.STANDS[name]
        if choice.composition != "book":
            yield Finding("warn", where, say.OWN_NOT_HERE.fill(where), fix=name)
            continue
        if section not in choice.sections:
            yield Finding("warn", where, say.OWN_NOWHERE.fill(where, SECTION[section]), fix=name)
            continue
        printed = "".join(words.to(lang) for lang in languages)
        if missing := missing_characters(printed, fonts):
            yield Finding("stop", where, _missing(missing), section, fix=name)
        if max(len(words.to(lang)) for lang in languages) > OWN_LONGEST:
            yield Finding("stop", where, say.OWN_TOO_LONG.fill(OWN_LONGEST), section, fix=name)
        for claim in own_words.claims(words, languages):
            told, may = own_words.said(claim), claim.rule in OVERRIDABLE
            if recipe.force_unverified and may:
                yield Finding("warn", where, say.GUARDED_LABEL.fill(told), section, fix=name)
            else:
                yield Finding("stop", where, told, section, fix=name)
        for lang in languages:
            if not getattr(words, lang):
                yield Finding("warn", where, say.OWN_UNTRANSLATED.fill(say.LANGUAGE[lang]), section, fix=name)


def _policies(library: Library, recipe: Recipe, choice: Choice) -> Iterator[Finding]:
    named = choice.policies
    if choice.composition != "book":  # a site sheet names none, and a trifold not all
        ids = {record.id for record in guard.printed(library, choice)}
        named = tuple(policy for policy in named if policy.id in ids)
    for policy in named:
        state = validity(policy, recipe.on)
        if state in SPENT:
            level: Literal["stop", "warn"] = "warn" if recipe.force_unverified else "stop"
            words = say.SPENT_LABEL if recipe.force_unverified else say.SPENT
            told = words.fill(policy.name, VALIDITY[state])
            yield Finding(level, policy.name, told, "policies", policy.id, fix="leave_out")


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
            fix: Fix | None = "label" if issue.overridable and not label else None
            yield Finding(
                level, record.name, say.GUARDED_LABEL.fill(words) if label else words, None, record.id, fix=fix
            )
        elif issue.rule == "edited":
            words = say.GUARDED.fill(record.id, _field(issue.field), issue.message)
            yield Finding("warn", record.name, words, record=record.id)
    for record, fields in lacking.values():
        names = [_field(field) for field in dict.fromkeys(fields)]
        joined = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
        yield Finding("warn", record.name, say.UNTRANSLATED.fill(joined), record=record.id)


def _field(field: str | None) -> Text:
    return FIELDS.get(field or "", Text(field or "", field or ""))


def _glyphs(library: Library, choice: Choice, fonts: FontFiles) -> Iterator[Finding]:
    """Name every character that would leave an empty square, and the record it stands in."""
    lacking = missing_characters("".join(sorted(library.characters)), fonts)
    if not lacking:
        return
    printed = [(record.name, _words_of(record), record.id) for record in guard.printed(library, choice)]
    if MAPS & set(choice.sections):
        texts = [(feature.name, feature.short or feature.name) for feature in library.features]
        printed += [(name, f"{name.zh}{name.en}{short.zh}{short.en}", "") for name, short in texts]
    for name, words, key in printed:
        if not set(lacking).isdisjoint(words):
            yield Finding("stop", name, _missing(missing_characters(words, fonts)), record=key)


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


def _map(recipe: Recipe, choice: Choice) -> Iterator[Finding]:
    if not MAPS.isdisjoint(choice.sections):
        section: Section = "location" if "location" in choice.sections else "zones"
        if PROFILES[recipe.profile].marks:  # what goes to the press is meant for the public
            yield Finding("warn", say.WHERE_MAP, press.NO_REVIEW_NUMBER, section)
        else:
            yield Finding("note", say.WHERE_MAP, say.NO_REVIEW_NUMBER, section)


def _printing(recipe: Recipe) -> Iterator[Finding]:
    """Say what the printer, or whoever stands at one, must know."""
    if recipe.profile in press.ADVICE:
        yield Finding("note", press.WHERE, press.ADVICE[recipe.profile])
