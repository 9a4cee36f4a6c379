"""Facts about English text, computed once per document and shared by all checks."""
