"""A report with numbered recommendations, and the addendum that answers them."""

from __future__ import annotations

from dataclasses import replace

from tests.reports.blocks import Heading, Masthead, Paragraph, Report

SYMBOL = "HARB/REV/28/10"
_BEFORE = (
    "During the interactive dialogue, twelve delegations made statements on the safety of small harbours.",
    "Delegations welcomed the new law on lights and moorings, and the figures that were given on accidents.",
    "The recommendations formulated during the interactive dialogue and listed below will be examined by the "
    "State under review, which will provide responses in due time:",
)
_ASKED = (
    "Ratify the Convention on the Safety of Small Harbours as soon as possible (Norway);",
    "Consider ratifying the Protocol on Lights and Moorings (Chile);",
    "Establish a national authority for the safety of small harbours (Ghana);",
    "Strengthen the training of harbour masters in rescue at sea (Japan);",
    "Ratify the Convention on the Safety of Small Harbours without delay (Kenya);",
    "Take measures against trafficking in persons by way of small harbours (Peru);",
    "Publish the figures on accidents in small harbours every year (Malta);",
    "Continue its efforts to mend the lights of its oldest harbours (Fiji).",
)
_ANSWERS = (
    "The Government thanks the Working Group for its review of small harbours and gives its replies here.",
    "The Government accepts recommendations 128.1 and 128.5. Parliament will vote on it in the spring.",
    "Recommendation 128.2 is noted, for the Protocol is not yet in force.",
    "Recommendation 128.3 does not enjoy the support of the Government: such an authority is there already.",
)
_MASTHEAD = Masthead(
    institution="Small Harbours Organization",
    organ=("Harbour Council",),
    symbol=SYMBOL,
    date="7 March 2025",
    body="Harbour Council",
    session=("Twenty-eighth session", "Agenda item 6"),
    job_number="G.25-10233 (E)",
)


def review() -> Report:
    """Recommendations 128.1 to 128.8, below paragraph 128."""
    before = (Paragraph(text, str(number)) for number, text in enumerate(_BEFORE, 126))
    asked = (Paragraph(text, f"128.{number}", "recommendation") for number, text in enumerate(_ASKED, 1))
    blocks = (Heading(1, "Conclusions and/or recommendations", "II"), *before, *asked)
    return Report(_MASTHEAD, "Report of the Working Group on the Universal Review of Harbours", blocks)


def addendum() -> Report:
    """Answers to four of them."""
    paragraphs = (Paragraph(text, str(number)) for number, text in enumerate(_ANSWERS, 1))
    masthead = replace(_MASTHEAD, symbol=f"{SYMBOL}/Add.1", date="2 June 2025", job_number="G.25-20411 (E)")
    title = "Views on conclusions and recommendations, and replies presented by the State under review"
    return Report(masthead, title, tuple(paragraphs))
