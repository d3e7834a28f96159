"""What learned models are called among the reviewers. A module of its own, because every edit needs it."""

from __future__ import annotations

from model.labels import Reviewer, ReviewerKind

# Who withdraws and brings suggestions, in the history.
LEARNER = Reviewer("learned", "learned suggestions", ReviewerKind.MACHINE)
_MODEL = "model@"


def model_id(short_hash: str) -> str:
    """The reviewer's id of a model."""
    return f"{_MODEL}{short_hash}"


def is_model(reviewer: str) -> bool:
    """Whether a reviewer, by its id, is a learned model."""
    return reviewer.startswith(_MODEL)
