"""The same content in other settings: trifold, site sheet, policy card, slides; each module fills a book of its own."""
