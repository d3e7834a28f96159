"""Writes PDF reports in the layout of United Nations documents, together with their true outline.

`blocks` says what a report holds, `styles` how an office sets it, `layout.lay_out` puts it on pages,
`drawing.draw` writes the PDF. `sample` holds the report that ships with the application,
`random_reports` makes variants for property tests and benchmarks.
"""
