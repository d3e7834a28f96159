"""Learning from decisions, and how often suggestions are right."""
