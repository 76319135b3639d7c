"""The Xining Biotech Industrial Park as a desktop brochure: window, map, command line and printed page."""

__version__ = "0.1.0"
