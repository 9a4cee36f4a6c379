"""Vale's configuration: ``.vale.ini`` and what it names, run by copylint's engine."""
