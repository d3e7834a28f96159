"""Datasets and releases in the window: what goes in, in which formats, and what was released."""
