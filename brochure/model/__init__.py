"""What the park is made of: one frozen class for each kind, no files and no databases."""
