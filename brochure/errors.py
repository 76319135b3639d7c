"""Every error a person can be told about, in one tree: raised deep, caught in the command line and the window."""

import difflib
from collections.abc import Iterable

from brochure.words import Lang, Text
from brochure.words import errors as say


class BrochureError(Exception):
    """A problem of the person's own making or of their machine; its message is a sentence in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message

    def to(self, lang: Lang) -> str:
        """Return the sentence to show."""
        return self.message.to(lang)


class ContentError(BrochureError):
    """Something in ``data/`` cannot be taken as it is; the message names file, row and field."""


class TableError(ContentError):
    """A table that somebody brings cannot be read; tells sheet, row and column where they are known."""

    def __init__(
        self, message: Text, sheet: str | None = None, row: int | None = None, letter: str | None = None
    ) -> None:
        super().__init__(message)
        self.sheet, self.row, self.letter = sheet, row, letter


class NotFoundError(BrochureError):
    """Nothing of that kind has that key; the message offers the nearest spelling."""

    def __init__(self, kind: Text, key: str, known: Iterable[str] = ()) -> None:
        near = difflib.get_close_matches(key, tuple(known), n=1)
        super().__init__(say.NOT_FOUND_NEAR.fill(kind, key, near[0]) if near else say.NOT_FOUND.fill(kind, key))


class StoreError(BrochureError):
    """A database cannot be read, written or trusted."""


class LockedError(StoreError):
    """Another program holds a database for the moment; it may be let go."""


class DamagedError(StoreError):
    """A value in a database was changed or destroyed by something else than this program."""


class SettingsError(BrochureError):
    """A setting, a recipe or a place to write is not usable."""


class AnswersError(BrochureError):
    """A file of answers cannot be taken; the message names file and field and what is allowed."""


class RenderError(BrochureError):
    """A page, a map or a file cannot be made as asked."""


class GroundError(BrochureError):
    """A file cannot be a base map, or a base map cannot be changed as asked."""


class CancelledError(BrochureError):
    """The person stopped it; nothing was left behind."""
