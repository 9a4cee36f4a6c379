"""The contract between rules and runner: the base classes of checks and engines."""
