"""The measures of the book agree with each other."""

import pytest

from brochure.pdf import theme


@pytest.mark.parametrize(
    ("altitude_m", "y"), [(4000, 20), (2500, 170), (2350, 185), (2240, 196), (2220, 198), (1500, 270)]
)
def test_one_height_scale_for_the_book(altitude_m: float, y: float) -> None:
    assert theme.y_mm(altitude_m) == y
    assert theme.altitude_m(y) == altitude_m


def test_columns_fill_the_page() -> None:
    assert theme.column_x(11) + theme.COLUMN_W == pytest.approx(theme.RIGHT, abs=0.01)
    assert theme.columns_w(12) == pytest.approx(theme.TEXT_W, abs=0.01)


def test_nothing_is_set_smaller_than_seven_and_a_half_points() -> None:
    styles = [style for style in vars(theme).values() if isinstance(style, theme.Style)]
    assert len(styles) > 20
    assert min(style.size_pt for style in styles) >= 7.5
    assert min(style.leading_mm / (style.size_pt / 72 * 25.4) for style in styles) > 1.1
