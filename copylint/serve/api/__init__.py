"""The server's own API, under ``/api``: what the desk uses, for other clients too.

Places are code points of the text. ``/api/openapi.json`` describes every route.
"""
