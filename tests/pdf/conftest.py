"""Fonts for the page's tests: those of the set-up where it ran, else cut once for the session."""

import pytest

from brochure.fonts import FontFiles, ensure_fonts, load_faces
from brochure.pdf.lines import Typesetter
from brochure.settings import shared_fonts


@pytest.fixture(scope="session")
def font_files(tmp_path_factory: pytest.TempPathFactory) -> FontFiles:
    return ensure_fonts(tmp_path_factory.mktemp("fonts"), shared_fonts())


@pytest.fixture(scope="session")
def setter(font_files: FontFiles) -> Typesetter:
    return Typesetter(load_faces(font_files))
