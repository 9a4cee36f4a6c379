"""Screenplays: what is seen and what is said, without scene headings and names of speakers."""
