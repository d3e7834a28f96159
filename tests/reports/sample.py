# ruff: noqa: E501 - running text reads better unbroken
"""The sample report that ships with the application: an invented body on the safety of small harbours.

`python -m tests.reports.sample` writes it again to resources/sample/report.pdf.
"""

from __future__ import annotations

from pathlib import Path

from tests.reports.blocks import Block, Contents, Heading, Masthead, PageBreak, Paragraph, Report, Table
from tests.reports.drawing import write
from tests.reports.sample_meeting import AFTER
from tests.reports.sample_recommendations import BEFORE
from tests.reports.styles import VIENNA, Style

TARGET = Path(__file__).resolve().parents[2] / "resources" / "sample" / "report.pdf"

MASTHEAD = Masthead(
    institution="Small Harbours Organization",
    organ=("Conference of the Parties to", "the Convention on the Safety", "of Small Harbours"),
    symbol="HARB/CONF/WG.2/2024/6",
    date="30 September 2024",
    body="Working Group on Harbour Data",
    session=("Third meeting", "Port Ellery, 10–13 September 2024", "Item 6 of the provisional agenda"),
    job_number="V.24-51873 (E)",
    job_dates="021024    031024",
    bar_code="*2451873*",
)

NOTES = {
    "1": "HARB/CONF/2022/11, annex I, decision 2/4.",
    "2": "See HARB/CONF/WG.2/2023/5, paras. 14–22, and the corrigendum thereto.",
    "3": "Figures reported by 41 of the 63 States parties in reply to the questionnaire of March 2024. Replies received "
    "after 1 June 2024 are not included.",
    "4": "A small harbour, for the purposes of the Convention, is one with fewer than 200 berths.",
    "5": "The statement is available on the web page of the third meeting.",
    "6": "One delegation asked that its position be reflected in the report.",
}

ANNEXES: tuple[Block, ...] = (
    PageBreak(),
    Heading(1, "Draft decision on harbour data", "I", label="Annex I"),
    Paragraph("<i>The Conference of the Parties</i>,", role="preambular"),
    Paragraph(
        "<i>Recalling</i> its decision 2/4, in which it established the Working Group on Harbour Data,",
        role="preambular",
    ),
    Paragraph(
        "<i>Noting with concern</i> that most accidents in small harbours are never reported to any authority,",
        role="preambular",
    ),
    Paragraph("<i>Welcomes</i> the report of the Working Group on its third meeting;", "1", "observation"),
    Paragraph(
        "<i>Urges</i> States parties to report accidents within ninety days;",
        "2",
        "recommendation",
        4,
        ("states-parties",),
    ),
    Paragraph(
        "<i>Requests</i> the Secretariat to publish the reports received once a year;",
        "3",
        "recommendation",
        4,
        ("secretariat",),
    ),
    Paragraph("<i>Decides</i> to review the present decision at its fifth session.", "4", "decision"),
    Heading(1, "List of documents before the Working Group", "II", label="Annex II"),
    Table(
        ("Document number", "Agenda item", "Title or description"),
        (
            ("HARB/CONF/WG.2/2024/1", "1 (b)", "Provisional agenda and annotations"),
            (
                "HARB/CONF/WG.2/2024/2",
                "2",
                "Background paper by the Secretariat on the reporting of accidents in small harbours",
            ),
            (
                "HARB/CONF/WG.2/2024/3",
                "3",
                "Background paper by the Secretariat on soundings and harbour charts",
            ),
            ("HARB/CONF/WG.2/2024/4", "4", "Note by the Secretariat on lights, signs and moorings"),
            ("HARB/CONF/WG.2/2024/CRP.1", "4", "Replies to the questionnaire on lights, signs and moorings"),
            ("HARB/CONF/WG.2/2024/L.1", "6", "Draft report"),
        ),
        (0.32, 0.15, 0.53),
    ),
)


def report() -> Report:
    title = "Report on the meeting of the Working Group on Harbour Data held in Port Ellery from 10 to 13 September 2024"
    blocks = (Contents(), PageBreak(), *BEFORE, *AFTER, *ANNEXES)
    return Report(MASTHEAD, title, blocks, NOTES)


def make(style: Style = VIENNA) -> bytes:
    return write(report(), style)[0]


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(make())
