"""Suggestions learned from labelled texts: features, fitting, measures, and the file of a model."""
