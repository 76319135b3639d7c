"""How to reach the park, in little room: the number, what is open about it, who answers, and the code."""

from typing import NamedTuple

from brochure import tokens
from brochure.model.kinds import Contact
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.formats.leaf import Leaf
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style
from brochure.pdf.qr import draw_code
from brochure.pdf.sections.sources import card
from brochure.store.library import Library
from brochure.words.page import formats as say


class Reach(NamedTuple):
    """The records a contact is written from; None where there is none."""

    hotline: Contact | None
    office: Contact | None


def reach_of(library: Library) -> Reach:
    """Return the line with a number and the office with an address."""
    contacts = [record for record in library.records("contacts") if isinstance(record, Contact)]
    return Reach(
        next((record for record in contacts if record.number), None),
        next((record for record in contacts if record.address is not None), None),
    )


def code_of(edition: Edition, about: str = "") -> str:
    """Return what a phone reads: the contact, and what the page is about."""
    reach = reach_of(edition.library)
    return card(edition, reach.hotline, reach.office, edition.say(say.ABOUT).replace("{}", about) if about else "")


def write_contact(
    leaf: Leaf, sheet: Sheet, x: float, y: float, width: float, *, number_pt: float = 22.0, style: Style | None = None
) -> float:
    """Write number, address and person from a baseline downwards; return the baseline that comes next."""
    small = style or theme.NOTE_LEFT._replace(leading_mm=4.2)
    hotline, office = reach_of(leaf.library)
    if hotline is not None and hotline.number:
        sheet.text(x, y, hotline.number, number_pt, 500, tokens.INK, tracking_em=-0.01)
        words = leaf.noted(leaf.say(say.NUMBER_NOTE.fill(hotline.name)), hotline)
        y = sheet.paragraph(x, y + small.leading_mm + 1.0, width, words, small).bottom
    if office is not None:
        words = leaf.noted(leaf.say(office.address), office)
        y = sheet.paragraph(x, y, width, words, small).bottom
    if leaf.officer:
        person = (Run(leaf.say(say.PERSON.fill(leaf.officer)), 500, tokens.INK),)
        return sheet.paragraph(x, y, width, person, small).bottom
    draw_chip(sheet, x, y + 0.4, "unverified", leaf.lang, say.PERSON_OPEN)
    return y + small.leading_mm + 0.4


def write_code(leaf: Leaf, sheet: Sheet, x: float, y: float, side_mm: float, about: str, width: float = 0.0) -> float:
    """Draw the code and what it is for: below it, or beside it where a width is given; return where it ends."""
    draw_code(sheet, x, y, side_mm, code_of(leaf, about))
    note = theme.NOTE_LEFT._replace(leading_mm=4.0)
    if width:
        left = x + side_mm + 3.0
        heading = theme.H3._replace(size_pt=9, leading_mm=4.2)
        placed = sheet.paragraph(left, y + 4.8, width - side_mm - 3.0, leaf.say(say.SCAN), heading)
        sheet.paragraph(left, placed.bottom + 0.4, width - side_mm - 3.0, leaf.say(say.SCAN_NOTE), note)
        return y + side_mm
    heading = theme.H3._replace(size_pt=9, leading_mm=4.4)
    room = max(side_mm, leaf.setter.measure(leaf.say(say.SCAN), 9, 700) / MM)
    return sheet.paragraph(x, y + side_mm + 4.4, room, leaf.say(say.SCAN), heading).bottom
