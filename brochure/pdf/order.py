"""One brochure while it is being made: the book to fill, what goes into it, and who waits for it."""

from collections.abc import Callable

from brochure.errors import CancelledError
from brochure.pdf.book import Book
from brochure.pdf.choice import Choice
from brochure.pdf.edition import Edition
from brochure.pdf.guard import forced
from brochure.pdf.profile import Profile
from brochure.pdf.recipe import Recipe
from brochure.pdf.sender import NOBODY, Sender
from brochure.store.library import Library
from brochure.words import Lang
from brochure.words import brochure as say

Progress = Callable[[float], None]


class Order:
    """What a composition is given: it fills ``book`` from ``library`` as ``recipe`` and ``profile`` ask."""

    def __init__(
        self,
        book: Book,
        library: Library,
        recipe: Recipe,
        choice: Choice,
        review_number: str = "",
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
        sender: Sender = NOBODY,
    ) -> None:
        self.book = book
        self.library = library
        self.recipe = recipe
        self.choice = choice
        self.review_number = review_number
        self.sender = sender
        self._forced = forced(library, recipe, choice)
        self._progress = progress
        self._cancelled = cancelled

    @property
    def profile(self) -> Profile:
        """How the book is printed."""
        return self.book.profile

    def edition(self, lang: Lang) -> Edition:
        """Return the edition in one language, with nothing in it yet."""
        return Edition(
            self.book, self.library, self.recipe, self.choice, lang, self.review_number, self._forced, self.sender
        )

    def stop_if_cancelled(self) -> None:
        """Raise CancelledError when nobody wants the book any longer."""
        if self._cancelled is not None and self._cancelled():
            raise CancelledError(say.CANCELLED)

    def tell(self, share: float) -> None:
        """Tell how far it is, 0 to 1."""
        if self._progress is not None:
            self._progress(share)
