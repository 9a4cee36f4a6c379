"""Findings that somebody has accepted: inline comments and baselines."""
