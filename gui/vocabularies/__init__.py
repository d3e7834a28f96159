"""Vocabularies in the window: what is in use, and a dialog for all."""
