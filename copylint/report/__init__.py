"""Turns findings into what a reader or a program sees: one file per output format."""
