"""PDF, read by the place of each character on its page."""
