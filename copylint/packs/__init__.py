"""Declarative rules: the YAML files in ``rules/`` and in a house's own folders."""
