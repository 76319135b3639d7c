"""One text in one language: which of its wordings may not be printed as they stand, and why."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from brochure.claims.fold import fold, stretch
from brochure.words import claims as look

Rule = Literal[
    "superlative", "medical", "no_doctor", "tax_rebate", "guarantee", "in_force", "placeholder",
    "unsourced", "undated", "no_value", "conflict", "unnamed_members", "translation", "link", "dates_crossed",
    "drawing", "content", "edited",
]  # fmt: skip
"""Stable names of what the guard looks for; scripts and tests go by them."""
OVERRIDABLE: frozenset[Rule] = frozenset({"superlative", "in_force", "unsourced", "undated", "unnamed_members"})
"""What may still be printed when somebody insists, and then beside the label that nobody has verified it. Whatever the
law forbids outright (cures, tax promises, guaranteed returns) and whatever is simply wrong (two values for one fact,
placeholders) is printed for nobody."""

Dates = Literal["none", "known", "unknown"]
SENTENCE = re.compile(r"[。;!?\n]|\.(?=\s|$)")
CLAUSE = re.compile(r"[,。;!?\n]|\.(?=\s|$)")


class Setting(msgspec.Struct, frozen=True):
    """What is known round a text.

    ``wellness``: it stands near the golden altitude. ``dates``: the text is a policy's, and from when to when it holds
    is known, or not; ``none`` for any other text. ``quote``: the decisive words of the source, empty where nobody
    stands behind them. ``attributed``: the record says whose words these are. ``evidence``: it is a title somebody
    awarded, or its level is national.
    """

    wellness: bool = False
    dates: Dates = "none"
    quote: str = ""
    attributed: bool = False
    evidence: bool = False


PLAIN = Setting()


class Claim(msgspec.Struct, frozen=True):
    """A wording that may not stand: the rule it breaks, and the words as they were written."""

    rule: Rule
    wording: str
    family: str = ""
    """Which sort of superlative."""


def judge_text(text: str, setting: Setting = PLAIN) -> tuple[Claim, ...]:
    """Return the wordings of a text, Chinese or English, that may not be printed as they stand, each once."""
    folded = fold(text)
    found: dict[tuple[Rule, str], Claim] = {}
    for find, wordings in FINDERS:
        for wording in wordings:
            if wording.may_stand(folded):  # most texts hold nothing of the kind
                found |= {(claim.rule, claim.wording): claim for claim in find(text, folded, setting)}
                break
    return tuple(found.values())


def families(text: str) -> dict[str, tuple[str, ...]]:
    """Return the superlatives of a text by their sort, folded, whether or not anybody stands behind them."""
    folded = fold(text)
    return {
        name: tuple(found[0] for found in _outside(wording, look.NOT_SUPERLATIVE, folded))
        for name, wording in look.FAMILIES.items()
    }


def is_quoted(wording: str, quote: str) -> bool:
    """Whether the very wording, folded, stands in the folded words of a source."""
    return bool(wording) and wording in quote


def _superlatives(text: str, folded: str, setting: Setting) -> Iterator[Claim]:
    for name, wording in look.FAMILIES.items():
        for found in _claimed(wording, look.NOT_SUPERLATIVE, folded):
            quoted = is_quoted(found[0], fold(setting.quote))
            if setting.attributed or quoted or _sentence(found, look.ATTRIBUTED):
                continue
            if name in ("first", "national") and (setting.evidence or _sentence(found, look.AWARDED)):
                continue
            yield Claim("superlative", stretch(text, *found.span()), name)


def _cures(text: str, folded: str, setting: Setting) -> Iterator[Claim]:
    for found in _claimed(look.CURE, look.NOT_MEDICAL, folded):
        yield Claim("medical", stretch(text, *found.span()))
    if not (setting.wellness or look.WELLNESS.search(folded)):
        return
    for found in _claimed(look.MEDICAL, look.NOT_MEDICAL, folded):
        yield Claim("medical", stretch(text, *found.span()))
    for found in _claimed(look.EFFECT, look.NOT_MEDICAL, folded):
        if not (setting.attributed or _sentence(found, look.ATTRIBUTED)):
            yield Claim("medical", stretch(text, *found.span()))


def _taxes(text: str, folded: str, _: Setting) -> Iterator[Claim]:
    for found in _claimed(look.TAX, look.NOT_TAX, folded):
        yield Claim("tax_rebate", stretch(text, *found.span()))


def _guarantees(text: str, folded: str, _: Setting) -> Iterator[Claim]:
    for found in _claimed(look.GUARANTEE, look.NOT_GUARANTEE, folded):
        yield Claim("guarantee", stretch(text, *found.span()))


def _validity(text: str, folded: str, setting: Setting) -> Iterator[Claim]:
    """A policy without dates is in force for nobody; elsewhere the sentence must speak of a policy to be one."""
    if setting.dates == "known":
        return
    for found in _claimed(look.IN_FORCE, None, folded):
        about = setting.dates == "unknown" or _sentence(found, look.POLICY)
        if about and not _sentence(found, look.ATTRIBUTED):
            yield Claim("in_force", stretch(text, *found.span()))


def _placeholders(text: str, folded: str, _: Setting) -> Iterator[Claim]:
    for found in look.PLACEHOLDER.finditer(folded):
        yield Claim("placeholder", stretch(text, *found.span()))


FINDERS = (
    (_superlatives, tuple(look.FAMILIES.values())),
    (_cures, (look.CURE, look.MEDICAL, look.EFFECT)),
    (_taxes, (look.TAX,)),
    (_guarantees, (look.GUARANTEE,)),
    (_validity, (look.IN_FORCE,)),
    (_placeholders, (look.PLACEHOLDER,)),
)
"""What finds the claims of a rule, and the wordings one of which must stand in a text to make it worth the search."""


def _claimed(wording: look.Wording, harmless: look.Wording | None, folded: str) -> Iterator[re.Match[str]]:
    """Yield the wordings that stand in a folded text, begin in no harmless stretch and are not denied just before."""
    for found in _outside(wording, harmless, folded):
        if not look.DENIED.search(_clause_before(folded, found.start())):
            yield found


def _outside(wording: look.Wording, harmless: look.Wording | None, folded: str) -> list[re.Match[str]]:
    claimed = list(wording.finditer(folded))
    if not claimed or harmless is None:
        return claimed
    fine = [found.span() for found in harmless.finditer(folded)]
    return [found for found in claimed if not any(start <= found.start() < end for start, end in fine)]


def _clause_before(folded: str, at: int) -> str:
    start = max((found.end() for found in CLAUSE.finditer(folded, 0, at)), default=0)
    return folded[start:at]


def _sentence(found: re.Match[str], wanted: look.Wording) -> bool:
    """Whether something stands in the sentence of a wording."""
    text = found.string
    start = max((end.end() for end in SENTENCE.finditer(text, 0, found.start())), default=0)
    end = SENTENCE.search(text, found.end())
    return wanted.search(text, start, end.start() if end else len(text)) is not None
