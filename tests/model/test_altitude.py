"""The standard atmosphere against its own table, and the unit of land."""

import pytest

from brochure.model.altitude import TROPOPAUSE_M, hectares, oxygen_ratio


@pytest.mark.parametrize(
    ("altitude_m", "pressure_hpa"),
    [(-1000, 1139.29), (0, 1013.25), (1000, 898.75), (2000, 794.95), (3000, 701.09), (5000, 540.20), (11000, 226.32)],
)
def test_pressure_follows_the_published_table(altitude_m: float, pressure_hpa: float) -> None:
    """ISO 2533:1975, table of pressures at geopotential altitudes."""
    assert oxygen_ratio(altitude_m) * 1013.25 == pytest.approx(pressure_hpa, abs=0.02)


def test_the_park_breathes_three_quarters() -> None:
    low, high = oxygen_ratio(2350), oxygen_ratio(2240)
    assert 0.74 < low < high < 0.77


def test_higher_is_always_thinner() -> None:
    ratios = [oxygen_ratio(metres) for metres in range(-1000, TROPOPAUSE_M + 1, 250)]
    assert ratios == sorted(ratios, reverse=True)
    assert len(set(ratios)) == len(ratios)


@pytest.mark.parametrize("altitude_m", [-1000.1, 11000.1, float("nan"), float("inf")])
def test_outside_the_troposphere_is_refused(altitude_m: float) -> None:
    with pytest.raises(ValueError, match="altitude_m"):
        oxygen_ratio(altitude_m)


def test_fifteen_mu_are_a_hectare() -> None:
    assert hectares(15) == 1
    assert hectares(900) == 60
    assert hectares(1) * 10_000 == pytest.approx(666.67, abs=0.01)
