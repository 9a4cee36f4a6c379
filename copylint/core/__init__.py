"""The types that every other package uses: spans, documents, rules, findings.

Nothing here imports another copylint package.
"""
