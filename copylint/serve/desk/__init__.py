"""The desk: the page that a sub-editor keeps open, served at ``/``."""
