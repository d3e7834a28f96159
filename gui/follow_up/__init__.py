"""What became of recommendations: a table over all reports, and the link of one to its answer."""
