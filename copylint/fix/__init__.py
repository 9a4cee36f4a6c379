"""From findings to a corrected source: which edits, applied how, shown how. Writes nothing."""
