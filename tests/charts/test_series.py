import datetime
import itertools

import pytest

from brochure import tokens
from brochure.charts.series import LEAST_MM, Reading, build_series
from brochure.charts.svg import to_svg
from brochure.drawing import Circle, Group, Label, Path, Rect, text_width_mm


def reading(first: str, last: str, value: float, said: str = "", period: str = "") -> Reading:
    return Reading(
        datetime.date.fromisoformat(first), datetime.date.fromisoformat(last), value, said or str(value), period
    )


YEAR = reading("2024-01-01", "2024-12-31", 3.0, "3%", "2024")
MONTHS = reading("2025-01-01", "2025-05-31", 9.9, "9.9%", "January–May 2025")


def parts(drawing, kind):
    (group,) = drawing.shapes
    assert isinstance(group, Group)
    return [each for each in group.shapes if isinstance(each, kind)]


def test_a_step_is_as_wide_as_its_time_and_as_high_as_its_value():
    year, months = parts(build_series((MONTHS, YEAR)), Rect)
    assert year.width_mm / months.width_mm == pytest.approx(366 / 151)
    assert year.height_mm / months.height_mm == pytest.approx(3 / 9.9, rel=1e-3)
    assert year.y + year.height_mm == pytest.approx(months.y + months.height_mm)
    assert year.x + year.width_mm == pytest.approx(months.x)


def joined(*readings: Reading) -> list[Path]:
    gold = [each for each in parts(build_series(readings), Path) if each.stroke.colour == tokens.LIGHT["gold"]]
    return [each for each in gold if each.runs[0][0] != each.runs[0][1]]


def test_only_steps_over_equal_times_are_joined():
    year_before = reading("2023-01-01", "2023-12-31", 2.0)
    assert len(joined(year_before, YEAR)) == 1
    assert joined(YEAR, MONTHS) == []
    assert len(joined(year_before, YEAR, MONTHS)) == 1


def test_a_fall_below_zero_hangs_from_the_line():
    year, months = parts(build_series((YEAR, reading("2025-01-01", "2025-12-31", -4.0))), Rect)
    assert year.y + year.height_mm == pytest.approx(months.y)


def test_a_day_is_still_seen():
    day, _ = parts(build_series((reading("2000-01-01", "2000-01-01", 1.0), YEAR)), Rect)
    assert day.width_mm == LEAST_MM


def test_zero_everywhere_is_a_flat_line():
    assert all(rect.height_mm == 0 for rect in parts(build_series((
        reading("2023-01-01", "2023-12-31", 0.0), reading("2024-01-01", "2024-12-31", 0.0))), Rect))  # fmt: skip


def test_one_reading_is_no_series():
    with pytest.raises(ValueError, match="at least two"):
        build_series((YEAR,))


def test_words_stay_on_the_sheet_and_do_not_run_into_each_other():
    many = tuple(
        reading(f"{year}-01-01", f"{year}-12-31", year - 2000, f"{year}", f"the whole of the year {year}")
        for year in range(2010, 2026)
    )
    drawing = build_series(many)
    labels = parts(drawing, Label)
    assert sum(label.text.startswith("the whole") for label in labels) < len(many)
    spans = []
    for label in labels:
        half = text_width_mm(label.text, label.size_pt, label.weight) / 2
        assert label.x - half >= -0.01
        assert label.x + half <= drawing.width_mm + 0.01
        if label.text.startswith("the whole"):
            spans.append((label.x - half, label.x + half))
    assert all(one[1] < two[0] for one, two in itertools.pairwise(spans))
    assert len(parts(drawing, Circle)) == len(many)


def test_the_same_drawing_is_an_svg_and_can_be_dark():
    said = to_svg(build_series((YEAR, MONTHS)))
    assert "9.9%" in said
    assert tokens.LIGHT["brand"] in said
    assert tokens.DARK["brand"] in to_svg(build_series((YEAR, MONTHS), palette=tokens.DARK))
