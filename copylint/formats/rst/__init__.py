"""reStructuredText: blocks, directives, tables and inline markup, read with exact places."""
