"""The map pages: what the caption under the ground along the expressway says is true of the sheet in the hand."""

import datetime
import io
import re

import pypdfium2
import pytest

from brochure.desk import tailor
from brochure.pdf.profile import PROFILES, ProfileName
from brochure.pdf.recipe import Recipe
from brochure.pdf.sections.location import vertical_scale
from brochure.settings import places
from brochure.store.library import Library
from brochure.words import Lang


@pytest.mark.parametrize(
    ("profile", "lang", "said"),
    [
        ("office", "zh", "纵向1:10000，"),
        ("office", "en", "verticalscale1:10,000as"),
        ("press-285", "zh", "纵向1:10000，"),
        ("large", "zh", "纵向1:7100，"),
        ("large", "en", "verticalscale1:7,100as"),
    ],
)
def test_the_caption_says_the_scale_of_the_printed_page(
    profile: ProfileName, lang: Lang, said: str, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    asked = Recipe(profile=profile, lang=lang, on=datetime.date(2026, 3, 2), sections=("location",))
    data = tailor.preview(library, asked, places(tmp_path_factory.mktemp("location")))
    pages = pypdfium2.PdfDocument(io.BytesIO(data))
    text = re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pages))
    assert said in text


def test_a_larger_page_has_a_larger_scale() -> None:
    assert {name: vertical_scale(profile) for name, profile in PROFILES.items() if profile.composition == "book"} == {
        "office": 10000, "press": 10000, "press-285": 10000, "booklet": 10000, "large": 7100,
    }  # fmt: skip
