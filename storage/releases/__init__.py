"""Releases: datasets that are frozen in the project, never changed, and written in any format at any time."""
