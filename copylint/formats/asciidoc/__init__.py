"""AsciiDoc: blocks, tables and inline markup, read with exact places."""
