"""The front desk: every verb of the program as one plain function."""
