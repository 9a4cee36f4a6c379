"""What a house asks of an article that is handed in: furniture, pictures, lengths."""
