"""Org: the outlines and notes of Emacs, which others export too."""
