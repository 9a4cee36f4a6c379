"""The language server: what editors ask, answered by the live service.

Importing this package imports no protocol library; ``copylint.lsp.server`` does.
"""
