"""Corrects sources from findings: chooses, applies and shows edits. Writes nothing."""
