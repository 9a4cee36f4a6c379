"""``python -m copylint``."""

from copylint.cli.main import main

main()
