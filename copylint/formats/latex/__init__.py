"""LaTeX: text separated from commands, environments and symbols, with exact places."""
