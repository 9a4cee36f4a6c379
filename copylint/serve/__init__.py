"""``copylint serve``: the service over HTTP, for editors, word processors and browsers.

It speaks version 2 of LanguageTool's API, which some thirty clients use.
"""
