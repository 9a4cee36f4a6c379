"""Findings that someone has accepted: inline comments and baselines."""
