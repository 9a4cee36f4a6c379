"""One module per output format, named as ``--format`` names it."""
