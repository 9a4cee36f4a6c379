"""The command line: arguments to a configuration, findings to an exit code."""
