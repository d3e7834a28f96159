"""Recommendations that say nearly the same: a dialog with what repeats, and where the words differ."""
