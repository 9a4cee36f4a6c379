"""The weights of copylint's deep check: data only. ``manifest.json`` describes the files."""
