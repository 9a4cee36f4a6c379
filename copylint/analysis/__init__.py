"""What one article says: its sentences, names, quotations, dialect, and forms it prefers."""
