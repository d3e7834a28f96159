"""Labels are decisions by somebody: who said what about which node, when, and by which words.

The lists of values and their definitions follow the United Nations' practice of reporting
(roles, operative verbs) and the Universal Periodic Review's scale of actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple


class Role(StrEnum):
    """What a paragraph or item does in the report."""

    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    PREAMBULAR = "preambular"
    OBSERVATION = "observation"
    STATEMENT = "statement"
    PROCEDURAL = "procedural"
    BACKGROUND = "background"
    OTHER = "other"


class Force(IntEnum):
    """How strongly a recommendation's operative word binds."""

    OFFERS = 1
    ENCOURAGES = 2
    RECOMMENDS = 3
    REQUESTS = 4
    REQUIRES = 5


class Action(IntEnum):
    """How far the action goes that a recommendation asks for; force says how strongly it is asked."""

    MINIMAL = 1
    CONTINUING = 2
    CONSIDERING = 3
    GENERAL = 4
    SPECIFIC = 5


class Addressee(StrEnum):
    """Whom a recommendation asks to act."""

    STATES_PARTIES = "states-parties"
    MEMBER_STATES = "member-states"
    SPECIFIC_STATE = "specific-state"
    PARENT_BODY = "parent-body"
    OWN_BODY = "own-body"
    SECRETARIAT = "secretariat"
    UN_IGO = "un-igo"
    REGIONAL_ORG = "regional-org"
    CIVIL_SOCIETY = "civil-society"
    PRIVATE_SECTOR = "private-sector"
    ACADEMIA = "academia"
    NATIONAL_AUTHORITY = "national-authority"
    MANAGEMENT = "management"
    ALL_STAKEHOLDERS = "all-stakeholders"
    IMPLICIT = "implicit"


class Status(StrEnum):
    """How far the review of a node has come; a node without a status is unreviewed."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    FLAGGED = "flagged"


# What somebody read, and wants in the dataset.
APPROVED = frozenset({Status.ACCEPTED, Status.CORRECTED})


class Attribution(StrEnum):
    """Whose word a recommendation is."""

    BODY = "body"
    STATE = "state"
    CHAIR = "chair"
    SECRETARIAT = "secretariat"
    SPEAKER = "speaker"


class InstrumentKind(StrEnum):
    """What an instrument is that a text cites."""

    CONVENTION = "convention"
    PROTOCOL = "protocol"
    TREATY = "treaty"
    DECLARATION = "declaration"
    PLAN = "plan"
    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    ANNEX = "annex"
    RECOMMENDATION = "recommendation"


class ConditionKind(StrEnum):
    """What a condition or hedge leaves open: whether to act, how far, with what means, under which law."""

    DISCRETION = "discretion"
    EXTENT = "extent"
    RESOURCES = "resources"
    LAW = "law"
    CONSENT = "consent"
    PROVISO = "proviso"


class TimeKind(StrEnum):
    """How a time frame is given."""

    DATE = "date"
    DEADLINE = "deadline"
    PERIOD = "period"
    SESSION = "session"
    RECURRING = "recurring"
    URGENCY = "urgency"


class Response(StrEnum):
    """What became of a recommendation, as a report says it."""

    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partially accepted"
    NOTED = "noted"
    REJECTED = "rejected"
    UNDER_CONSIDERATION = "under consideration"
    IMPLEMENTED = "implemented"
    IN_PROGRESS = "in progress"
    NOT_STARTED = "not started"
    CLOSED = "closed"


class Slot(StrEnum):
    """What a decision fills. Values are JSON.

    One value: `status` a Status, `role` a Role, `force` 1 to 5, `verb` the operative words, `action` an
    Action 1 to 5, `attribution` `{"by": an Attribution, "name": as printed}`, `task` the words that say what
    is to be done, `note` a reviewer's own words.

    Several: `addressees` a list of Addressee values; `beneficiaries` and `themes` lists of concepts' codes;
    `instruments` `[{"name": normalised, "kind": an InstrumentKind, "target": id of a node or document, or
    null}]`;
    `conditions` `[{"kind": a ConditionKind, "text": as printed}]`;
    `time-frame` `[{"kind": a TimeKind, "text": as printed, "when": ISO 8601 date or duration, or ""}]`;
    `follow-up` `[{"target": id of the node or document that answers, "response": a Response}]`, the target
    null where the report says the response of itself;
    `entries` the entries of a list, such as who attended: `[{"list": ..., "name": as printed, ...}]`.
    In these, addressees apart, `evidence[i]` holds the words of `value[i]`; NO_WORDS where it has none.

    A node with several recommendations has several frames: frame 0 is the first operative clause, with the
    addressees that this clause asks. Role, status and note are of the node, and stand in frame 0.
    """

    STATUS = "status"
    ROLE = "role"
    FORCE = "force"
    ADDRESSEES = "addressees"
    VERB = "verb"
    ACTION = "action"
    ATTRIBUTION = "attribution"
    TASK = "task"
    BENEFICIARIES = "beneficiaries"
    THEMES = "themes"
    INSTRUMENTS = "instruments"
    CONDITIONS = "conditions"
    TIME_FRAME = "time-frame"
    FOLLOW_UP = "follow-up"
    ENTRIES = "entries"
    NOTE = "note"


# What only a recommendation has, in the order of the inspector.
RECOMMENDATION_SLOTS = (
    Slot.FORCE, Slot.ACTION, Slot.ADDRESSEES, Slot.VERB, Slot.ATTRIBUTION, Slot.TASK, Slot.BENEFICIARIES,
    Slot.THEMES, Slot.INSTRUMENTS, Slot.CONDITIONS, Slot.TIME_FRAME, Slot.FOLLOW_UP,
)  # fmt: skip
# Slots in which `evidence[i]` holds the words of `value[i]`.
ALIGNED_SLOTS = frozenset({
    Slot.BENEFICIARIES, Slot.THEMES, Slot.INSTRUMENTS, Slot.CONDITIONS, Slot.TIME_FRAME, Slot.FOLLOW_UP,
    Slot.ENTRIES,
})  # fmt: skip
# Slots with several values, in no order.
UNORDERED_SLOTS = frozenset({Slot.ADDRESSEES, Slot.BENEFICIARIES, Slot.THEMES})
# Slots whose value is words, of the text or of a reviewer.
WORD_SLOTS = frozenset({Slot.VERB, Slot.TASK, Slot.NOTE})
# What a lead-in says for its items too, where nobody says otherwise of an item.
PASSED_DOWN_SLOTS = frozenset({
    Slot.FORCE, Slot.ADDRESSEES, Slot.VERB, Slot.ATTRIBUTION, Slot.CONDITIONS, Slot.TIME_FRAME,
})  # fmt: skip


class Span(NamedTuple):
    """Words of a node's text, as code-point offsets: `text[start:end]`."""

    start: int
    end: int


# Evidence of a value that has no words of its own.
NO_WORDS = Span(0, 0)


class ReviewerKind(StrEnum):
    PERSON = "person"
    MACHINE = "machine"


class Reviewer(NamedTuple):
    """Somebody who decides: a person, or a machine such as `rules@1`."""

    id: str
    name: str
    kind: ReviewerKind = ReviewerKind.PERSON


# The rule of who accepted what another person had said: no judgement of their own.
CONFIRMED = "confirmed"
# The rules of `model.suggestions`.
MACHINE = Reviewer("rules@1", "rules@1", ReviewerKind.MACHINE)


class DecisionKey(NamedTuple):
    """One reviewer has at most one standing decision for a slot of a node.

    `frame` counts the recommendations within one node, from 0.
    """

    node: str
    slot: Slot
    reviewer: str
    frame: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's standing word on one slot of one node.

    `evidence` holds the words that gave it; `rule` names the machine's rule, and starts with
    `inherited` where the value comes down from the lead-in above, or is CONFIRMED of a person who made
    another person's word their own; `confidence` is 1 for a person.
    """

    key: DecisionKey
    value: Any
    decided_at: datetime | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
    rule: str = ""
    adjudicated: bool = False

    @property
    def said_at(self) -> float:
        """Seconds since 1970; 0 if it has no time, as machines' decisions."""
        return self.decided_at.timestamp() if self.decided_at is not None else 0.0
