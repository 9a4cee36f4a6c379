"""Facts about English in any text: words, tokens, tags, numbers, dialect spellings."""
