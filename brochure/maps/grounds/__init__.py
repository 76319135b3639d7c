"""Base maps of one's own, read without trust: packs of tiles and pictures, told apart by what they hold."""

from brochure.maps.grounds.opening import Found, look_at, open_pack
from brochure.maps.grounds.shelf import BLANK, Shelf

__all__ = ["BLANK", "Found", "Shelf", "look_at", "open_pack"]
