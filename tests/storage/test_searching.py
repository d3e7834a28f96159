"""Search finds words with and without accents, phrases, beginnings, Chinese and Arabic, and counts labels."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from model import editing
from model.edits import DecisionChange, Edit
from model.labels import Decision, DecisionKey, Slot, Status
from model.nodes import Kind
from storage import searching
from storage.searching import Criteria
from tests.storage.stored_reports import add_report, decisions, document, nodes, store


@pytest.fixture
def review(project):
    return add_report(project)


def retext(project, review, text, index=1):
    node = list(review.outline)[index]
    ada = project.person("Ada")
    edit = editing.set_text(review, ada, node.id, text)
    project.apply(edit, review.document.id, ada).result()
    review.apply(edit)
    return node.id


def review_as_a_five(project, review, node_id):
    """Ada says the strongest force and the role, which ends the review of the entry; gives Ada."""
    ada = project.person("Ada")
    for slot, value in ((Slot.FORCE, 5), (Slot.ROLE, "recommendation")):
        edit = editing.label(review, ada, [node_id], slot, value)
        project.apply(edit, review.document.id, ada).result()
        review.apply(edit)
    return ada


def found(project, query, **bounds):
    return [hit.node for hit in project.search(Criteria(query, **bounds))]


def test_words_are_found_with_and_without_accents_and_while_they_are_typed(project, review):
    node = retext(project, review, "Le Comité réaffirme sa résolution A/RES/78/323 (2024).")
    for query in ("comite", "COMITÉ", "réaff", "résolution sa", "A/RES/78", '"sa resolution"'):
        assert found(project, query) == [node], query
    assert found(project, '"resolution sa"') == []
    assert found(project, "reaff ") == []


def test_an_excerpt_shows_where_the_words_stand(project, review):
    retext(project, review, "one two three " * 30 + "the needle in the hay " + "four five " * 30)
    hit = project.search(Criteria("needle"))[0]
    assert [hit.excerpt[span.start : span.end] for span in hit.found] == ["needle"]
    assert len(hit.excerpt) < 300


def test_all_places_of_the_words_in_an_entry_are_told(project, review):
    text = (
        "Harbour masters; the harbour authority. "
        + "one two three " * 60
        + "Hafen, hárbour, harbours, العربية"
    )
    node = retext(project, review, text)

    def told(query):
        return [text[span.start : span.end] for span in project.found_in(query, node)]

    assert told("authority harb") == ["Harbour", "harbour", "authority", "hárbour", "harbours"]
    assert told('harbour "the harbour"')[0] == "Harbour"
    assert told("عرب") == ["عرب"]
    assert told("MASTERS عرب") == ["masters", "عرب"]
    assert told("absent") == told(" ") == []
    assert project.found_in("harbour", "no such entry") == ()


@pytest.mark.parametrize(
    ("text", "query"),
    [("工作组建议各缔约国采取措施", "缔约国"), ("وأوصى الفريق العامل بأن تنظر الدول", "فريق")],
)
def test_scripts_without_spaces_or_with_glued_articles_are_found_by_their_characters(
    project, review, text, query
):
    node = retext(project, review, text)
    assert found(project, query) == [node]
    hit = project.search(Criteria(query))[0]
    assert [hit.excerpt[span.start : span.end] for span in hit.found] == [query]


@pytest.mark.parametrize("query", ['rights"', 'smuggled"of', '"rights', 'the "rights of" smuggled', '5"'])
def test_a_quote_may_stand_anywhere(project, review, query):
    node = retext(project, review, "The rights of smuggled people, 5 of them.")
    assert node in found(project, query)


def test_an_undone_edit_is_not_found_any_more(project, review):
    node = retext(project, review, "A zebra crossed the well.")
    assert found(project, "zebra") == [node]
    project.undo(review.document.id, project.person("Ada")).result()
    assert found(project, "zebra") == []
    assert node in found(project, "wells inspect") or node in found(project, "inspect well")


def test_nothing_but_signs_finds_nothing(project, review):
    for query in ("", "  ", '"', "* -", '""'):
        assert found(project, query) == []


def test_bounds_keep_what_shows_the_label(project, review):
    nodes = [node for node in review.outline if node.kind is Kind.PARAGRAPH]
    ada = review_as_a_five(project, review, nodes[0].id)
    fives = Criteria("inspect", slots={Slot.FORCE: frozenset({5})})
    assert [hit.node for hit in project.search(fives, ada)] == [nodes[0].id]
    states = frozenset({"member-states", "secretariat"})
    both = {Slot.ADDRESSEES: states, Slot.STATUS: frozenset({Status.UNREVIEWED.value})}
    assert found(project, "inspect", slots=both) == [node.id for node in nodes[1:]]
    assert found(project, "inspect", documents=frozenset({"another"})) == []
    assert found(project, "inspect", kinds=frozenset({Kind.SECTION})) == []


def test_facets_count_every_hit_once_by_what_is_shown(project, review):
    node = next(node for node in review.outline if node.kind is Kind.PARAGRAPH)
    ada = review_as_a_five(project, review, node.id)
    facets = project.facets(Criteria("inspect"), ada)
    assert facets.total == 5
    assert facets.documents == {review.document.id: 5}
    assert sum(facets.kinds.values()) == 5
    assert facets.slots[Slot.FORCE] == {3: 4, 5: 1}
    assert facets.slots[Slot.ADDRESSEES] == {"member-states": 5}
    assert facets.slots[Slot.STATUS] == {"corrected": 1, "unreviewed": 4}
    mine = Criteria("inspect", slots={Slot.FORCE: frozenset({5})})
    assert project.facets(mine, ada).total == 1


def test_as_many_are_unreviewed_as_are_found_so_though_a_heading_was_accepted(project, review):
    ada = project.person("Ada")
    heading = next(node for node in review.outline if node.kind is Kind.SECTION)
    project.apply(editing.accept(review, ada, [heading.id]), review.document.id, ada).result()
    everything = Criteria("", documents=frozenset({review.document.id}))
    states = project.facets(everything, ada).slots[Slot.STATUS]
    for state in (Status.ACCEPTED, Status.UNREVIEWED):
        those = replace(everything, slots={Slot.STATUS: frozenset({state.value})})
        assert states[state.value] == len(project.search(those, ada, limit=1000)), state


def test_hits_come_in_reading_order_after_edits_too(project, review):
    ada = project.person("Ada")
    later = b"%PDF-1.7 later"
    tree = nodes()
    store(project, document("later.pdf", later), tree, decisions(tree), later)
    third, last = (list(review.outline)[place] for place in (3, -1))
    for change, *where in (
        (editing.split, third.id, len("The Committee ")),
        (editing.move, [last.id], third.parent, third.id),
    ):
        edit = change(review, ada, *where)
        project.apply(edit, review.document.id, ada).result()
        review.apply(edit)
    order = [node.id for node in review.outline if "inspect" in node.text]
    for limit in (60, 4):
        hits = [hit.node for hit in project.search(Criteria("inspect"), limit=limit)]
        assert hits[: len(order)] == order[:limit]
    whole = project.search(Criteria("", documents=frozenset({review.document.id})))
    assert [hit.node for hit in whole] == [node.id for node in review.outline]


@pytest.fixture
def plans(project):
    """The steps of each statement that asks the index for words, as SQLite plans them."""
    found = []

    def explain(connection, cursor, statement, parameters, *_):
        if "MATCH" in statement and "EXPLAIN" not in statement:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.append([row.detail for row in rows if row.parent == 0])

    with project.reading() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", explain)
    yield found
    event.remove(engine, "before_cursor_execute", explain)


def test_words_alone_are_looked_for_once(project, review, plans):
    assert project.search(Criteria("inspect"))
    assert len(plans) == 1


def test_the_numbers_beside_the_filters_go_through_the_hits_once(project, review, plans):
    counts = project.facets(Criteria("inspect", slots={Slot.FORCE: frozenset({3})}))
    assert (counts.total, counts.slots[Slot.FORCE]) == (5, {3: 5})
    assert len(plans) == 1


def test_of_hits_with_a_label_none_makes_all_hits_be_gone_through_again(project, review, plans):
    project.search(Criteria("inspect", slots={Slot.ROLE: frozenset({"recommendation"})}))
    for steps in plans:
        assert [step.split()[0] for step in steps].count("SCAN") == 1, steps


def test_of_too_many_hits_those_that_were_stored_first_come_in_order(project, review, monkeypatch):
    monkeypatch.setattr(searching, "MANY", 3)
    hits = project.search(Criteria("inspect"), limit=2)
    assert [hit.node for hit in hits] == [node.id for node in review.outline if "inspect" in node.text][:2]


def test_without_words_all_that_lies_within_the_bounds_is_found(project, review):
    ada, where = project.person("Ada"), review.document.id
    everything = [node.id for node in review.outline]
    assert found(project, "", documents=frozenset({where})) == everything
    assert found(project, " ", kinds=frozenset({Kind.SECTION})) == everything[:1]
    project.apply(editing.accept(review, ada, [everything[2]]), where, ada).result()
    assert found(project, "", slots={Slot.STATUS: frozenset({"accepted"})}) == [everything[2]]
    assert found(project, "") == []


def test_what_a_person_reviewed_on_a_day_is_found_and_counted(project, review):
    ada, ben, where = project.person("Ada"), project.person("Ben"), review.document.id
    first, second, third = [node.id for node in review.outline][2:5]
    project.apply(editing.accept(review, ada, [first, second]), where, ada).result()
    project.apply(editing.flag(review, ben, [third]), where, ben).result()
    today = datetime.now().date()
    assert found(project, "", people=frozenset({ada.id})) == [first, second]
    assert found(project, "", people=frozenset({ben.id}), days=frozenset({today})) == [third]
    assert found(project, "", days=frozenset({today - timedelta(days=1)})) == []
    work = project.work_done()
    assert [(one.day, one.name, one.entries) for one in work] == [(today, "Ben", 1), (today, "Ada", 2)]
    assert project.work_done({"another"}) == []
    project.take_out(where).result()
    assert project.work_done() == []


@pytest.fixture
def _in_central_europe(monkeypatch):
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_in_central_europe")
def test_the_day_on_which_clocks_go_back_has_its_last_hour_and_the_next_its_first(project, review):
    ada, where = project.person("Ada"), review.document.id
    late, early = [node.id for node in review.outline][2:4]
    times = {late: datetime(2025, 10, 26, 22, 30, tzinfo=UTC), early: datetime(2025, 10, 26, 23, tzinfo=UTC)}
    said = [Decision(DecisionKey(node, Slot.STATUS, ada.id), "accepted", at) for node, at in times.items()]
    project.apply(Edit("say", tuple(DecisionChange(None, one) for one in said)), where, ada).result()
    sunday, monday = date(2025, 10, 26), date(2025, 10, 27)
    assert [(one.day, one.entries) for one in project.work_done()] == [(monday, 1), (sunday, 1)]
    assert found(project, "", days=frozenset({sunday})) == [late]
    assert found(project, "", days=frozenset({monday})) == [early]


def test_an_entry_with_two_recommendations_is_found_and_counted_by_what_either_asks(project, review):
    ada, where = project.person("Ada"), review.document.id
    node = list(review.outline)[3].id
    for frame, value in enumerate((["states-parties"], ["states-parties", "secretariat"])):
        said = Decision(DecisionKey(node, Slot.ADDRESSEES, ada.id, frame), value)
        before = review.decision(said.key)
        project.apply(Edit("say", (DecisionChange(before, said),)), where, ada).result()
    one = Criteria("", documents=frozenset({where}))
    counts = project.facets(one, ada).slots[Slot.ADDRESSEES]
    others = project.facets(one, project.person("Ben")).slots[Slot.ADDRESSEES]
    assert counts["secretariat"] == others["secretariat"] == 1
    assert found(project, "", slots={Slot.ADDRESSEES: frozenset({"secretariat"})}) == [node]
    with project.reading() as connection:
        everybody = connection.exec_driver_sql("SELECT count(*) FROM node").scalar()
    assert counts["states-parties"] <= everybody


@pytest.mark.parametrize("word", ["inspect ", "\u0643\u0644\u0645\u0629 ", "\u4e95"])
def test_a_page_that_was_pasted_finds_what_begins_like_it(project, review, word):
    """The database takes no condition of thousands of words, and no pattern of 50,000 letters."""
    retext(project, review, word * 1200)
    node = list(review.outline)[1].id
    query = word * 50_000
    assert node in found(project, query)
    assert project.found_in(query, node)[0].start == 0
    assert project.facets(Criteria(query)).total > 0


@pytest.mark.parametrize("query", ["inspect\x00", "\ud800 inspect"])
def test_what_is_no_text_in_a_query_is_passed_over(project, review, query):
    assert found(project, query) == found(project, "inspect") != []
