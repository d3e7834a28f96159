"""Lists as data: who attended and spoke, officers, the agenda, documents and votes, tied to their words.

`finding.list_entries` finds them in a report; `entries` says what they are.
"""

from model.lists.entries import DETAILS, Category, ListKind, codes_of, names_organization, without_empty

__all__ = ["DETAILS", "Category", "ListKind", "codes_of", "names_organization", "without_empty"]
