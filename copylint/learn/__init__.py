"""Drafts of rules, learnt from the corrections that a house has made."""
