"""Words that open a labelled heading: "Chapter I", "Annex", "Draft resolution II"."""

from __future__ import annotations

from model.extraction.wording import all_of

CHAPTER_LABELS, _ATTACHMENTS = all_of("labels", "chapters"), all_of("labels", "attachments")
# What is appended to an annex, where a report has both.
ANNEX_LABELS = frozenset(all_of("labels", "annexes"))
APPENDIX_LABELS = frozenset(all_of("labels", "appendices"))
# Labels of units that stand above the rest of a report.
TOP_LABELS = ANNEX_LABELS.union(APPENDIX_LABELS, CHAPTER_LABELS, _ATTACHMENTS)
RECOMMENDATION_LABELS = frozenset(all_of("labels", "recommendations"))
# Labels of an agenda's items: only without words of a sentence after the number ("Item 3 was closed").
ITEM_LABELS = frozenset(all_of("labels", "items"))
ARTICLE_LABELS = frozenset(all_of("labels", "articles"))
LABELS = TOP_LABELS.union(RECOMMENDATION_LABELS, ITEM_LABELS, all_of("labels", "others"))
# Labels only with a number: "Conclusion" alone is a heading like others.
NUMBERED_LABELS = ITEM_LABELS.union(all_of("labels", "numbered"))
# Labels of what may be filed under a symbol: "Decision IG.27/3".
FILED_LABELS = frozenset(all_of("labels", "filed"))
# Stands for the word where a symbol alone says that a decision or a resolution follows.
SYMBOL_LABEL = "symbol"
# Labels whose numbers another document gives, or that are counted across the chapters: any may come first,
# and they skip.
SKIPPING_LABELS = RECOMMENDATION_LABELS.union(
    ITEM_LABELS, ARTICLE_LABELS, all_of("labels", "skipping"), (SYMBOL_LABEL,)
)
# Stands for the word where numbers have the sign "§".
SECTION_SIGN = "§"
