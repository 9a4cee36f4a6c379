"""Requirements for articles that are handed in: furniture, pictures, lengths."""
