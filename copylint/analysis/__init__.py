"""Facts about one article: its sentences, names, quotations, dialect and preferred forms."""
