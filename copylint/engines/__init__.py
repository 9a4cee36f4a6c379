"""Other checkers, run as rules of copylint's."""
