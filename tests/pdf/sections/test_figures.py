"""The page of numbers: no words lie on a rule, however much there is to say of a figure."""

import datetime
import io

import msgspec
import pytest

from brochure.pdf import theme
from brochure.pdf.book import Book
from brochure.pdf.choice import choose
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Typesetter
from brochure.pdf.recipe import Recipe
from brochure.pdf.sections import figures
from brochure.store.library import Library
from brochure.words import Lang, Text

ON = datetime.date(2026, 3, 2)
LONG = Text("全部名称还要再长一些才看得出来放不放得下两行", "A name that is long enough to be set on two lines")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [None, LONG], ids=["as it is", "on two lines"])
def test_no_words_lie_on_a_rule(
    lang: Lang, name: Text | None, library: Library, setter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name is not None:
        pick = figures.pick
        monkeypatch.setattr(
            figures, "pick", lambda *asked: tuple(msgspec.structs.replace(each, name=name) for each in pick(*asked))
        )
    recipe = Recipe(lang=lang, on=ON)
    edition = Edition(Book(io.BytesIO(), setter), library, recipe, choose(library, recipe), lang, "")
    figures.write(edition)
    (sheet,) = edition.book.sheets
    rules = [figures.TOP + place * figures.ROW for place in range(1, 4)]
    assert min(abs(rule - theme.GOLD_Y) for rule in rules) < 0.5
    lines = [line for line in sheet.lines if not line.turned and line.x < theme.RIGHT]  # without the thumb index
    touching = [line.text for line in lines for rule in rules if line.top < rule + 0.3 and line.y + 0.6 > rule]
    assert touching == []
