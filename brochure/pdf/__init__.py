"""The printed brochure: fonts, lines, pages and the file itself."""
