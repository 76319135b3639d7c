"""What was asked: whom the brochure is for and what goes into it. Kept as TOML, so that it can be asked again."""

import datetime
import tomllib
from pathlib import Path
from typing import Any, Literal

import msgspec

from brochure.eligibility import FIXED, QUESTIONS, YES_NO, Answers, Question
from brochure.errors import SettingsError
from brochure.pdf.profile import ProfileName
from brochure.words import Lang, Text
from brochure.words import recipe as say
from brochure.words.text import shown

Edition = Literal["zh", "en", "both"]
Section = Literal[
    "cover", "contents", "figures", "location", "industries", "zones",
    "altitude", "chain", "policies", "match", "enterprises", "services", "also", "sources",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = (
    "cover", "contents", "figures", "location", "industries", "zones",
    "altitude", "chain", "policies", "match", "enterprises", "services", "also", "sources",
)  # fmt: skip
OwnBlock = Literal["greeting", "closing"]
OWN: tuple[OwnBlock, ...] = ("greeting", "closing")
"""The fields that hold words of the office's own."""


MOST_BYTES = 1_000_000
"""No recipe is as large as this; what is larger is another file."""
OWN_LONGEST = 20_000
"""So many characters may own words have; at 10 pt they fill some fifteen pages."""


class OwnWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words that the office wrote itself; a language without any is printed in those of the other."""

    zh: str = ""
    en: str = ""

    def to(self, lang: Lang) -> str:
        """Return the words for an edition."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One request; ``None`` for a list means all that may be printed, a list means exactly its members.

    ``on`` is the day on the cover, and the day for which validity is worked out. ``answers`` are held against what the
    sources ask; in the file they are a table. ``also`` are records that no other field chooses, in their order; unlike
    the other lists it prints nothing when it is ``None``. ``sections`` are printed in their order, the cover first and
    the sources last wherever they stand. ``greeting`` stands in the letter, ``closing`` at the end; in the file each is
    a text, or a table with a text a language. The names of the fields are the names in the TOML file.
    """

    reader: str | None = None
    contact: str | None = None
    sectors: tuple[str, ...] | None = None
    sections: tuple[Section, ...] | None = None
    zones: tuple[str, ...] | None = None
    policies: tuple[str, ...] | None = None
    enterprises: tuple[str, ...] | None = None
    stage: str | None = None
    also: tuple[str, ...] | None = None
    answers: Answers | None = None
    greeting: OwnWords | None = None
    closing: OwnWords | None = None
    lang: Edition = "zh"
    profile: ProfileName = "office"
    on: datetime.date
    force_unverified: bool = False

    def has(self, section: Section) -> bool:
        """Whether the section was asked for."""
        return self.sections is None or section in self.sections

    def in_order(self) -> tuple[Section, ...]:
        """The sections asked for, in the order of the book: the cover begins it, the sources end it."""
        asked = tuple(dict.fromkeys(SECTIONS if self.sections is None else self.sections))
        ends: tuple[Section, ...] = ("cover", "sources")
        inner = tuple(section for section in asked if section not in ends)
        return (*(("cover",) if "cover" in asked else ()), *inner, *(("sources",) if "sources" in asked else ()))

    def editions(self) -> tuple[Lang, ...]:
        """The languages to print, in order."""
        return ("zh", "en") if self.lang == "both" else (self.lang,)


def load_recipe(path: Path, on: datetime.date) -> Recipe:
    """Read a recipe; ``on`` is used where the file names no day.

    Raises:
        SettingsError: The file is not there, is not UTF-8 TOML, or a field is unknown or of the wrong form.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SettingsError(say.TOO_BIG.fill(path.name, MOST_BYTES // 1_000_000))
        asked: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(say.NOT_READABLE.fill(path.name, error.strerror)) from error
    except UnicodeDecodeError as error:
        raise SettingsError(say.NOT_UTF8.fill(path.name)) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(say.NOT_TOML.fill(path.name, error)) from error
    if "answers" in asked:
        asked["answers"] = _read_answers(path.name, asked["answers"])
    for block in OWN:
        if block in asked:
            asked[block] = _read_own(path.name, block, asked[block], "en" if asked.get("lang") == "en" else "zh")
    try:
        return msgspec.convert({"on": on, **asked}, Recipe)
    except msgspec.ValidationError as error:
        raise SettingsError(_explain(path.name, asked, error)) from error


def save_recipe(recipe: Recipe) -> str:
    """Return the recipe as TOML text; tables stand last, as TOML wants them."""
    fields = msgspec.to_builtins(recipe, builtin_types=(datetime.date,))
    tables = {name: fields.pop(name) for name in ("answers", *OWN) if fields.get(name) is not None}
    lines = []
    for name, value in fields.items():
        if isinstance(value, bool):
            lines.append(f"{name} = {str(value).lower()}")
        elif isinstance(value, datetime.date):
            lines.append(f"{name} = {value.isoformat()}")
        elif isinstance(value, (list, tuple)):
            lines.append(f"{name} = [{', '.join(_quote(item) for item in value)}]")
        else:
            lines.append(f"{name} = {_quote(value)}")
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{key} = {_quote(value)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def _read_own(name: str, block: str, given: object, lang: Lang) -> dict[str, str]:
    """Return own words as a table; a bare text is in the language of the brochure."""
    table = {lang: given} if isinstance(given, str) else given
    if not isinstance(table, dict) or not all(isinstance(text, str) for text in table.values()):
        raise SettingsError(say.OWN_NO_TEXT.fill(name, block, block))
    unknown = next((key for key in table if key not in ("zh", "en")), None)
    if unknown is not None:
        raise SettingsError(say.OWN_FIELD.fill(name, block, shown(unknown)))
    if any(len(text) > OWN_LONGEST for text in table.values()):
        raise SettingsError(say.OWN_TOO_LONG.fill(name, block, OWN_LONGEST))
    return {key: text.replace("\r\n", "\n").replace("\r", "\n") for key, text in table.items()}


def _read_answers(name: str, table: object) -> dict[str, str]:
    """Return the table of answers; ids of industries and stages are looked up when the recipe meets the content."""
    if not isinstance(table, dict):
        raise SettingsError(say.ANSWERS_NO_TABLE.fill(name))
    answers: dict[str, str] = {}
    for field, value in table.items():
        question = next((each for each in QUESTIONS if each == field), None)
        if question is None:
            raise SettingsError(say.ANSWERS_FIELD.fill(name, shown(field), ", ".join(QUESTIONS)))
        if question == "export" and isinstance(value, bool):
            value = YES_NO[value]
        if not isinstance(value, str) or value not in FIXED.get(question, (value,)):
            raise SettingsError(_wrong_answer(name, question, value))
        answers[field] = value
    return answers


def _wrong_answer(name: str, question: Question, value: object) -> Text:
    written = shown(value if isinstance(value, str) else str(value))
    if question in FIXED:
        return say.ANSWERS_VALUE.fill(name, question, written, ", ".join(FIXED[question]))
    return say.ANSWERS_ID.fill(name, question, written)


def _quote(words: str) -> str:
    """Return a TOML basic string; JSON's escapes are a subset of TOML's, but TOML also refuses a bare DEL."""
    return msgspec.json.encode(words).decode().replace("\x7f", "\\u007f")


def _explain(name: str, asked: dict[str, Any], error: msgspec.ValidationError) -> Any:
    unknown = sorted(set(asked) - set(Recipe.__struct_fields__))
    if unknown:
        return say.UNKNOWN_FIELD.fill(name, unknown[0], ", ".join(Recipe.__struct_fields__))
    field = str(error).rpartition("`$.")[2].rstrip("`").partition("[")[0]
    if field == "sections":
        return say.UNKNOWN_SECTION.fill(name, ", ".join(SECTIONS))
    return say.WRONG_FIELD.fill(name, field, asked.get(field))
