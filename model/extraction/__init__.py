"""Extraction: from a PDF to a document's tree of nodes and the machine's first labels.

`extract` does it all. Nothing is imported here: code that looks for doubts in a finished tree, as the
window does, needs only a few modules and not all the rules. Where to look:

- what stands where on a page: `zones`, with `leaves` and `spreads` before them; `scale` for unusual type
- what a row and a table are: `rows`, `tables`; of the first pages: `masthead`
- numbers: `numbering`; from rows to the tree: `structure`
- how it went: `coverage`, `doubts`
- words: `wording`, and `likeness` of headings
"""
