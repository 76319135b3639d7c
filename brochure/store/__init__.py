"""Two databases: one made from the content and thrown away at will, one that keeps what people made."""
