"""What was asked: whom the brochure is for and what goes into it. Kept as TOML, so that it can be asked again."""

import datetime
import tomllib
from pathlib import Path
from typing import Any, Literal

import msgspec

from brochure.errors import SettingsError
from brochure.words import Lang
from brochure.words import recipe as say

Edition = Literal["zh", "en", "both"]
Section = Literal[
    "cover", "contents", "figures", "location", "industries", "zones",
    "altitude", "chain", "policies", "enterprises", "services", "sources",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = (
    "cover", "contents", "figures", "location", "industries", "zones",
    "altitude", "chain", "policies", "enterprises", "services", "sources",
)  # fmt: skip


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One request; ``None`` for a list means all that may be printed, a list means exactly its members.

    ``on`` is the day on the cover, and the day for which validity is worked out. The names of the fields are the names
    in the TOML file.
    """

    reader: str | None = None
    contact: str | None = None
    sectors: tuple[str, ...] | None = None
    sections: tuple[Section, ...] | None = None
    zones: tuple[str, ...] | None = None
    policies: tuple[str, ...] | None = None
    enterprises: tuple[str, ...] | None = None
    stage: str | None = None
    lang: Edition = "zh"
    profile: Literal["office"] = "office"
    on: datetime.date
    force_unverified: bool = False

    def has(self, section: Section) -> bool:
        """Whether the section was asked for; the order of the book stays the same."""
        return self.sections is None or section in self.sections

    def editions(self) -> tuple[Lang, ...]:
        """The languages to print, in order."""
        return ("zh", "en") if self.lang == "both" else (self.lang,)


def load_recipe(path: Path, on: datetime.date) -> Recipe:
    """Read a recipe; ``on`` is used where the file names no day.

    Raises:
        SettingsError: The file is not there, is not UTF-8 TOML, or a field is unknown or of the wrong form.
    """
    try:
        asked: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(say.NOT_READABLE.fill(path.name, error.strerror)) from error
    except UnicodeDecodeError as error:
        raise SettingsError(say.NOT_UTF8.fill(path.name)) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(say.NOT_TOML.fill(path.name, error)) from error
    try:
        return msgspec.convert({"on": on, **asked}, Recipe)
    except msgspec.ValidationError as error:
        raise SettingsError(_explain(path.name, asked, error)) from error


def save_recipe(recipe: Recipe) -> str:
    """Return the recipe as TOML text."""
    lines = []
    for name, value in msgspec.to_builtins(recipe, builtin_types=(datetime.date,)).items():
        if isinstance(value, bool):
            lines.append(f"{name} = {str(value).lower()}")
        elif isinstance(value, datetime.date):
            lines.append(f"{name} = {value.isoformat()}")
        elif isinstance(value, (list, tuple)):
            lines.append(f"{name} = [{', '.join(_quote(item) for item in value)}]")
        else:
            lines.append(f"{name} = {_quote(value)}")
    return "\n".join(lines) + "\n"


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
