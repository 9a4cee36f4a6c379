"""Findings that somebody has accepted: inline comments and, later, baselines."""
