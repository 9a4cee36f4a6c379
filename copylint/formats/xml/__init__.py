"""Reads XML with exact places, for every format that is XML."""
