"""What a newsroom adds to copylint: a check, a format, an engine and a report."""
