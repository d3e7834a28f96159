"""The dashboard: how labels spread over the project or a report, and how the review goes on, as bars."""
