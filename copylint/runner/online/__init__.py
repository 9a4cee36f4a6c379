"""Asks servers whether the pages that articles link to exist: only with ``check --online``."""
