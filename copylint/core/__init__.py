"""The vocabulary every other package speaks: spans, documents, rules, findings.

Nothing here imports another copylint package.
"""
