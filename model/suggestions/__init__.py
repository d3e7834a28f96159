"""Rule-based suggestions: role, force, addressees and operative verb of paragraphs and items."""

from model.suggestions.engine import MACHINE, suggest

__all__ = ["MACHINE", "suggest"]
