"""The blocks of a recommendation's parts: which of them are shown, and how words fill them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.action_set import ActionSet
from gui.attention import Attention, Lit
from gui.inspector.asking import Asking, trimmed
from gui.inspector.chips import ChipsBlock
from gui.inspector.choices import AttributionBlock, ScaleBlock
from gui.inspector.concepts import Concepts
from gui.inspector.further import Adding, Switch
from gui.inspector.lists import addressees, list_slots
from gui.inspector.references import References
from gui.inspector.subject import ALWAYS, Subject
from gui.inspector.words_block import WordsBlock, words_in
from model.labels import RECOMMENDATION_SLOTS, Slot, Span
from model.schemes import Scheme, default

AnatomyBlock = ScaleBlock | AttributionBlock | WordsBlock | ChipsBlock
_BULK = (Slot.FORCE, Slot.ACTION)  # what several entries can be given at once


class Anatomy(QObject):
    """Empty parts have no block: they wait in the menu of `adding`, until they are asked for."""

    aboveAsked = Signal(str)
    entryAsked = Signal(str)
    left = Signal()  # what was typed is taken or dropped: the keys go back to where they were

    def __init__(self, asking: Asking, action_set: ActionSet, attention: Attention, concepts: Concepts,
                 references: References, parent: QWidget) -> None:  # fmt: skip
        super().__init__(parent)
        self._asking = asking
        self._attention = attention
        self._concepts = concepts
        self._opened: set[Slot] = set()
        self._scheme = default()
        self.switch = Switch(action_set, parent)
        self.force = ScaleBlock(Slot.FORCE, parent)
        self.action = ScaleBlock(Slot.ACTION, parent)
        chips = {
            choices.slot: choices
            for choices in list_slots(concepts, references, self._scheme_now, asking.value_of)
        }
        self.addressees = ChipsBlock(chips.pop(Slot.ADDRESSEES), parent)
        self.verb = WordsBlock(Slot.VERB, "Operative verb", "The words that ask, as in the text", parent)
        self.attribution = AttributionBlock(parent)
        self.task = WordsBlock(Slot.TASK, "What is to be done", "As in the text", parent)
        self.blocks: dict[Slot, AnatomyBlock] = {
            Slot.FORCE: self.force, Slot.ACTION: self.action, Slot.ADDRESSEES: self.addressees,
            Slot.VERB: self.verb, Slot.ATTRIBUTION: self.attribution, Slot.TASK: self.task,
            **{slot: ChipsBlock(choices, parent) for slot, choices in chips.items()},
        }  # fmt: skip
        self.adding = Adding(action_set, parent)
        self._connect()

    def set_scheme(self, scheme: Scheme) -> None:
        """What steps and addressees are called."""
        self._scheme = scheme
        self.force.set_scheme(scheme)
        self.action.set_scheme(scheme)
        self.addressees.set_offers(addressees(scheme))

    def _scheme_now(self) -> Scheme:
        return self._scheme

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """From top to bottom."""
        return (self.switch, *self.blocks.values(), self.adding)

    def show_subject(self, subject: Subject, lit_slots: frozenset[Slot]) -> None:
        """`lit_slots` are those whose words the text shows."""
        told = subject.classified and subject.has_anatomy
        self.switch.show_place(subject.frame, subject.count)
        empty = []
        for slot, block in self.blocks.items():
            wanted = subject.classified and (told or slot in self._opened)
            if wanted and (subject.single or slot in _BULK):
                value = subject.value(slot)
                wanted = bool(value.value) or value.mixed or slot in ALWAYS or slot in self._opened
                if wanted:
                    block.show_value(value, slot in lit_slots)
            else:
                wanted = False
            block.setVisible(wanted)
            if not wanted:
                empty.append(slot)
        self.adding.setVisible(told and subject.single)
        self.adding.show_empty(empty)
        self.show_lit()

    def fold(self) -> None:
        """Another entry: what was opened for the last one is folded again."""
        self._opened.clear()

    def finish(self) -> None:
        """Says what is being typed, before another entry is shown."""
        self.verb.field.finish()
        self.task.field.finish()

    def show_lit(self) -> None:
        lit = self._attention.lit
        for slot, block in self.blocks.items():
            if isinstance(block, ChipsBlock):
                block.set_lit(lit.at if lit is not None and lit.slot is slot else None)

    def fill(self, slot: Slot, span: Span) -> None:
        """Words of the shown text are a value of a slot, or one more."""
        subject = self._asking.subject
        if subject is None or not subject.single:
            return
        text = subject.node.text
        span = trimmed(text, span)
        words = text[span.start : span.end]
        code = self._concepts.named(slot, words)
        match slot:
            case Slot.VERB | Slot.TASK:
                self._asking.label(slot, words, (span,))
            case Slot.ATTRIBUTION:
                self._asking.attribute("", words, (span,))
            case Slot.FOLLOW_UP:
                self._ask(slot, "", span)
            case Slot.ADDRESSEES if code is None or not self._scheme.knows(slot, code):
                self._ask(slot, "", span)
            case Slot.THEMES | Slot.BENEFICIARIES if code is None:
                self._ask(slot, words, span)
            case _:
                self._asking.add(slot, code or self._asking.value_of(slot, words), span)

    def go_to(self, slot: Slot) -> None:
        """The keys go to a slot, where it holds several values to one more."""
        self._asking.warm()
        block = self._open(slot)
        if isinstance(block, ChipsBlock):
            block.begin()
        else:
            block.focus()

    def _ask(self, slot: Slot, words: str, span: Span) -> None:
        block = self._open(slot)
        assert isinstance(block, ChipsBlock)
        block.begin(words, span)

    def _open(self, slot: Slot) -> AnatomyBlock:
        self._opened.add(slot)
        block, subject = self.blocks[slot], self._asking.subject
        if subject is not None and block.isHidden():
            block.show_value(subject.value(slot), lit=False)
            block.show()
            # Else a menu would open where the block is not yet.
            block.parentWidget().layout().activate()  # type: ignore[union-attr]
        return block

    # --- what is chosen

    def _connect(self) -> None:
        self.adding.slotAsked.connect(self._slot_asked)
        self._attention.litChanged.connect(self.show_lit)
        self.attribution.chosen.connect(self._attributed)
        for slot in RECOMMENDATION_SLOTS:
            block = self.blocks[slot]
            block.aboveAsked.connect(self.aboveAsked)
            if isinstance(block, ScaleBlock):
                block.chosen.connect(partial(self._step_chosen, slot))
            elif isinstance(block, WordsBlock):
                block.chosen.connect(partial(self._worded, slot))
                block.looked.connect(partial(self._looked, slot))
                block.field.left.connect(self.left)
            elif isinstance(block, ChipsBlock):
                block.added.connect(partial(self._asking.add, slot))
                block.removed.connect(partial(self._asking.remove, slot))
                block.replaced.connect(partial(self._asking.replace, slot))
                block.lightAsked.connect(partial(self._light, slot))
                block.goAsked.connect(self.entryAsked)
                block.left.connect(self.left)

    def _slot_asked(self, value: str) -> None:
        self.go_to(Slot(value))

    def _step_chosen(self, slot: Slot, step: int) -> None:
        self._asking.label(slot, step or None)

    def _attributed(self, by: str) -> None:
        if by:
            self._asking.attribute(by)
        else:
            self._asking.label(Slot.ATTRIBUTION, None)

    def _worded(self, slot: Slot, words: str) -> None:
        text = self._asking.subject.node.text if self._asking.subject is not None else ""
        self._asking.label(slot, words or None, tuple(Span(*place) for place in words_in(text, words)))

    def _looked(self, slot: Slot, looked: bool) -> None:
        lit = self._attention.lit
        if looked or (lit is not None and lit.slot is slot):
            self._attention.set_lit(Lit(slot) if looked else None)

    def _light(self, slot: Slot, at: int) -> None:
        """The words of a value; asked for again, no more."""
        lit = Lit(slot, at)
        self._attention.set_lit(None if lit == self._attention.lit else lit)
        self.show_lit()
