"""Names in a document: where they stand, which of them are one bearer's, which are typos."""
