"""The words that a search over all reports found are marked on the page of the result that was chosen."""

from __future__ import annotations

from gui.page.overlays import Overlay


def over_two_pages(review):
    """An item that a page breaks: its last word alone stands on the second one."""
    node = next(node for node in review.outline if node.text.endswith("at the harbours concerned;"))
    assert node.anchor.regions[-1].page == node.page + 1
    return node, "concerned"


def choose(stage, words, node_id):
    """Types words into the search and goes to the result that is this entry."""
    panel = stage.window.search
    stage.press("search")
    panel.field.setText(words)

    def lines():
        return [line for line in panel.results.lines.lines if line.data is not None and line.key == node_id]

    stage.wait_for(lambda: bool(lines()), "the results")
    panel.results.chosen.emit(lines()[0])


def marked(stage, page):
    """The words that are marked on a page."""
    view = stage.window.page_view
    here = [region for region in view.canvas.found if region.page == page]
    layer = view.texts.get(page)
    return [layer.words[index].text.strip(".,;") for index in layer.within(here)] if here else []


def test_the_words_are_marked_and_come_into_sight_where_they_stand(stage):
    canvas = stage.window.page_view.canvas
    node, word = over_two_pages(stage.window.session.review)
    choose(stage, word, node.id)
    stage.wait_for(lambda: bool(canvas.found), "the words")
    stage.settle()
    assert marked(stage, node.page + 1) == [word]
    assert canvas.is_seen(canvas.found[0])
    text = stage.window.inspector.text
    assert word in [one.cursor.selectedText() for one in text.extraSelections()], "in the inspector, too"
    lit = stage.window.page_view.grab().toImage()
    stage.window.page_view.set_overlay(Overlay.HITS, False)
    assert stage.window.page_view.grab().toImage() != lit


def test_they_go_with_the_selection(stage):
    canvas = stage.window.page_view.canvas
    node, word = over_two_pages(stage.window.session.review)
    choose(stage, word, node.id)
    stage.wait_for(lambda: bool(canvas.found), "the words")
    stage.press("accept")  # goes on to the next one
    assert stage.window.session.current.id != node.id
    assert canvas.found == ()


def test_f3_leads_from_result_to_result_while_they_are_in_sight(stage):
    window, canvas = stage.window, stage.window.page_view.canvas
    panel = window.search
    stage.press("search")
    panel.field.setText("harbours")
    stage.wait_for(lambda: panel.results.lines.rowCount() > 2, "the results")
    wanted = [line.key for line in panel.results.lines.lines]
    seen = []
    for action_id in ("find-next", "find-next", "find-previous", "find-previous"):
        stage.press(action_id)
        seen.append(window.session.current.id)
        stage.wait_for(lambda: bool(canvas.found), "the words")
    assert seen == [wanted[0], wanted[1], wanted[0], wanted[0]]
    stage.press("find")
    stage.press("find-next")
    assert window.session.current.id == wanted[0]
    window.page_view.find_bar.close_bar()
    stage.press("side-doubts")
    stage.press("find-next")
    assert window.page_view.find_bar.isVisible()


def test_they_are_marked_in_a_report_that_is_opened_for_it(stage, pdf):
    session, canvas = stage.window.session, stage.window.page_view.canvas
    node, word = over_two_pages(session.review)
    document = session.review.document.id
    stage.import_files([pdf])
    stage.wait_for(lambda: session.review is not None and session.review.document.id != document, "the other")
    stage.settle()
    choose(stage, word, node.id)
    stage.wait_for(lambda: bool(canvas.found), "the words")
    assert session.review.document.id == document
    assert marked(stage, node.page + 1) == [word]
