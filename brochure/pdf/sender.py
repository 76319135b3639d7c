"""Who sends the brochure: set once by the office, printed in the letter, on the back and in the code."""

from typing import Final

import msgspec

from brochure.pdf.picture import Picture

PHOTO_MM: Final = (26.0, 33.0)
"""The larger of the two frames a photo is printed in: on the back; the letter has it smaller."""
LOGO_MM: Final = (44.0, 13.0)
LEAST_DPI: Final = 250


class Sender(msgspec.Struct, frozen=True):
    """What is known of the sender; nothing of it is ever made up."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    photo: Picture | None = None
    logo: Picture | None = None

    @property
    def is_set(self) -> bool:
        """Whether there is somebody to name; a logo alone is no sender."""
        return bool(self.name)

    def words(self) -> tuple[str, ...]:
        """Return everything that is printed in letters."""
        return tuple(part for part in (self.name, self.role, self.organisation, self.phone, self.email) if part)

    def dpi(self) -> dict[str, float]:
        """Return how fine each picture is at the size it is printed, by its name among the settings."""
        found = {}
        if self.photo is not None:
            found["photo"] = self.photo.dpi(*PHOTO_MM)
        if self.logo is not None:
            width, height = self.logo.fit(*LOGO_MM)
            found["logo"] = self.logo.dpi(width, height)
        return found


NOBODY: Final = Sender()
