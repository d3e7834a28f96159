"""How far the review has come is counted right whatever edits come while others are still being counted."""

from __future__ import annotations

import pytest

from gui import tally
from gui.tally import Tally
from model import editing
from model.edits import ChangeSet
from model.nodes import CLASSIFIED
from tests.gui.panels import stage
from tests.gui.sample_review import sample


@pytest.fixture
def session(tmp_path, qtbot):
    """The sample report, opened."""
    with stage(tmp_path / "harbours.paraph", sample(), [], qtbot) as on_stage:
        yield on_stage.session


def test_edits_of_many_entries_that_follow_closely_are_all_counted(session, qtbot, monkeypatch):
    monkeypatch.setattr(tally, "MANY", 5)
    review, reviewer = session.review, session.reviewer
    counted = Tally(session)
    ids = [node.id for node in review.outline if node.kind in CLASSIFIED]
    for some in (ids[:10], ids[10:20], ids[20:21]):
        edit = editing.accept(review, reviewer, some)
        review.apply(edit)
        session.changed.emit(ChangeSet.of(review.document.id, edit))
    again = Tally(session)
    qtbot.waitUntil(lambda: not counted.is_counting and not again.is_counting)
    assert counted.reviewed == again.reviewed >= 21
