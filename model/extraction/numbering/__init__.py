"""Printed numbers: a grammar that reads them, and a solver that says which of them are what.

`markers` reads the markers that may open a row ("12.", "(iv)", "•") by the `systems` of numerals, `labelled`
those that come with a word ("Annex II", the words in `labels`), each with every meaning that it may have
(`forms`); `misread` has those that recognition got wrong. `solver` looks at all candidates of a document
together (`runs`) and gives each its meaning, by what `moves`, `heading_moves` and `clashes` say that each
would cost.
"""
