"""The label scheme of a project, changed and used in the real window, and the guidelines beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from gui.message_bar import MessageBar
from gui.schemes.editor import SchemeEditor
from gui.schemes.guidelines import Guidelines
from model.labels import Slot
from model.nodes import Kind
from storage.checking import check
from storage.project import Project

Key = Qt.Key


def editor(user) -> SchemeEditor:
    user.from_palette("Change the label scheme")
    user.wait(lambda: isinstance(QApplication.activeModalWidget(), SchemeEditor), "the scheme")
    return user.dialog()


def save(dialog):
    button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def role_of(user, node):
    return user.session.review.shown(node.id, Slot.ROLE, user.session.reviewer.id).value


def test_a_role_of_ones_own_gets_a_key_a_colour_and_a_place_in_every_list(use, project):
    def change(user):
        user.report_opened()
        dialog = editor(user)
        dialog.add()
        user.type("Commitment")
        dialog.form.key.setCurrentText("9")
        dialog.form.definition.setPlainText("A State says what it will do.")
        user.picture("1 the scheme")
        save(dialog)
        user.wait(lambda: user.session.scheme.version == 1, "the new version")
        user.turn()
        node = user.paragraph("5")
        user.session.select((node.id,), "test")
        user.settled()
        user.window.outline.tree.setFocus()
        user.key(Key.Key_9)
        user.settled()
        assert role_of(user, node) == "commitment"
        assert user.window.inspector.role.button.text() == "Commitment"
        assert "Commitment" in user.window.page_view.legend.accessibleName()
        assert any(
            action.text() == "Commitment" for action in user.window.outline.header.filter_menu.actions()
        )
        user.key(Key.Key_G)
        user.wait(lambda: user.window.findChild(Guidelines) is not None, "the guidelines")
        guidelines = user.window.findChild(Guidelines)
        assert "A State says what it will do." in guidelines.text.toPlainText()
        user.picture("2 in use")
        guidelines.close()

    def it_is_still_there(user):
        user.report_opened()
        node = user.paragraph("5")
        assert role_of(user, node) == "commitment"
        assert user.window.actions_of["role-commitment"].shortcut().toString() == "9"

    assert use(change, project) == 0
    assert use(it_is_still_there, project) == 0
    assert check(project) == []


def test_what_cannot_be_used_is_said_and_a_retired_label_keeps_its_meaning(use, project, tmp_path):
    def script(user):
        user.report_opened()
        node = next(n for n in user.session.review.outline if n.kind is Kind.PARAGRAPH and n.number == "5")
        user.session.select((node.id,), "test")
        user.key(Key.Key_8)
        user.settled()
        dialog = editor(user)
        dialog.labels.setCurrentItem(dialog.labels.topLevelItem(7))
        dialog.form.key.setCurrentText("1")
        save(dialog)
        bar = dialog.findChild(MessageBar)
        user.wait(lambda: bar.text == "Two labels have the key 1.", "the reason")
        user.picture("1 refused")
        foreign = tmp_path / "foreign.json"
        foreign.write_text("{}", encoding="utf-8")
        dialog.read(foreign)
        assert bar.text == "foreign.json: It is not a Paraph label scheme."
        dialog.form.key.setCurrentText("8")
        dialog.form.in_use.setChecked(False)
        save(dialog)
        user.wait(lambda: user.session.scheme.version == 1, "the new version")
        assert not user.window.actions_of["role-other"].isVisible()
        assert user.window.inspector.role.button.text() == "Other"
        assert role_of(user, node) == "other"

    assert use(script, project) == 0
    with Project.open(project) as stored:
        assert [version.scheme.version for version in stored.scheme_versions()] == [1]
