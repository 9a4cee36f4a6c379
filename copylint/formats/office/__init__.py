"""Office documents: packages of XML parts in a zip archive."""
