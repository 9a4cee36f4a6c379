"""Contradictions inside an article: people, dates and figures that do not agree."""
