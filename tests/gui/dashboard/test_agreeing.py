"""How far people agree, as the dashboard says it."""

from __future__ import annotations

from functools import partial

from gui.dashboard.agreeing import Agreement
from gui.dashboard.dialog import Dashboard
from model import editing
from model.labels import Slot
from model.nodes import Kind
from tests.gui.panels import stage
from tests.gui.sample_review import sample


def test_it_is_said_in_words(qtbot):
    shown = Agreement()
    qtbot.addWidget(shown)
    shown.show_agreement({}, 0)
    assert shown.text() == "No two people have labelled the same entry."
    found = {
        "role": {"alpha": 0.5333, "entries": 4, "same": 3, "people": 2},
        "addressees": {"alpha": None, "entries": 1, "same": 1, "people": 2},
    }
    shown.show_agreement(found, 1)
    assert shown.text().splitlines() == [
        "Role: the same in 3 of 4 entries, alpha 0.53",
        "Addressees: the same in 1 of 1 entry",
        "1 entry waits among the doubts to be settled",
    ]
    shown.show_agreement("It needs more packages", 1)
    assert shown.text() == "It needs more packages"


def test_the_dashboard_counts_what_two_people_said(tmp_path, qtbot):
    with stage(tmp_path / "harbours.paraph", sample(), [], qtbot) as opened:
        project, document = opened.session.project, opened.review.document.id
        nodes = [node.id for node in opened.review.outline if node.kind is Kind.PARAGRAPH][:2]
        for name, forces in (("Ben", (1, 2)), ("Eve", (1, 3))):
            for node, force in zip(nodes, forces, strict=True):
                label = partial(editing.label, node_ids=[node], slot=Slot.FORCE, value=force)
                person = project.person(name)
                edit = label(project.review(document), person)
                project.apply(edit, document, person).result()
        dashboard = Dashboard(opened.session, opened.window)
        dashboard.show()
        assert not dashboard.unsettled.isVisible()  # until it is known, and where nobody differs
        said = "Force: the same in 1 of 2 entries"
        qtbot.waitUntil(lambda: dashboard.agreement.text().startswith(said), timeout=20_000)
        assert "1 entry waits" in dashboard.agreement.text()
        (row,) = opened.session.documents
        assert dashboard.unsettled.bars == [(row.symbol, "1")]
        assert dashboard.unsettled.isVisible()
        asked = []
        dashboard.doubtsAsked.connect(asked.append)
        dashboard.unsettled.itemClicked.emit(dashboard.unsettled.topLevelItem(0), 0)
        assert asked == [document]
        dashboard.close()
