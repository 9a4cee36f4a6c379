"""What is true of English in any text: words, tokens, tags, numbers, dialect spellings."""
