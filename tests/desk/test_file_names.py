"""Names for files: out of anything, safe on every system, inside their folder, told apart."""

import unicodedata

import pytest

from brochure.desk.file_names import MAX_BYTES, free_name, is_safe, key_of, safe_stem
from tests.hostile import hostile_strings

CASES = {
    "青海生物有限公司": "青海生物有限公司",
    "CON": "_CON", "con.backup": "_con.backup", "Lpt9": "_Lpt9", "COM¹": "_COM¹", "nul .x": "_nul .x", "CONSOLE": "CONSOLE",
    "../../etc/passwd": "_.._etc_passwd", "..\\..\\x": "_.._x", "a/b": "a_b", "C:\\x": "C__x", "...": "brochure", "": "brochure",
    " . ": "brochure", "end. ": "end", "A  B\n\tC": "A B C", "e\u0301": "é", "\u202egpj.exe": "gpj.exe", "\u200b\u2066x\u2069": "x",
    "a\x00b": "ab", "-rf": "_-rf", "~x": "_~x", "\ud800x": "x", "\ue000x": "x", "?*|": "___", "👨‍👩‍👧": "👨👩👧", "\u3000全角\u3000": "全角",
}  # fmt: skip


@pytest.mark.parametrize(("words", "stem"), CASES.items())
def test_a_name_is_made_of_any_words(words: str, stem: str) -> None:
    assert safe_stem(words) == stem


@pytest.mark.parametrize(
    "words", ["汉" * 500, "𠮷" * 500, "x" * 500, "e" + "\u0323" * 500, "👍" * 500, "a" * 119 + ". b"]
)
def test_a_long_name_is_cut_between_characters(words: str) -> None:
    stem = safe_stem(words)
    assert 0 < len(stem.encode()) <= MAX_BYTES + 1
    assert not stem.endswith((" ", "."))
    assert unicodedata.normalize("NFC", words).startswith(stem.rstrip(" .")[:1])
    assert safe_stem(stem) == stem


def test_hostile_words_stay_in_their_folder() -> None:
    for words in hostile_strings(900):
        stem = safe_stem(words)
        assert is_safe(f"{stem}.pdf"), words
        assert not set(stem) & set('<>:"/\\|?*\0')
        assert all(unicodedata.category(char)[0] != "C" for char in stem)
        assert stem == unicodedata.normalize("NFC", stem)
        assert safe_stem(stem) == stem


def test_names_that_some_system_takes_for_one_are_told_apart() -> None:
    taken: set[str] = set()
    given = []
    for stem in ("Müller", "Mu\u0308ller", "MÜLLER", "müller", "Straße", "STRASSE", "x"):
        given.append(free_name(safe_stem(stem), taken))
        taken.add(key_of(given[-1]))
    assert given == [
        "Müller.pdf", "Müller-2.pdf", "MÜLLER-3.pdf", "müller-4.pdf", "Straße.pdf", "STRASSE-2.pdf", "x.pdf",
    ]  # fmt: skip
    assert len({key_of(name) for name in given}) == 7


@pytest.mark.parametrize(
    "name", ["../x.pdf", "/x.pdf", "a/b.pdf", "CON.pdf", ".pdf", "x.txt", "x\0.pdf", " x.pdf", "x..pdf"]
)
def test_a_name_read_somewhere_is_looked_at(name: str) -> None:
    assert not is_safe(name)
