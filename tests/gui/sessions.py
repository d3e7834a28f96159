"""What tests of a session ask of it."""

from __future__ import annotations


def paragraph(session):
    return session.review.outline.children(next(iter(session.review.outline)).id)[0]


def settled(session, qtbot):
    qtbot.waitUntil(lambda: session.is_idle)
