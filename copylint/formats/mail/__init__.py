"""E-mail: the text of a message, placed in the source through the transport's encodings."""
