"""Writing into Word files: comments, and changes that a reader accepts or rejects."""
