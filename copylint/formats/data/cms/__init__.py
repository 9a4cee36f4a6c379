"""The JSON of content systems: which of its fields are prose, and of what kind."""
