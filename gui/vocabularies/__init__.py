"""Vocabularies in the window: what is in use, a field that completes concepts, a dialog for all."""
