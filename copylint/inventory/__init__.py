"""The inventory: which rules, formats, reports, engines and packs exist.

It is read from the sources and from the entry points of other packages; nothing that it
lists is imported until it is used.
"""
