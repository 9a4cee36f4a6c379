"""Catalogues of translations: the messages of a program and what they are in other languages."""
