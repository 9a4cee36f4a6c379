"""Version 2 of LanguageTool's HTTP API, as its clients use it.

Offsets and lengths in that API are UTF-16 code units of the text as it was sent.
"""
