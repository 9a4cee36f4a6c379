"""The command line: arguments to a configuration, findings to an exit code."""

#: Exit code after Ctrl-C: 128 and the signal's number, as shells have it.
INTERRUPTED = 130
