"""Air at a height: the standard atmosphere, nothing measured."""

import math

TROPOPAUSE_M = 11000
SEA_LEVEL_HPA = 1013.25
SEA_LEVEL_K = 288.15
LAPSE_K_PER_M = 0.0065
ZERO_C_IN_K = 273.15
AIR_J_PER_KG_K = 287.05287
"""Specific gas constant of dry air."""


def oxygen_ratio(altitude_m: float) -> float:
    """Return the oxygen partial pressure at an altitude, as a share of its sea-level value.

    Args:
        altitude_m: Geopotential altitude, metres above sea level, -1000 to 11000.

    Returns:
        A ratio without unit, 1.0 at 0 m; the oxygen fraction of dry air stays the same, so this is p / p0.

    Raises:
        ValueError: The altitude lies outside the troposphere of the standard atmosphere.

    Source:
        ISO 2533:1975, Standard Atmosphere: T0 = 288.15 K, lapse rate 6.5 K/km, exponent 5.25588.
    """
    if not -1000 <= altitude_m <= TROPOPAUSE_M:
        raise ValueError(f"altitude_m must lie in -1000..{TROPOPAUSE_M}: {altitude_m=}")
    return float((1 - LAPSE_K_PER_M * altitude_m / SEA_LEVEL_K) ** 5.25588)


def pressure_hpa(altitude_m: float) -> float:
    """Return the air pressure at an altitude, hectopascals; range, error and source as in ``oxygen_ratio``."""
    return SEA_LEVEL_HPA * oxygen_ratio(altitude_m)


def temperature_c(altitude_m: float) -> float:
    """Return the temperature of the standard atmosphere at an altitude, degrees Celsius.

    It is a yearly mean of middle latitudes far from the ground, no climate of a place.

    Args:
        altitude_m: Geopotential altitude, metres above sea level, -1000 to 11000.

    Raises:
        ValueError: The altitude lies outside the troposphere of the standard atmosphere.

    Source:
        ISO 2533:1975, Standard Atmosphere: T0 = 288.15 K, lapse rate 6.5 K/km.
    """
    oxygen_ratio(altitude_m)
    return SEA_LEVEL_K - LAPSE_K_PER_M * altitude_m - ZERO_C_IN_K


def air_density(altitude_m: float) -> float:
    """Return the density of dry air in the standard atmosphere at an altitude, kilograms in a cubic metre.

    Args:
        altitude_m: Geopotential altitude, metres above sea level, -1000 to 11000.

    Raises:
        ValueError: The altitude lies outside the troposphere of the standard atmosphere.

    Source:
        ISO 2533:1975, Standard Atmosphere: rho = p / (R T), R = 287.05287 J/(kg K).
    """
    return pressure_hpa(altitude_m) * 100 / (AIR_J_PER_KG_K * (temperature_c(altitude_m) + ZERO_C_IN_K))


def boiling_point_c(altitude_m: float) -> float:
    """Return at which temperature water boils under the pressure of an altitude, degrees Celsius.

    Args:
        altitude_m: Geopotential altitude, metres above sea level, 0 to 5500: from 344 to 373 K the constants hold.

    Returns:
        Degrees Celsius, within about 0.05 of the steam tables.

    Raises:
        ValueError: The altitude lies outside the range for which the constants were fitted.

    Source:
        Antoine equation, log10(p / bar) = A - B / (T / K + C), constants for water from 344 to 373 K as given in the
        NIST Chemistry WebBook (Bridgeman and Aldrich, 1964): A = 5.08354, B = 1663.125, C = -45.622.
    """
    if not 0 <= altitude_m <= 5500:
        raise ValueError(f"altitude_m must lie in 0..5500: {altitude_m=}")
    return 1663.125 / (5.08354 - math.log10(pressure_hpa(altitude_m) / 1000)) + 45.622 - ZERO_C_IN_K


def points_apart(altitude_m: float, low_m: float, high_m: float) -> tuple[float, float]:
    """Return how much more oxygen partial pressure a band of altitudes has than an altitude.

    Args:
        altitude_m: The altitude to compare with, metres.
        low_m: Foot of the band, metres.
        high_m: Top of the band, metres.

    Returns:
        Percentage points of the sea-level value, the top of the band first; negative where the band has less.

    Raises:
        ValueError: One of the altitudes lies outside the troposphere.
    """
    own = oxygen_ratio(altitude_m)
    return (oxygen_ratio(high_m) - own) * 100, (oxygen_ratio(low_m) - own) * 100


def hectares(area_mu: float) -> float:
    """Return an area in hectares; 1 mu is 666.67 square metres (10,000 / 15), the legal unit since 1959."""
    return area_mu / 15
