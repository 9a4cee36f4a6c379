"""copylint: a copy-editing and text-quality linter for news and editorial text."""

__version__ = "0.1.0"
