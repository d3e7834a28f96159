"""The outline: the entries of a report as a tree that is edited in its place.

Where to look:

- the parts: `panel` holds the `header` and the `tree`, which is a `selection_view` on a `flat_view`
- which rows there are: `rows`, `filtering`; as Qt asks for them: `model`, a `row_list`, with `answers`
- how a row looks: `delegate`, `boxes`, `number_columns`, `looks`; in words: `tips`
- by mouse and keys: `ticking`, `selecting`; moving entries: `drag_view`, `dropping`
"""
