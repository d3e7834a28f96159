"""Lists as data: who attended and spoke, officers, the agenda, documents and votes, tied to their words.

`finding.list_entries` finds them in a report; `entries` says what they are. Where to look:

- where they stand: `finding`, in tables `in_tables`, in paragraphs `in_text`; a language's words: `wording`
- people and States: `people`, `dialogue`, `votes`; an enumeration taken apart: `names`
- the others: `agenda`, `documents`
"""

from model.lists.entries import DETAILS, Category, ListKind, codes_of, names_organization, without_empty

__all__ = ["DETAILS", "Category", "ListKind", "codes_of", "names_organization", "without_empty"]
