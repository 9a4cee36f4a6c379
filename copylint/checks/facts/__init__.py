"""What an article says of people, dates and figures, against itself."""
