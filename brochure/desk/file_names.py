"""A name for a file out of any words, which every system takes and which leads out of no folder."""

import re
import unicodedata
from collections.abc import Container
from typing import Final

MAX_BYTES: Final = 120
"""Of a name without its ending: encrypted home folders on Linux take 143 in all, a number and the ending among them."""
NAMELESS: Final = "brochure"
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])( *\..*)?", re.IGNORECASE)
_UNSEEN: Final = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Controls, marks of direction and joining, halves of characters, private and unassigned ones."""


def safe_stem(words: str) -> str:
    """Return words as the name of a file without its ending: composed, short, no path, no device, nothing unseen."""
    text = unicodedata.normalize("NFC", words)
    text = "".join(" " if char.isspace() else char for char in text if char.isspace() or not _is_unseen(char))
    text = " ".join(_FORBIDDEN.sub("_", text).split())
    text = text.lstrip(" .").rstrip(" .")
    while len(text.encode()) > MAX_BYTES:
        text = text[: min(len(text) - 1, MAX_BYTES)]
    while text and unicodedata.combining(text[-1]):  # an accent without its letter is none
        text = text[:-1]
    text = text.rstrip(" .")
    if text.startswith(("-", "~")) or _RESERVED.fullmatch(text):
        text = f"_{text}"
    return text or NAMELESS


def is_safe(name: str, ending: str = ".pdf") -> bool:
    """Whether a name that was read somewhere is one this program gives: a file right in its folder."""
    stem = name.removesuffix(ending)
    return name.endswith(ending) and bool(stem) and safe_stem(stem) == stem


def key_of(name: str) -> str:
    """Return the same for all names that some system takes for one: case and composition do not tell files apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def free_name(stem: str, taken: Container[str], ending: str = ".pdf") -> str:
    """Return the first of ``stem``, ``stem-2``, ``stem-3`` … whose key is not taken."""
    name, number = f"{stem}{ending}", 2
    while key_of(name) in taken:
        name, number = f"{stem}-{number}{ending}", number + 1
    return name


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN
