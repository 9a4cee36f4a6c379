"""Models of context: what the words around a place ask for."""
