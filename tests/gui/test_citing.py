"""An entry as a quotation with its source."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from gui.citing import cited
from gui.stage import Stage
from model.nodes import Kind

SYMBOL = "HARB/CONF/WG.2/2024/6"


def test_what_is_selected_is_copied_with_symbol_and_paragraph(qapp, copy):
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        item = stage.select(lambda node: node.text.endswith("at the harbours concerned;"))
        stage.press("copy-cited")
        assert QGuiApplication.clipboard().text() == f"“{item.text}” ({SYMBOL}, para. 10 (b) (ii))"
        section = stage.select(lambda node: node.kind is Kind.SECTION)
        review = stage.window.session.review
        assert cited(review, section) == f"“{section.text}” ({SYMBOL}, p. {section.page})"
        lead = next(node for node in review.outline if node.number == "10")
        review.outline.put(replace(item, parent=lead.id, number="10.3", kind=Kind.PARAGRAPH))
        assert cited(review, review.outline[item.id]).endswith("para. 10.3)")
        review.outline.put(replace(item, parent=lead.id, number="•"))
        assert cited(review, review.outline[item.id]).endswith(f"p. {item.page})")
