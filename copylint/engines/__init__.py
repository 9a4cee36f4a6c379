"""Other people's checkers, run as rules of ours."""
