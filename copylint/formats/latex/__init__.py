"""LaTeX: commands, environments and symbols told from the text, with exact places."""
