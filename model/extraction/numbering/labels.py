"""Words that open a labelled heading: "Chapter I", "Annex", "Draft resolution II".

English, French, Spanish, Russian, Arabic and Chinese, as the documents of the United Nations print them.
"""

from __future__ import annotations

LABELS = (
    "chapter", "part", "annex", "appendix", "appendices", "attachment", "enclosure", "draft resolution",
    "draft decision", "draft decisions", "draft recommendation", "decision", "resolution",
    "intersessional decision", "agenda item", "vote",
    "recommendation", "section", "schedule", "volume", "title", "chapitre",
    "partie", "annexe", "appendice", "pièce jointe", "projet de résolution", "projet de décision",
    "décision", "résolution", "recommandation", "capítulo", "parte", "anexo", "apéndice",
    "proyecto de resolución", "proyecto de decisión", "decisión", "resolución", "recomendación", "глава",
    "часть", "приложение", "добавление", "проект резолюции", "проект решения", "решение", "резолюция",
    "рекомендация", "раздел", "الفصل", "الجزء", "المرفق", "مرفق", "الملحق", "ملحق", "التذييل", "مشروع القرار",
    "finding", "conclusion", "lesson", "constatation", "hallazgo", "conclusión", "вывод",
    "proposition", "propuesta",
    "مشروع المقرر", "المقرر", "القرار", "التوصية", "附件", "附录",
)  # fmt: skip
# Labels of units that stand above the rest of a report.
TOP_LABELS = frozenset((
    "chapter", "part", "vote", "annex", "appendix", "attachment", "enclosure", "chapitre", "partie", "annexe",
    "appendice", "capítulo", "parte", "anexo", "apéndice", "глава", "часть", "приложение", "добавление",
    "الفصل", "الجزء", "المرفق", "مرفق", "الملحق", "ملحق", "التذييل", "附件", "附录",
))  # fmt: skip
# What is appended to an annex, where a report has both.
ANNEX_LABELS = frozenset((
    "annex", "annexe", "anexo", "приложение", "المرفق", "مرفق", "الملحق", "ملحق", "附件",
))  # fmt: skip
APPENDIX_LABELS = frozenset(("appendix", "appendice", "apéndice", "добавление", "التذييل", "附录"))
RECOMMENDATION_LABELS = frozenset((
    "recommendation", "recommandation", "recomendación", "рекомендация", "التوصية",
    "finding", "conclusion", "lesson", "constatation", "hallazgo", "conclusión", "вывод",
    "proposition", "propuesta",
))  # fmt: skip
# Labels only with a number: "Conclusion" alone is a heading like others.
NUMBERED_LABELS = frozenset((
    "finding", "conclusion", "lesson", "constatation", "hallazgo", "conclusión", "вывод", "agenda item",
    "proposition", "propuesta",
    "vote",
))  # fmt: skip
# Stands for the word where a symbol alone says that a decision or a resolution follows.
SYMBOL_LABEL = "symbol"
# Labels whose numbers another document gives: any may come first, and they skip.
SKIPPING_LABELS = frozenset(("agenda item", SYMBOL_LABEL)) | RECOMMENDATION_LABELS
