"""The standard atmosphere against its own table, and the unit of land."""

import pytest

from brochure.model.altitude import (
    TROPOPAUSE_M,
    air_density,
    boiling_point_c,
    hectares,
    oxygen_ratio,
    points_apart,
    pressure_hpa,
    temperature_c,
)


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


@pytest.mark.parametrize(
    ("altitude_m", "kelvin", "hpa", "density"),
    [
        (0, 288.150, 1013.25, 1.22500), (1000, 281.650, 898.746, 1.11164), (2000, 275.150, 794.952, 1.00649),
        (3000, 268.650, 701.085, 0.909122), (4000, 262.150, 616.402, 0.819129), (5000, 255.650, 540.199, 0.736116),
    ],
)  # fmt: skip
def test_temperature_pressure_and_density_follow_the_published_table(
    altitude_m: float, kelvin: float, hpa: float, density: float
) -> None:
    """ISO 2533:1975, table of the standard atmosphere at geopotential altitudes."""
    assert temperature_c(altitude_m) + 273.15 == pytest.approx(kelvin, abs=0.001)
    assert pressure_hpa(altitude_m) == pytest.approx(hpa, abs=0.01)
    assert air_density(altitude_m) == pytest.approx(density, abs=0.00002)


@pytest.mark.parametrize(("boils_at", "hpa"), [(100.0, 1013.25), (95.0, 845.3), (90.0, 701.2), (85.0, 578.3)])
def test_water_boils_where_the_steam_tables_say(boils_at: float, hpa: float) -> None:
    """Vapour pressure of water at whole degrees, as printed in steam tables (the newest differ by 0.1 percent)."""
    altitude_m = (1 - (hpa / 1013.25) ** (1 / 5.25588)) / 0.0065 * 288.15
    assert boiling_point_c(altitude_m) == pytest.approx(boils_at, abs=0.05)


@pytest.mark.parametrize("altitude_m", [-0.1, 5500.1, float("nan")])
def test_boiling_outside_the_fitted_range_is_refused(altitude_m: float) -> None:
    with pytest.raises(ValueError, match="altitude_m"):
        boiling_point_c(altitude_m)


@pytest.mark.parametrize("altitude_m", [-1000.1, 11000.1, float("nan")])
@pytest.mark.parametrize("ask", [pressure_hpa, temperature_c, air_density])
def test_every_value_stays_in_the_troposphere(ask: object, altitude_m: float) -> None:
    with pytest.raises(ValueError, match="altitude_m"):
        ask(altitude_m)  # type: ignore[operator]


def test_the_park_has_eleven_to_twelve_points_more_than_lhasa() -> None:
    top, foot = points_apart(3650, 2240, 2350)
    assert (round(top), round(foot)) == (11, 12)
    assert points_apart(2240, 2240, 2240) == (0, 0)
    assert max(points_apart(1609, 2240, 2350)) < 0  # Denver lies lower
