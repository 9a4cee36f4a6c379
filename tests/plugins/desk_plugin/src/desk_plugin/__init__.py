"""A newsroom's additions to copylint: a check, a format, an engine and a report."""
