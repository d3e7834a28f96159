"""What goes into a dataset, as fields of a form."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from gui.relay import succeeded
from gui.releasing.choices import Choices
from gui.session import Session
from gui.theme import INSIDE
from model.labels import ReviewerKind, Slot, Status
from model.report_names import report_names

if TYPE_CHECKING:
    from storage.exporting.settings import Settings, Splits
    from storage.project import Project

# As they are offered, and as they are typed without the window.
_SPLITS = (
    ("Not divided", ""),
    ("Train 80 %, test 20 %", "train=.8,test=.2"),
    ("Train 80 %, validation 10 %, test 10 %", "train=.8,validation=.1,test=.1"),
    ("Train 50 %, test 50 %", "train=.5,test=.5"),
)
_BY = (("each series of meetings whole", "series"), ("each report and its versions whole", "document"))
_LARGEST_SEED = 2**31 - 1


class ContentsForm(QWidget):
    """`changed` says that other rows are asked for."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents = Choices("Reports", "All reports", self)
        self.documents.offer(report_names(session.documents).items())
        self.roles = Choices("Roles", "All roles, and entries without one", self)
        self.roles.offer((label.code, label.name) for label in session.scheme.labels[Slot.ROLE])
        self.states = Choices("States", "All states", self)
        self.states.offer((state.value, state.value.capitalize()) for state in Status)
        self.reviewers = Choices("Reviewed by", "Anybody or nobody", self)
        self.languages = Choices("Languages", "All languages", self)
        codes = sorted({row.language for row in session.documents} - {""})
        self.languages.offer((code, code) for code in codes)
        self.fields = Choices("Labels", "All labels", self)
        self.fields.offer((slot.value, slot.value.capitalize()) for slot in Slot if slot is not Slot.STATUS)
        self.adjudicated = QCheckBox("Adjudicated labels only", self)
        self.splits, self.by = QComboBox(self), QComboBox(self)
        for box, entries in ((self.splits, _SPLITS), (self.by, _BY)):
            for name, value in entries:
                box.addItem(name, value)
            box.currentIndexChanged.connect(self._tell)
        self.by.setAccessibleName("What stays in one part")
        self.seed = QSpinBox(self, maximum=_LARGEST_SEED)
        self.seed.setAccessibleName("Seed")
        self.seed.setToolTip("Draws the parts")
        self.seed.valueChanged.connect(self._tell)
        self.adjudicated.toggled.connect(self._tell)
        for choices in self._choices():
            choices.changed.connect(self._tell)
        self._knows_people = False
        self._people: tuple[str, ...] = ()  # chosen before these are known
        self._lay_out()
        self._enable()
        session.run(_people, session.project, done=self._know_people)

    @property
    def settings(self) -> Settings:
        from storage.exporting.settings import Settings, SplitUnit, splits_from

        typed, people = self.splits.currentData(), self.reviewers.ticked or self._people
        return Settings(
            self.documents.ticked, self.roles.ticked, self.states.ticked, people,
            self.languages.ticked, self.adjudicated.isChecked(), self.fields.ticked,
            splits_from(typed, self.seed.value(), SplitUnit(self.by.currentData())) if typed else None,
        )  # fmt: skip

    @property
    def is_everything(self) -> bool:
        """Whether nothing is chosen, so that all goes in, undivided."""
        ticked = any(choices.ticked for choices in self._choices())
        return not (ticked or self.adjudicated.isChecked() or self.splits.currentIndex())

    def choose_everything(self) -> None:
        from storage.exporting.settings import Settings

        self.choose(Settings())

    def choose(self, settings: Settings) -> None:
        """Asks for what was asked for before."""
        chosen = (settings.documents, settings.roles, settings.states, settings.reviewers, settings.languages,
                  settings.fields)  # fmt: skip
        self._people = () if self._knows_people else settings.reviewers
        for choices, values in zip(self._choices(), chosen, strict=True):
            choices.tick(*values)
        self.adjudicated.setChecked(settings.adjudicated_only)
        self.splits.setCurrentIndex(_place_of(settings.splits) if settings.splits is not None else 0)
        if settings.splits is not None:
            self.by.setCurrentIndex(self.by.findData(settings.splits.by.value))
            self.seed.setValue(settings.splits.seed)

    def _choices(self) -> tuple[Choices, ...]:
        return self.documents, self.roles, self.states, self.reviewers, self.languages, self.fields

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(INSIDE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        names = ("Reports", "Roles", "States", "Reviewed by", "Languages", "Labels")
        for name, choices in zip(names, self._choices(), strict=True):
            form.addRow(name, choices)
        form.addRow("", self.adjudicated)
        form.addRow("Divide", self.splits)
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        row.addWidget(self.by, 1)
        row.addWidget(QLabel("seed", self))
        row.addWidget(self.seed)
        form.addRow("Keep", row)

    def _know_people(self, future: Future[list[tuple[str, str]]]) -> None:
        if succeeded(future):
            self.reviewers.offer(future.result())
            self.reviewers.tick(*self._people)
        self._knows_people, self._people = True, ()

    def _tell(self, *_: object) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        divided = bool(self.splits.currentData())
        self.by.setEnabled(divided)
        self.seed.setEnabled(divided)


def _place_of(splits: Splits) -> int:
    """Where these shares stand among what is offered."""
    from storage.exporting.settings import splits_from

    shares = [dict(splits_from(typed).shares) if typed else {} for _, typed in _SPLITS]
    return shares.index(dict(splits.shares)) if dict(splits.shares) in shares else 0


def _people(project: Project) -> list[tuple[str, str]]:
    people = (one for one in project.reviewers() if one.kind is ReviewerKind.PERSON)
    return [(person.name, person.name) for person in people]
