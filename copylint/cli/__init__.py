"""The command line: turns arguments into a configuration, and findings into an exit code."""

#: Exit code after Ctrl-C: 128 and the signal's number, as shells have it.
INTERRUPTED = 130
