"""Formats: each turns a file's characters into a document. One module per format."""
