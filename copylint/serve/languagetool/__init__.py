"""Version 2 of LanguageTool's HTTP API, as its clients use it.

Offsets and lengths of that interface are UTF-16 code units of the text as it was sent.
"""
