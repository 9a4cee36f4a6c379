"""Source code: the comments and docstrings of programs, read with exact places."""
