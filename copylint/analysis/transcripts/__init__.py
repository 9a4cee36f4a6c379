"""Compares the quotations of an article with transcripts of what was said."""
