"""The printed page: what was asked, how it is set, how it becomes a file."""
