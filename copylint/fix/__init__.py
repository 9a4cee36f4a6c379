"""Corrected sources from findings: choosing edits, applying and showing them. Writes nothing."""
