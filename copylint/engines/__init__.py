"""Other checkers, run as copylint rules."""
