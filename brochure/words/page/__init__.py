"""The sentences of the printed page, one module for each family of sections."""
