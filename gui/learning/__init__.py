"""Learning from decisions, and how right suggestions are."""
