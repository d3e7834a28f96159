"""What a report, a node, a label and an edit are. No Qt, no SQL."""
