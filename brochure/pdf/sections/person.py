"""The sender on a page: photo, name and how to be reached, in the letter and on the back; and the park's logo."""

from brochure import tokens
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Style
from brochure.pdf.picture import Picture
from brochure.pdf.sender import LOGO_MM, PHOTO_MM

SMALL_PHOTO = (19.0, 24.1)
LETTER_NAME = theme.H3._replace(leading_mm=4.8)
LETTER_LINE = theme.NOTE_LEFT._replace(size_pt=8, colour=tokens.INK, leading_mm=4.2)
BACK_NAME = Style(18, 7.0, 700, tokens.WHITE, "left")
BACK_LINE = Style(9.5, 5.2, 400, "#DCE5E8", "left")
BACK_PHONE = Style(13, 6.4, 500, tokens.WHITE, "left")
TILE_PAD = 2.0
LEAST_NAME_PT = 7.5
TILE_LOGO = (38.0, 9.0)


def is_named(edition: Edition) -> bool:
    """Whether the sender answers for this brochure: somebody the recipe names for it goes first."""
    return edition.sender.is_set and not edition.recipe.contact


def write_in_letter(edition: Edition, sheet: Sheet, x: float, top: float, width: float) -> float:
    """Write the sender below the letter and return where it ends; what is too long beside the photo goes below it."""
    sender = edition.sender
    left, foot = x, top
    if sender.photo is not None:
        draw_photo(sheet, sender.photo, x, top, *SMALL_PHOTO)
        left, foot = x + SMALL_PHOTO[0] + 3.4, top + SMALL_PHOTO[1]
    y = top + 3.6
    for words, style in ((sender.name, LETTER_NAME), (sender.role, LETTER_LINE), (sender.organisation, LETTER_LINE)):
        if not words:
            continue
        room = x + width - left
        if style is LETTER_NAME:
            style = style._replace(size_pt=_whole_words(edition, words, room, style))
        y = sheet.paragraph(left, y, room, words, style).bottom
    for words in (sender.phone, sender.email):
        if not words:
            continue
        room = x + width - left
        if left > x and edition.setter.measure(words, LETTER_LINE.size_pt) > room * MM:
            left, y, room = x, max(y, foot + 4.6), width
        before = y
        y = sheet.paragraph(left, y, room, words, LETTER_LINE).bottom
        _lead(sheet, words, sender.phone, sender.email, (left, before - 3.4, room, y - before))
    return max(y - LETTER_LINE.leading_mm + 1.4, foot)


def write_on_back(edition: Edition, sheet: Sheet, x: float, top: float, width: float, scale: float = 1.0) -> float:
    """Write the sender, large, on the dark ground; return where it ends."""
    sender = edition.sender
    left, foot = x, top
    if sender.photo is not None:
        wide, tall = PHOTO_MM[0] * scale, PHOTO_MM[1] * scale
        draw_photo(sheet, sender.photo, x, top, wide, tall)
        left, foot = x + wide + 6, top + tall + 2.0
    room = x + width - left
    y = top + 6.2 * scale
    for words, full in (
        (sender.name, BACK_NAME), (sender.role, BACK_LINE), (sender.organisation, BACK_LINE),
        (sender.phone, BACK_PHONE), (sender.email, BACK_LINE),
    ):  # fmt: skip
        if not words:
            continue
        style = full._replace(size_pt=full.size_pt * scale, leading_mm=full.leading_mm * scale)
        if full is BACK_NAME:
            style = style._replace(size_pt=_whole_words(edition, words, room, style))
        before = y = y + (1.6 if full is BACK_PHONE else 0.0)
        y = sheet.paragraph(left, y, room, words, style).bottom
        _lead(sheet, words, sender.phone, sender.email, (left, before - 4, room, y - before))
    return max(y + 1.6, foot + 4.4)


def _whole_words(edition: Edition, words: str, room: float, style: Style) -> float:
    """Return the largest size at which no word of a name is torn."""
    longest = max(words.replace("-", "- ").split(), key=len)
    return edition.setter.fit_size(longest, room * MM, style.size_pt, LEAST_NAME_PT, style.weight)


def draw_photo(sheet: Sheet, photo: Picture, x: float, y: float, w: float, h: float) -> None:
    """Fill a frame with a photo; what hangs over is cut, more of it below than above the face."""
    wide, tall = photo.fill(w, h)
    with sheet.clip(x, y, w, h, 1.2):
        sheet.picture(photo, x - (wide - w) / 2, y - (tall - h) * 0.35, wide, tall)


def draw_logo(edition: Edition, sheet: Sheet, y: float, *, tile: bool = False) -> None:
    """Draw the park's logo at the right edge, on paper of its own where the ground is dark."""
    logo = edition.sender.logo
    if logo is None:
        return
    w, h = logo.fit(*(TILE_LOGO if tile else LOGO_MM))
    x = theme.RIGHT - w - (TILE_PAD if tile else 0.0)
    if tile:
        sheet.rect(x - TILE_PAD, y - TILE_PAD, w + 2 * TILE_PAD, h + 2 * TILE_PAD, fill=tokens.WHITE, radius=1.2)
    sheet.picture(logo, x, y, w, h)


def _lead(sheet: Sheet, words: str, phone: str, email: str, frame: tuple[float, float, float, float]) -> None:
    """Let a number be called and an address be written to."""
    if words == phone:
        sheet.url(frame, f"tel:{''.join(char for char in words if char in '+0123456789')}")
    elif words == email:
        sheet.url(frame, f"mailto:{words}")
