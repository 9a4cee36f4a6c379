"""E-mail: the text of a message, with its places under the transport's encodings."""
