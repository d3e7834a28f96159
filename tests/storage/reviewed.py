"""Made-up projects of which people have reviewed some; their words tell the roles, which the rules miss."""

from __future__ import annotations

from model import editing
from model.ids import new_id
from model.labels import Decision, DecisionKey, Role, Slot
from model.nodes import Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from model.review import Review
from storage.project import Project
from tests.storage.stored_reports import MACHINE_ID, WELLS, document, store

# What people call each kind of paragraph; the rules call them all background.
KINDS = {
    Role.RECOMMENDATION: "The Panel wishes that wells be dug near village {}.",
    Role.PROCEDURAL: "The meeting was opened by its chair on day {}.",
    Role.OBSERVATION: "It was felt that rivers run dry around town {}.",
}
REVIEWED = 60


def _node(kind, text, parent, place):
    anchor = Anchor((Region(1, 72.0, 60.0, 300.0, 74.0),), text)
    level = 1 if kind is Kind.SECTION else None
    return Node(new_id(), kind, text, parent, RANK_STEP * place, level, str(place), anchor)


def add_document(project: Project, number: int, rules: str = "background", count: int = 40) -> Review:
    """A report of paragraphs of three kinds in turn, on which the rules have one word."""
    pdf = WELLS + bytes([number])
    made = document(f"report-{number}.pdf", pdf)
    tree = [_node(Kind.SECTION, "Matters", None, 1)]
    for index in range(count):
        text = list(KINDS.values())[index % 3].format(f"{number}-{index}")
        tree.append(_node(Kind.PARAGRAPH, text, tree[0].id, index + 2))
    said = [
        Decision(DecisionKey(node.id, Slot.ROLE, MACHINE_ID), rules, confidence=0.6, rule="nothing said more")
        for node in tree[1:]
    ]
    return store(project, made, tree, said, pdf)


def true_role(node: Node) -> Role:
    return next(role for role, text in KINDS.items() if node.text.startswith(text[:9]))


def review_some(project: Project, review: Review, count: int, right=true_role) -> None:
    ann = project.person("Ann")
    nodes = [node for node in review.outline if node.kind is Kind.PARAGRAPH][:count]
    for role in sorted({right(node) for node in nodes}):
        ids = [node.id for node in nodes if right(node) is role]
        edit = editing.label(review, ann, ids, Slot.ROLE, role.value)
        review.apply(project.apply(edit, review.document.id, ann).result().edit)


def reviewed_project(path) -> Project:
    """Three reports, in each of which Ann has decided the roles of the first half."""
    project = Project.create(path, "Ann")
    for number in range(3):
        review_some(project, add_document(project, number), REVIEWED // 3)
    return project
