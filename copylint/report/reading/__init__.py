"""The reading sheet: findings of a trial, for a person who says which are right."""
