"""Errors of grammar that words, their tags and counts of pairs can tell for certain."""
