"""One module for each section of the book: each writes its own pages and nothing else."""
