"""The dashboard: how labels are spread in the project or a report, and how far the review is, as bars."""
