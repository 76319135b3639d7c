"""Air at a height: the standard atmosphere, nothing measured."""

TROPOPAUSE_M = 11000


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
    return float((1 - 0.0065 * altitude_m / 288.15) ** 5.25588)


def hectares(area_mu: float) -> float:
    """Return an area in hectares; 1 mu is 666.67 square metres (10,000 / 15), the legal unit since 1959."""
    return area_mu / 15
