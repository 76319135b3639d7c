"""How Chinese names sound, for the index; read when the database is built, never on the way to the screen."""

import functools

from brochure.store.index import fold, runs


@functools.lru_cache(maxsize=20000)
def syllables(name: str) -> tuple[str, ...]:
    """Return the syllables of a name without tones; what is not Chinese stays as it is, run by run."""
    import pypinyin

    return tuple(
        part
        for run in runs(fold(name))
        for syllable in pypinyin.lazy_pinyin(run, v_to_u=False)
        for part in runs(syllable)
    )


def pinyin_of(name: str) -> str:
    """Return a name spelt out, ``huang jin hai ba``; empty where nothing in it is Chinese."""
    return " ".join(syllables(name)) if is_chinese(name) else ""


def initials_of(name: str) -> str:
    """Return the first letters of the syllables, ``hjhb``; numbers and Latin words are kept whole."""
    if not is_chinese(name):
        return ""
    return "".join(syllable if syllable in fold(name) else syllable[0] for syllable in syllables(name))


def is_chinese(name: str) -> bool:
    """Whether there is a Chinese character in a name."""
    return any("\u3400" <= char <= "\u9fff" or char >= "\U00020000" for char in name)
