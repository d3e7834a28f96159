"""Recommendations taken apart in the real window: by keys alone, by the mouse, and over a restart."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from gui.outline.looks import Mark
from model.labels import Slot
from model.nodes import Kind, Region
from tests.e2e.test_page import drag, paragraph, read, show, word

Key, Held = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def shown(user, node, slot, frame=0):
    return user.session.review.shown(node.id, slot, user.session.reviewer.id, frame)


def words_of(user, node, slot, frame=0):
    text, decision = user.session.review.outline[node.id].text, shown(user, node, slot, frame).decision
    return [text[span.start : span.end] for span in decision.evidence] if decision is not None else []


def test_a_recommendation_is_taken_apart_by_keys_and_is_so_after_a_restart(use, report):
    seen = {}

    def take_apart(user):
        user.report_opened()
        node = paragraph(user, "5")
        show(user, node)
        inspector = user.window.inspector
        text = node.text
        seen["node"] = node
        user.key(Key.Key_E)
        user.key(Key.Key_Home, Held.ControlModifier)
        user.key(Key.Key_Right, times=text.index("harbour masters"))
        user.key(Key.Key_Right, Held.ShiftModifier, Held.ControlModifier, times=2)
        user.key(Key.Key_B, Held.AltModifier)  # the field is left for the choice among the concepts
        line = inspector.anatomy.blocks[Slot.BENEFICIARIES].line
        user.wait(line.hasFocus, "the line for a beneficiary")
        assert line.text() == "harbour masters"
        user.key(Key.Key_Return)
        user.settled()
        assert shown(user, node, Slot.BENEFICIARIES).value[-1] == "harbour masters"
        assert words_of(user, node, Slot.BENEFICIARIES)[-1] == "harbour masters"
        user.key(Key.Key_Escape)
        user.key(Key.Key_W)
        user.key(Key.Key_D)
        user.type("by 31 March")
        user.key(Key.Key_Return)
        user.settled()
        assert "by 31 March" in [one["text"] for one in shown(user, node, Slot.TIME_FRAME).value]
        user.picture("1 parts")
        count = user.session.review.frames(node.id)
        user.key(Key.Key_A, Held.ShiftModifier)
        user.settled()
        assert user.session.review.frames(node.id) == count + 1
        user.key(Key.Key_4, Held.ShiftModifier)
        user.key(Key.Key_3, Held.ControlModifier, Held.ShiftModifier)
        user.settled()
        assert shown(user, node, Slot.FORCE, count).value == 4
        assert shown(user, node, Slot.ACTION, count).value == 3
        user.picture("2 another recommendation")
        user.key(Key.Key_K, Held.ShiftModifier)
        assert user.session.attention.frame == count - 1
        seen["count"] = count + 1

    def come_back(user):
        user.report_opened()
        node = seen["node"]
        user.wait(lambda: user.session.selection == (node.id,), "the entry that was selected")
        assert user.session.review.frames(node.id) == seen["count"]
        assert words_of(user, node, Slot.BENEFICIARIES)[-1] == "harbour masters"
        for _ in range(5):
            user.wait(lambda: user.session.undo_name, "something to undo")
            user.key(Key.Key_Z, Held.ControlModifier)
            user.settled()
        assert user.session.review.frames(node.id) == seen["count"] - 1
        assert "harbour masters" not in (shown(user, node, Slot.BENEFICIARIES).value or ())
        user.picture("3 taken back")

    assert use(take_apart, report) == 0
    assert use(come_back) == 0


def test_words_of_the_page_fill_a_part_and_a_chip_shows_them_there(use, report):
    def by_mouse(user):
        user.report_opened()
        node = paragraph(user, "5")
        show(user, node)
        view, anatomy = user.window.page_view, user.window.inspector.anatomy
        page = node.page
        drag(user, word(user, page, "owners of vessels"), word(user, page, "owners of vessels", last=True))
        read(user)
        assert user.session.words_selected
        user.key(Key.Key_W)
        user.key(Key.Key_C)
        user.wait(lambda: "owners of vessels" in words_of(user, node, Slot.CONDITIONS), "the condition")
        user.settled()
        assert view.canvas.stretch is None
        chip = anatomy.blocks[Slot.CONDITIONS].chips[-1]
        user.window.inspector.page.scroller.ensureWidgetVisible(chip)
        QTest.mouseClick(chip, LEFT, Held.NoModifier, QPoint(10, 10))
        user.settled()
        strong = [one for one in view.canvas.evidence if one.light.strong]
        layer = view.texts.get(page)
        boxes = [one.region for one in strong]
        lit = [layer.words[index].text for index in layer.within(boxes)]
        assert lit == ["owners", "of", "vessels"]
        middle = view.canvas.layout_of_pages.to_canvas(boxes[0]).center()
        assert view.canvas.hint_at(middle).startswith("Conditions: owners of vessels")
        user.picture("1 lit")
        QTest.mouseClick(chip, LEFT, Held.NoModifier, chip.tail_box().center())
        user.settled()
        left = (one["text"] for one in shown(user, node, Slot.CONDITIONS).value)
        assert "owners of vessels" not in left

    assert use(by_mouse, report) == 0


def test_words_of_another_entry_are_refused_with_what_to_do(use, report):
    def mistake(user):
        user.report_opened()
        five, six = paragraph(user, "5"), paragraph(user, "6")
        show(user, five)
        start = six.text.split()[0]
        layer = user.window.page_view.texts.get(six.page)
        inside = [layer.words[index] for index in layer.within(six.anchor.regions)]
        first = next(one for one in inside if one.text == start)
        canvas = user.window.page_view.canvas
        region = Region(six.page, first.x0 + 1, first.y0, first.x0 + 1, first.y1)
        spot = (canvas.layout_of_pages.to_canvas(region).center() - QPointF(canvas.offset)) / canvas.ratio
        drag(user, spot.toPoint(), spot.toPoint() + QPoint(round((first.x1 - first.x0) * 0.6), 0))
        read(user)
        user.session.select((five.id,), "test")
        user.key(Key.Key_W)
        user.key(Key.Key_V)
        user.wait(
            lambda: any("does not hold the selected words" in one for one in user.messages()), "the word"
        )

    assert use(mistake, report) == 0


def test_notes_by_keys_are_marked_in_the_outline_and_filtered(use, report):
    def note(user):
        user.report_opened()
        heading = next(n for n in user.session.review.outline if n.kind is Kind.SECTION)
        show(user, heading)
        user.key(Key.Key_M, Held.ControlModifier)
        user.type("Ask about the annex. X F 1")
        user.key(Key.Key_Return, Held.ControlModifier)
        user.settled()
        (written,) = user.session.review.notes(heading.id)
        assert written.value == "Ask about the annex. X F 1"
        outline = user.window.outline
        entries = outline.tree.entries
        assert entries.look(heading).marks[0] is Mark.NOTE
        row = entries.index(entries.row_of(heading.id))
        assert "has a note" in row.data(Qt.ItemDataRole.AccessibleTextRole)
        user.picture("1 note")
        action = next(a for a in outline.header.filter_menu.actions() if a.text() == "With notes")
        action.trigger()
        found = f"1 of {entries.unfiltered} entries · with notes"
        user.wait(lambda: outline.header.found.text() == found, "the filter")
        user.picture("2 filtered")
        user.wait(lambda: user.session.undo_name, "something to undo")
        user.key(Key.Key_Z, Held.ControlModifier)
        user.settled()
        assert user.session.review.notes(heading.id) == []

    assert use(note, report) == 0


def test_a_note_that_is_being_written_is_kept_when_the_window_closes(use, report):
    seen = {}

    def leave(user):
        user.report_opened()
        seen["node"] = paragraph(user, "6")
        show(user, seen["node"])
        user.key(Key.Key_M, Held.ControlModifier)
        user.type("Not finished")

    def come_back(user):
        user.report_opened()
        (note,) = user.session.review.notes(seen["node"].id)
        assert note.value == "Not finished"

    assert use(leave, report) == 0
    assert use(come_back) == 0
