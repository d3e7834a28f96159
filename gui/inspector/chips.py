"""Slots that hold several values: a chip for each, with what adds, changes and takes away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.flow import Flow
from gui.inspector.add_line import AddLine, Offer
from gui.inspector.block import Block
from gui.inspector.chip import Chip, Said
from gui.inspector.pill import Pill
from gui.inspector.subject import Value
from gui.menus import LetteredMenu, as_entry
from gui.wording import SLOT_WORDS
from model.labels import NO_WORDS, Slot, Span


def _no_offers(typed: str) -> Sequence[Offer]:
    return ()


class Choices(NamedTuple):
    """How the values of one slot are put in words and chosen.

    From a closed list there are `offers`. Else words are typed or selected: `made` makes them a value, and
    `complete` finds values as they are typed. `kinds` are what a value's `kind` can be changed to.
    """

    slot: Slot
    one: str
    say: Callable[[Any], Said]
    offers: tuple[Offer, ...] = ()
    made: Callable[[str], Any] = str
    complete: Callable[[str], Sequence[Offer]] = _no_offers
    kinds: tuple[str, ...] = ()


class ChipsBlock(Block):
    """Shows the values of one slot. Chips are kept and used again: another entry only fills them again."""

    slot: Slot
    added = Signal(object, object)  # a value, the Span of its words
    removed = Signal(int)
    replaced = Signal(int, object)
    lightAsked = Signal(int)
    goAsked = Signal(str)  # to the entry that a value points to
    left = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices.slot, "", parent)
        self._choices = choices
        self._values: list[Any] = []
        self._span = NO_WORDS
        self._flow = Flow(self)
        self._pool: list[Chip] = []
        self.chips: list[Chip] = []
        self.add = Pill("Add", self._flow)
        self.add.set_picture("add")
        self.add.setToolTip(f"Add: {choices.one}")
        self.add.setAccessibleName(f"{SLOT_WORDS[choices.slot]}: add")
        self.add.clicked.connect(self._add_clicked)
        self._flow.add(self.add)
        self.body.addWidget(self._flow)
        self.menu = LetteredMenu(parent=self)
        self.set_offers(choices.offers)
        self.kinds_menu: QMenu | None = None

    @cached_property
    def line(self) -> AddLine:
        """Made when it is first needed, because there is one to each slot."""
        name = f"{SLOT_WORDS[self.slot]}: {self._choices.one}"
        line = AddLine(name, self._choices.complete, self._flow)
        line.typed.connect(self._typed)
        line.offered.connect(self._take)
        line.left.connect(self._line_left)
        line.hide()
        self._flow.add(line)
        return line

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """What the menu holds."""
        self._offers = offers
        self.menu.clear()
        for offer in offers:
            action = self.menu.addAction(as_entry(offer.words))
            action.setCheckable(True)
            action.triggered.connect(partial(self._offer_picked, offer))

    def show_value(self, value: Value, lit: bool) -> None:
        self.show_origin(value.origin, lit)
        self._values = list(value.value) if isinstance(value.value, list) else []
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        while len(self._pool) < len(self._values):
            self._make_chip()
        self.chips = self._pool[: len(self._values)]
        for chip, one in zip(self.chips, self._values, strict=True):
            chip.show_value(self._choices.say(one), value.stand)
        if focused is not None and focused >= len(self.chips):
            (self.chips[-1] if self.chips else self.add).setFocus()
        for at, chip in enumerate(self._pool):
            chip.setVisible(at < len(self.chips))

    def set_lit(self, at: int | None) -> None:
        """The chip whose words are lit is pressed down."""
        for place, chip in enumerate(self.chips):
            chip.setChecked(place == at)

    def begin(self, words: str = "", span: Span = NO_WORDS) -> None:
        """Asks for a value; `words` are what is known of it already, and where they stand."""
        self._span = span
        if self._offers:
            for action, offer in zip(self.menu.actions(), self._offers, strict=True):
                action.setChecked(offer.value in self._values)
            self.menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))
            self.menu.setActiveAction(self.menu.actions()[0])
            return
        self.add.hide()
        self.line.begin(words)

    def focus(self) -> None:
        (self.chips[0] if self.chips else self.add).setFocus()

    # --- adding

    def _add_clicked(self) -> None:
        self.begin()

    def _offer_picked(self, offer: Offer, *_: object) -> None:
        if offer.value in self._values and self._span == NO_WORDS:
            self.removed.emit(self._values.index(offer.value))
        else:
            self._take(offer.value)

    def _typed(self, words: str) -> None:
        self._take(self._choices.made(words))

    def _take(self, value: Any) -> None:
        span, self._span = self._span, NO_WORDS
        self.added.emit(value, span)

    def _line_left(self) -> None:
        held = self.line.hasFocus()
        self.line.hide()
        self.add.show()
        if held:
            self.add.setFocus()
            self.left.emit()

    # --- the chips

    def _make_chip(self) -> None:
        chip = Chip(self._choices.one, len(self._pool), self._flow)
        chip.removed.connect(self.removed)
        chip.lightAsked.connect(self.lightAsked)
        chip.menuAsked.connect(self._show_menu)
        self._flow.insert(len(self._pool), chip)
        QWidget.setTabOrder(self._pool[-1] if self._pool else self.link, chip)
        QWidget.setTabOrder(chip, self.add)
        self._pool.append(chip)

    def _show_menu(self, at: int, place: QPoint) -> None:
        said, value = self._choices.say(self._values[at]), self._values[at]
        menu = self.kinds_menu = LetteredMenu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in self._choices.kinds:
            action = menu.addAction(kind.capitalize())
            action.setCheckable(True)
            action.setChecked(value.get("kind") == kind)
            action.triggered.connect(partial(self._kind_picked, at, kind))
        menu.addSeparator()
        if said.target:
            menu.addAction("Go there").triggered.connect(partial(self._go, said.target))
        menu.addAction("Show its words").triggered.connect(partial(self._light, at))
        menu.addAction("Remove\tDel").triggered.connect(partial(self._remove, at))
        menu.popup(place)

    def _kind_picked(self, at: int, kind: str, *_: object) -> None:
        self.replaced.emit(at, {**self._values[at], "kind": kind})

    def _go(self, target: str, *_: object) -> None:
        self.goAsked.emit(target)

    def _light(self, at: int, *_: object) -> None:
        self.lightAsked.emit(at)

    def _remove(self, at: int, *_: object) -> None:
        self.removed.emit(at)
