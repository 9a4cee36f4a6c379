"""Pairs of a transcript and a story that quotes it, each quotation with its class."""
