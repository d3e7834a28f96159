"""The dashboard in the real window: numbers that follow the review, and the list behind each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.dashboard.dialog import Dashboard
from gui.searching.lookup import Facet
from model.nodes import Kind

Key = Qt.Key


def click_bar(bars, row):
    item = bars.topLevelItem(row)
    QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=bars.visualItemRect(item).center())


def counts(dashboard, facet):
    return dict(dashboard.lists[facet].bars)


def test_numbers_follow_the_review_and_a_click_lists_what_is_behind_them(use, project):
    def script(user):
        user.report_opened()
        user.from_palette("Dashboard")
        user.wait(lambda: user.window.findChild(Dashboard) is not None, "the dashboard")
        dashboard = user.window.findChild(Dashboard)
        user.wait(lambda: counts(dashboard, Facet.STATE), "its numbers")
        assert counts(dashboard, Facet.STATE) == {"Unreviewed": str(user.window.tally.total)}
        user.window.activateWindow()
        user.wait(user.window.isActiveWindow, "the window's turn")
        user.session.select((user.paragraph("5").id,), "test")
        user.window.outline.tree.setFocus()
        user.key(Key.Key_A)
        user.key(Key.Key_X)
        heading = next(node for node in user.session.review.outline if node.kind is Kind.SECTION)
        user.session.select((heading.id,), "test")
        user.key(Key.Key_A)  # which no bar counts
        user.settled()
        user.wait(lambda: counts(dashboard, Facet.STATE).get("Rejected") == "1", "the new numbers")
        assert counts(dashboard, Facet.REVIEWER) == {"Ada Lovelace": "3"}
        user.picture("1 the dashboard")
        states = [words for words, _ in dashboard.lists[Facet.STATE].bars]
        click_bar(dashboard.lists[Facet.STATE], states.index("Accepted"))
        user.wait(lambda: user.window.search.results.lines.rowCount() == 1, "the accepted one")
        assert "designate one authority" in user.window.search.results.lines.line(0).text
        user.picture("2 what is behind a bar")
        people = dashboard.lists[Facet.REVIEWER]
        people.setFocus()
        people.setCurrentItem(people.topLevelItem(0))
        QTest.keyClick(people, Key.Key_Return)
        user.wait(lambda: user.window.search.results.lines.rowCount() == 3, "what Ada reviewed")
        assert [facet for facet, _ in user.window.search.facets.chosen] == [Facet.REVIEWER]
        dashboard.scope.setCurrentIndex(1)
        user.wait(lambda: counts(dashboard, Facet.STATE).get("Accepted") == "1", "one report's numbers")
        click_bar(dashboard.lists[Facet.ROLE], 0)
        chosen = [Facet.ROLE, Facet.REPORT]
        user.wait(lambda: [f for f, _ in user.window.search.facets.chosen] == chosen, "both bounds")
        dashboard.close()

    assert use(script, project) == 0
