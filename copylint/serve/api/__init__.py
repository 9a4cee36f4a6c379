"""The server's own API, under ``/api``, for the desk and for other clients.

Places are code points of the text. ``/api/openapi.json`` describes every route.
"""
