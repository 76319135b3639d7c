"""What becomes of each row of a batch: its name, its line in the list, its copy in the register."""

import contextlib
import datetime
import functools
import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec

from brochure import __version__
from brochure.desk import register
from brochure.desk.batch_work import Made
from brochure.desk.file_names import free_name, key_of
from brochure.desk.manifest import FULL, PREFIX, Entry, Manifest, digest_of_file
from brochure.desk.recipients import Recipient
from brochure.desk.tailor import log_override, put
from brochure.errors import RenderError, StoreError
from brochure.model.copy import Copy
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.store.copies import CopyStore
from brochure.store.library import Library
from brochure.store.whole_file import place_part
from brochure.words import Lang, Text
from brochure.words import batch as say

State = Literal["waiting", "making", "made", "kept", "failed"]
SAVE_S: Final = 1.0
"""How often the list is written while brochures come; the journal knows every one of them at once."""


class Outcome(msgspec.Struct, frozen=True):
    """What became of a row; ``index`` is its place among the rows."""

    index: int
    state: State
    file: str = ""
    pages: int = 0
    sha256: str = ""
    problem: Text | None = None


class Stopped(Exception):  # noqa: N818 - always caught, and told
    """The rest is left: somebody wants it so, or there is no room."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


class Ledger:
    """The rows of one run and what has become of them."""

    def __init__(
        self,
        library: Library,
        rows: Sequence[Recipient],
        places: Places,
        manifest: Manifest,
        lang: Lang,
        review_number: str,
        progress: Callable[[Outcome], None],
    ) -> None:
        self.library, self.rows, self.places = library, rows, places
        self.manifest, self.lang, self.review_number = manifest, lang, review_number
        self.progress = progress
        self.day = datetime.date.today()  # noqa: DTZ011  the office's own day
        self.outcomes = [Outcome(index, "waiting") for index in range(len(rows))]
        self.entries: dict[int, Entry] = {}
        self.others: list[Entry] = []
        self.files: dict[int, str] = {}
        self.waiting: list[int] = []
        self.unregistered: Text | None = None
        self._copies: list[Copy] = []
        self._begun: dict[int, Entry] = {}
        self._saved = time.monotonic()

    def sort_out(self) -> None:
        """Find what is there already, give every other row its name, and write the list as it is."""
        owned = list(self.manifest.owned)
        keys = [None if row.recipe is None else key_of_request(row.recipe, self.review_number) for row in self.rows]
        taken = {key_of(path.name) for path in self.manifest.folder.iterdir()}
        for index, (row, key) in enumerate(zip(self.rows, keys, strict=True)):
            found = next((each for each in owned if self._is_whole(each, row, key)), None)
            if row.recipe is None:
                self.fail(index, row.problems[0].message)
            elif found is not None:
                owned.remove(found)
                self._keep(index, found)
        for index, row in enumerate(self.rows):
            if row.recipe is None or index in self.entries:
                continue
            before = next((each for each in owned if each.recipient == row.name and _is_of(each, row)), None)
            if before is not None:  # its own file of an earlier day or of other content: made anew at its name
                owned.remove(before)
            name = before.file if before is not None else free_name(row.stem, taken)
            taken.add(key_of(name))
            self.files[index] = name
            self.waiting.append(index)
            if before is not None:
                self.others.append(before)  # until the new one is there
        self.others += owned
        self._save()

    def take(self, index: int, made: Made) -> None:
        """Put a brochure at its name, after the journal has said what it is."""
        if made.story:
            import logging

            logging.getLogger("brochure.batch").error("row %d was not made: %s", self.rows[index].row, made.story)
        if made.error in FULL:
            raise self._full(made)
        if made.problem is not None:
            self.fail(index, made.problem)
            return
        row = self.rows[index]
        assert row.recipe is not None
        entry = Entry(
            file=self.files[index], recipient=row.name, language=row.recipe.lang, profile=row.recipe.profile,
            pages=made.pages, content_version=self.library.content_version,
            recipe=key_of_request(row.recipe, self.review_number), sha256=made.sha256,
            state="made", day=self.day.isoformat(),
        )  # fmt: skip
        path = self.manifest.folder / entry.file
        self._begun[index] = entry
        try:
            self.manifest.note(entry)
            if made.part is not None:
                place_part(made.part, path)
            else:
                put(made.data, path, prefix=PREFIX)
        except (RenderError, OSError) as error:
            cause = error if isinstance(error, OSError) else error.__cause__
            if isinstance(cause, OSError) and cause.errno in FULL:
                raise self._full(made) from error
            self.fail(index, error.message if isinstance(error, RenderError) else _unusable(path, error))
            return
        self.entries[index] = entry
        self.others = [each for each in self.others if key_of(each.file) != key_of(entry.file)]
        self._copies.append(
            register.copy_of(self.library, row.recipe, path, pages=entry.pages, sha256=entry.sha256, day=self.day)
        )
        if row.recipe.force_unverified:
            log_override(self.library, row.recipe)
        self.tell(Outcome(index, "made", entry.file, entry.pages, entry.sha256))
        if time.monotonic() - self._saved > SAVE_S:
            with contextlib.suppress(RenderError):  # the journal has it; what is the matter is told at the end
                self._save()
            self._saved = time.monotonic()
            self._register()

    def _full(self, made: Made) -> Stopped:
        return Stopped(say.DISK_FULL.fill(self.manifest.folder, made.size // 1024 + 1))

    def close(self) -> Text | None:
        """Write the list and the register, take the journal away; return why the list could not be written."""
        for outcome in self.outcomes:
            if outcome.state == "making":
                self.tell(Outcome(outcome.index, "waiting"))
        self._catch_up()
        self._register()
        try:
            self._save()
        except RenderError as error:
            return error.message
        self.manifest.finish()
        return None

    def _catch_up(self) -> None:
        """Enter a file that came to its name just when the batch was interrupted, before anybody wrote that down."""
        for index, entry in self._begun.items():
            known = self.entries.get(index)
            if (known is None or known.sha256 != entry.sha256) and self._is_there(entry):
                self.entries[index] = entry
                self.others = [each for each in self.others if key_of(each.file) != key_of(entry.file)]
                self._copies_missing(index, entry)
                self.outcomes[index] = Outcome(index, "made", entry.file, entry.pages, entry.sha256)

    def _is_there(self, entry: Entry) -> bool:
        return digest_of_file(self.manifest.folder / entry.file) == entry.sha256

    def _is_whole(self, entry: Entry, row: Recipient, key: str | None) -> bool:
        """Whether a file is just what a row asks for."""
        same = entry.recipe == key and entry.content_version == self.library.content_version
        return same and entry.recipient == row.name and _is_of(entry, row)

    def _keep(self, index: int, entry: Entry) -> None:
        self.entries[index] = msgspec.structs.replace(entry, state="kept")
        self._copies_missing(index, entry)
        self.tell(Outcome(index, "kept", entry.file, entry.pages, entry.sha256))

    def _copies_missing(self, index: int, entry: Entry) -> None:
        """Register a file that is there but was not registered, for the batch that made it was killed."""
        recipe = self.rows[index].recipe
        assert recipe is not None
        if entry.sha256 not in self._registered:
            path = self.manifest.folder / entry.file
            self._copies.append(
                register.copy_of(self.library, recipe, path, pages=entry.pages, sha256=entry.sha256, day=self.day)
            )

    @functools.cached_property
    def _registered(self) -> frozenset[str]:
        with contextlib.suppress(StoreError):
            return frozenset(copy.sha256 for copy in CopyStore(self.places.user_db).copies())
        return frozenset()

    def finished(self) -> int:
        """Return how many brochures are there."""
        return sum(1 for each in self.outcomes if each.state in ("made", "kept"))

    def fail(self, index: int, sentence: Text) -> None:
        """Say why a row has no brochure."""
        row = self.rows[index]
        lang = row.recipe.lang if row.recipe is not None else ""
        self.entries[index] = Entry(
            recipient=row.name, language=lang, state="failed", problem=sentence.to(self.lang), day=self.day.isoformat()
        )
        self.tell(Outcome(index, "failed", problem=sentence))

    def tell(self, outcome: Outcome) -> None:
        """Keep what became of a row, and let others know."""
        self.outcomes[outcome.index] = outcome
        self.progress(outcome)

    def _save(self) -> None:
        self.manifest.save([*(self.entries[index] for index in sorted(self.entries)), *self.others])
        self._saved = time.monotonic()

    def _register(self) -> None:
        copies, self._copies = self._copies, []
        if not copies:
            return
        try:
            CopyStore(self.places.user_db).save_copies(copies)
        except StoreError as error:
            self.unregistered = say.NOT_REGISTERED.fill(error.message)


def key_of_request(recipe: Recipe, review_number: str = "") -> str:
    """Return the same for all requests that come to the same pages on the same content."""
    asked = [__version__, review_number, msgspec.to_builtins(recipe)]
    return hashlib.sha256(msgspec.json.encode(asked)).hexdigest()[:32]


def _unusable(path: Path, error: OSError) -> Text:
    return say.FOLDER_UNUSABLE.fill(path, error.strerror or type(error).__name__)


def _is_of(entry: Entry, row: Recipient) -> bool:
    """Whether a file has the name that a row asks for, with or without a number behind it."""
    stem = entry.file.removesuffix(".pdf")
    rest = stem.removeprefix(row.stem)
    return stem == row.stem or (rest != stem and rest.startswith("-") and rest[1:].isdecimal())
