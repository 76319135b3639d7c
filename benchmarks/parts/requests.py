"""The brochures that are asked for: another reader and another choice each time."""

import datetime

from brochure.pdf.choice import choose
from brochure.pdf.recipe import Recipe
from brochure.store.library import Library
from brochure.words import Lang

ON = datetime.date(2025, 7, 1)
READERS = (
    "湟水考察团",
    "祁连考察团",
    "青海湖考察团",
    "玉树考察团",
    "柴达木考察团",
    "贵德考察团",
    "互助考察团",
    "循化考察团",
)


def request(library: Library, lang: Lang, number: int) -> Recipe:
    """Return another request for each number: the first asks for everything, the others for a little less each."""
    whole = Recipe(on=ON, lang=lang, reader=READERS[number % len(READERS)])
    if number == 0:
        return whole
    choice = choose(library, whole)
    enterprises, policies = [each.id for each in choice.enterprises], [each.id for each in choice.policies]
    return Recipe(
        on=ON,
        lang=lang,
        reader=whole.reader,
        enterprises=tuple(enterprises[number % 5 :]),
        policies=tuple(policies[: len(policies) - number % 4]),
    )
