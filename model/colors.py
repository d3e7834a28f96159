"""The colours of roles, wherever they are shown: on the page, in annotated PDFs and in reports."""

from __future__ import annotations

from model.labels import Role

# Okabe and Ito's colours, told apart also by the colour-blind.
_OF_ROLES: dict[str, str] = {
    Role.RECOMMENDATION: "#0072B2",
    Role.DECISION: "#D55E00",
    Role.PREAMBULAR: "#CC79A7",
    Role.OBSERVATION: "#009E73",
    Role.STATEMENT: "#56B4E9",
    Role.PROCEDURAL: "#8A8A8A",
    Role.BACKGROUND: "#B8860B",
    Role.OTHER: "#5C5C5C",
}
_NO_ROLE = "#7A8694"


def role_color(role: str | None) -> str:
    """A role's colour as "#RRGGBB"; a plain one for none, and for a role of a user's own."""
    return _OF_ROLES.get(role or "", _NO_ROLE)
