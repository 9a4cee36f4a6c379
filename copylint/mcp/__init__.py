"""Tools for assistants, over the Model Context Protocol: standard input and output, no network."""
