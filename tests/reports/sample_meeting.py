# ruff: noqa: E501 - running text reads better unbroken
"""Second half of the sample report: how the meeting was organized, and the adoption of the report."""

from __future__ import annotations

from tests.reports.blocks import Block, Heading, Item, Paragraph


def _procedural(text: str, number: str) -> Paragraph:
    return Paragraph(text, number, "procedural")


def _agenda(text: str, number: str, level: int = 1) -> Item:
    return Item(text, number, level, level == 1, "procedural")


AFTER: tuple[Block, ...] = (
    Heading(1, "Organization of the meeting", "IV"),
    Heading(2, "Opening of the meeting", "A"),
    _procedural(
        "The third meeting of the Working Group on Harbour Data was held in Port Ellery from 10 to 13 September 2024. "
        "Seven meetings were held in all.",
        "25",
    ),
    _procedural(
        "The meeting was opened by the Chair of the Working Group, Ilse Marrow (Norway), who made an opening statement.",
        "26",
    ),
    _procedural(
        "Opening statements were made by the representatives of Chile, Ghana, Iceland and Viet Nam. The observer for "
        "the League of Island Pilots also made a statement.",
        "27",
    ),
    Heading(2, "Election of officers", "B"),
    _procedural(
        "At its first meeting, on 10 September, the Working Group elected the following officers:", "28"
    ),
    Item("Chair:", "", role="procedural"),
    Item("Ilse Marrow (Norway)", "", 2, role="procedural"),
    Item("Vice-Chairs:", "", role="procedural"),
    Item("Kwabena Oduro (Ghana)", "", 2, role="procedural"),
    Item("Lucía Ferrand (Chile)", "", 2, role="procedural"),
    Item("Rapporteur:", "", role="procedural"),
    Item("Tran Minh Hai (Viet Nam)", "", 2, role="procedural"),
    Heading(2, "Adoption of the agenda and organization of work", "C"),
    _procedural(
        "At the same meeting, the Working Group adopted by consensus the following provisional agenda and "
        "organization of work:",
        "29",
    ),
    _agenda("Organizational matters:", "1"),
    _agenda("Opening of the meeting;", "a", 2),
    _agenda("Adoption of the agenda and organization of work.", "b", 2),
    _agenda("Reporting of accidents.", "2"),
    _agenda("Soundings and harbour charts.", "3"),
    _agenda("Lights, signs and moorings.", "4"),
    _agenda("Other matters.", "5"),
    _agenda("Adoption of the report.", "6"),
    Heading(2, "Attendance", "D"),
    _procedural(
        "The following States parties to the Convention were represented at the meeting: Albania, Argentina, "
        "Australia, Bahamas, Barbados, Belgium, Brazil, Cabo Verde, Canada, Chile, Croatia, Cyprus, Denmark, Ecuador, "
        "Estonia, Fiji, Finland, France, Ghana, Greece, Iceland, Indonesia, Ireland, Italy, Jamaica, Japan, Kenya, "
        "Latvia, Malta, Mauritius, Mexico, Morocco, Netherlands (Kingdom of the), New Zealand, Norway, Panama, Peru, "
        "Philippines, Portugal, Republic of Korea, Senegal, Spain, Sri Lanka, Sweden, Tonga, Tunisia, United Republic "
        "of Tanzania, Uruguay, Vanuatu and Viet Nam.",
        "30",
    ),
    _procedural(
        "The following States signatories to the Convention were represented by observers: Bangladesh, Colombia and "
        "Thailand.",
        "31",
    ),
    _procedural(
        "The following intergovernmental organizations were represented by observers: Northern Harbours Commission "
        "and Organization for Coastal Charts.",
        "32",
    ),
    _procedural("A list of participants is contained in document HARB/CONF/WG.2/2024/INF/1.", "33"),
    Heading(2, "Documentation", "E"),
    _procedural("The documents before the Working Group are listed in annex II to the present report.", "34"),
    Heading(1, "Adoption of the report", "V"),
    Paragraph(
        "Some States parties raised the issue of the status of the draft decision contained in annex I.<n>6</n>",
        "35",
        "statement",
    ),
    _procedural(
        "On 13 September 2024, the Working Group adopted the report on its meeting (HARB/CONF/WG.2/2024/L.1), as "
        "orally amended.",
        "36",
    ),
)
