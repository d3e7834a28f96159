# ruff: noqa: E501 - running text reads better unbroken
"""First half of the sample report: introduction, recommendations, deliberations."""

from __future__ import annotations

from tests.reports.blocks import Block, Heading, Item, Paragraph

_PARTIES = ("states-parties",)


def _asks(text: str, number: str, force: int, *addressees: str) -> Paragraph:
    return Paragraph(text, number, "recommendation", force, addressees or _PARTIES)


def _asked(text: str, number: str, force: int, *addressees: str, level: int = 1) -> Item:
    return Item(text, number, level, False, "recommendation", force, addressees or _PARTIES)


BEFORE: tuple[Block, ...] = (
    Heading(1, "Introduction", "I"),
    Paragraph(
        "Pursuant to decision 2/4 of the Conference of the Parties to the Convention on the Safety of Small Harbours,"
        "<n>1</n> the Working Group on Harbour Data was established to advise and assist the Conference in the "
        "implementation of its mandate with regard to the collection and exchange of data on small harbours. Its "
        "members serve for four years; the Secretariat provides its services from Port Ellery.",
        "1",
        "background",
    ),
    Paragraph(
        "The first and second meetings of the Working Group were held in 2022 and 2023.<n>2</n> They dealt with the "
        "definition of an accident, with the first round of soundings and with the form in which harbour masters "
        "report. At the second meeting, a group of experts compared the forms in use in twelve harbours and drew up one "
        "that can be filled in within a quarter of an hour. That form was tried for a year in nine harbours on three "
        "seas; it is contained in the manual of the Secretariat.",
        "2",
        "background",
    ),
    Paragraph(
        "Some 1,900 harbours in the area of the Convention fall within its scope. In 2023, 312 accidents were reported "
        "in them, 27 of which were fatal.<n>3</n> The number of accidents that are never reported is not known. "
        "Small harbours take in about two thirds of all fishing vessels and nearly all ferries to islands. Most of them "
        "have no harbour master who is present by night, and fewer than half have a chart that is younger than ten "
        "years. An island that loses its harbour for one winter loses, on average, one fifth of its trade in that year "
        "and one tenth in the next.",
        "3",
        "background",
    ),
    Heading(1, "Recommendations", "II"),
    Paragraph("The Working Group adopted the recommendations provided below.", "4", "decision"),
    Heading(2, "General recommendations", "A"),
    _asks(
        "States parties should designate one authority that receives reports on accidents from every small harbour"
        "<n>4</n> in their territory, and should make its address known to harbour masters, owners of vessels and "
        "the public. The authority should acknowledge each report within thirty days and tell those who made it what "
        "was done about it.",
        "5",
        3,
    ),
    _asks(
        "States parties shall report to the Secretariat, not later than 31 March of each year, the number of accidents "
        "that were recorded in their small harbours in the year before, with the kind of vessel, the cause where it is known, and "
        "what was done so that it does not happen again.",
        "6",
        5,
    ),
    _asks(
        "The Working Group requested the Secretariat to publish the data received in a form that can be read by "
        "machines, free of charge, within existing resources.",
        "7",
        4,
        "secretariat",
    ),
    _asks(
        "States parties are encouraged to exchange harbour charts with neighbouring States, in accordance with their "
        "national legislation.",
        "8",
        2,
    ),
    _asks(
        "States parties may wish to appoint a liaison officer for each harbour in which more than ten accidents were "
        "recorded in one year, and to give that officer a voice in the affairs of the harbour.",
        "9",
        1,
    ),
    _asks(
        "The Working Group recommended to the Conference that the following topics, among others, be considered at "
        "future meetings of the Working Group:",
        "10",
        3,
        "parent-body",
    ),
    _asked("Accidents of vessels without a crew, including those that are towed;", "a", 3, "parent-body"),
    _asked(
        "Practical measures to keep harbour entrances open in winter, in particular:", "b", 3, "parent-body"
    ),
    _asked("The marking of ice and of drifting timber;", "i", 3, "parent-body", level=2),
    _asked(
        "The exchange of forecasts between harbour masters, including by radio, where no other means of communication "
        "is available or where it cannot be relied upon in bad weather, and the translation of such forecasts into the "
        "languages of the crews that call at the harbours concerned;",
        "ii",
        3,
        "parent-body",
        level=2,
    ),
    _asked("The training of pilots;", "iii", 3, "parent-body", level=2),
    _asked(
        "The effects of dredging on moorings and on the depth of water alongside quays;",
        "c",
        3,
        "parent-body",
    ),
    _asked("Lights that fail during storms.", "d", 3, "parent-body"),
    Heading(2, "Good practices in the reporting of accidents", "B"),
    _asks(
        "States parties must ensure that nobody is punished, dismissed or otherwise put at a disadvantage for having "
        "reported an accident in good faith.",
        "11",
        5,
    ),
    _asks(
        "States parties should use the form contained in the manual of the Secretariat, and should translate it into "
        "the languages that are spoken in the harbours concerned.",
        "12",
        3,
    ),
    _asks(
        "States parties are invited to take the following steps, as appropriate, before the fourth meeting of the "
        "Working Group:",
        "13",
        2,
    ),
    _asked("To review the reports of the past five years for accidents of the same kind;", "a", 2),
    _asked(
        "To consult fishers, the owners of ferries, rescue services and the operators of marinas on how the reporting "
        "of accidents could be made easier, and to share the results of those consultations with the other States "
        "parties, with the Secretariat and with the harbours themselves;",
        "b",
        2,
    ),
    _asked("To open a telephone line for reports by night.", "c", 2),
    _asks(
        "The Working Group urged States parties that have not yet replied to the questionnaire to do so without delay.",
        "14",
        4,
    ),
    Heading(2, "Good practices in soundings, lights and moorings", "C"),
    _asks(
        "Intergovernmental organizations and regional organizations are encouraged to lend sounding equipment to "
        "States parties upon request.",
        "15",
        2,
        "un-igo",
        "regional-org",
    ),
    _asks(
        "The private sector, academia and civil society may consider contributing soundings of their own, provided "
        "that the method by which these were taken is described.",
        "16",
        1,
        "private-sector",
        "academia",
        "civil-society",
    ),
    _asks(
        "States parties should ensure that the depth of water alongside each public quay is measured at least once "
        "every three years and that the result is posted at the harbour entrance.",
        "17",
        3,
    ),
    _asks(
        "The Working Group requested the Secretariat to prepare, for consideration at its fourth meeting, model "
        "instructions for the inspection of lights and moorings.",
        "18",
        4,
        "secretariat",
    ),
    Heading(1, "Summary of deliberations", "III"),
    Heading(2, "Reporting of accidents", "A"),
    Paragraph(
        "One speaker said that in her country harbour masters had reported twice as many accidents since the form had "
        "been cut to a single page. Another speaker recommended that reports should be accepted without a name.",
        "19",
        "statement",
    ),
    Paragraph(
        "Several speakers stressed that the fear of losing a licence was the main reason why accidents were not "
        "reported. Some delegations considered that a period of ninety days was too short for remote islands. "
        "They described how forms that had been filled in with care were found years later in a drawer, and how crews "
        "had then stopped reporting anything. Several of them wished for a short reply to every report, in the language "
        "in which it was written, so that those who had made it knew that it had been read.",
        "20",
        "statement",
    ),
    Paragraph(
        "The representative of the Secretariat explained how the data were stored and who had access to them.<n>5</n> "
        "In the first month 41 harbours had sent in their data. These were checked for mistakes, compared with the "
        "registers of rescue services and then published, without the names of persons or vessels.",
        "21",
        "statement",
    ),
    Heading(2, "Soundings, lights and moorings", "B"),
    Heading(3, "Soundings", "1"),
    Paragraph(
        "Many speakers noted the lack of recent soundings. Reference was made to harbours in which the last survey "
        "had been carried out more than forty years earlier.",
        "22",
        "statement",
    ),
    Paragraph(
        "The Working Group observed that the cost of soundings had fallen markedly and that the lack of trained staff "
        "had become the greater obstacle.",
        "23",
        "observation",
    ),
    Heading(3, "Lights and moorings", "2"),
    Paragraph(
        "One panellist described a project in which lights had been fitted with sensors that reported a failure within "
        "the hour. In the discussion that followed, speakers raised the following points:",
        "24",
        "statement",
    ),
    Item("Sensors had to withstand salt water and frost;", "•", role="statement"),
    Item("The batteries of the lights had to be replaced every second year;", "•", role="statement"),
    Item("Small harbours could share one spare light between them.", "•", role="statement"),
    Paragraph(
        "It was also said that moorings should be inspected after every storm.",
        continues=True,
        role="statement",
    ),
)
