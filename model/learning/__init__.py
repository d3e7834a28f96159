"""Suggestions learned from labelled texts: features, fitting, measures, and the file of a model.

Where to look:

- from what: `reviews`, `tables`, `on_tables`; what a text says: `features`, `hints`
- learning: `folds`, `fitting`, `arrays`; what was learned: `learned`, `packing`, `machines`
- how right it is: `measures`, `as_text`
"""
