"""The language server: answers editors from the live service.

Importing this package imports no protocol library; ``copylint.lsp.features`` does.
"""
