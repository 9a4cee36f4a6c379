"""Configuration: what can be set, and how files that set it are found and merged."""
