"""Every sentence of the program, in both languages: one table for window, command line and page."""

from brochure.words.text import LANGS, Lang, Text

__all__ = ["LANGS", "Lang", "Text"]
