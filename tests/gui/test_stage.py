"""How scripts drive the window."""

from __future__ import annotations

from gui.stage import Waiting


def test_what_was_waited_for_may_be_over_again(qapp):
    answers = iter([False, True])
    assert Waiting(lambda: next(answers, False), 5).run()
