"""Printed numbers: a grammar that reads them, and a solver that says which of them are what.

`markers` reads the markers that may open a row ("12.", "(iv)", "•"), `labelled` those that come with a word
("Annex II"), each with every meaning that it may have (`forms`); `solver` looks at all candidates of a
document together and gives each its meaning, by what `moves` says that each would cost.
"""
