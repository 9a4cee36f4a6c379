"""Errors of grammar that words, tags and pair counts show for certain."""
