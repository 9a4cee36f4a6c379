"""From paths to findings: the one call chain that every command uses."""
