"""The start."""
