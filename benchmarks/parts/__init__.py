"""What the benchmarks share: rounds and tables, a home folder that is ready, and the tape of a brochure."""
