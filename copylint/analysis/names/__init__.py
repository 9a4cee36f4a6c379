"""Names in a document: where they are, which belong to one bearer, which are typos."""
