"""Rule-based suggestions: the role of paragraphs and items, and the anatomy of recommendations."""

from model.labels import MACHINE
from model.suggestions.concepts import suggest_concepts
from model.suggestions.engine import suggest

__all__ = ["MACHINE", "suggest", "suggest_concepts"]
