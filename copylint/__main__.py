"""``python -m copylint``."""

from copylint.cli.main import script

script()
