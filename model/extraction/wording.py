"""Words by which the parts of a report are known, in all languages at once.

They stand in `resources/structure/LANGUAGE.toml`, where en.toml says what each key means.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence

import resources
from model.dates import BEHIND_YEAR, DAY, LINK

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "pt", "de", "it")
_FILES: Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]] = {
    language: tomllib.loads(resources.read_text("structure", f"{language}.toml")) for language in LANGUAGES
}


def all_of(section: str, key: str) -> list[str]:
    """What all languages have under a key."""
    return [one for file in _FILES.values() for one in file.get(section, {}).get(key, ())]


def _any(section: str, key: str) -> str:
    """One regular expression for what all languages have under a key."""
    return f"(?:{'|'.join(all_of(section, key))})"


def _begins(section: str, key: str, then: str = "") -> re.Pattern[str]:
    return re.compile(rf"^\s*{_any(section, key)}{then}", re.IGNORECASE)


# -- first pages -----------------------------------------------------------------------------------------

# "Distr.: General" and its kin: where they stand, the first page has a masthead.
DISTRIBUTION = _begins("masthead", "distribution")
ORIGINAL = _begins("masthead", "original")
ORGAN = re.compile(
    rf"^\s*(?:{_any('masthead', 'organ')}|{_any('masthead', 'organ_alone')}\s*$)", re.IGNORECASE
)
# What stands at the head of a page and names no body: "United Nations", in one row or two.
UNITED_NATIONS = re.compile(rf"\s*{_any('masthead', 'united_nations')}\s*", re.IGNORECASE)
# Masthead lines below the organ: session, agenda item, place and dates.
SESSION = re.compile(_any("masthead", "session"), re.IGNORECASE)
# Those of them that name the session or meeting, or the agenda's item.
SITTING = re.compile(_any("masthead", "sitting"), re.IGNORECASE)
OFFICIAL_RECORDS = _begins("masthead", "official_records")
AGENDA = re.compile(rf"^\s*(?:\w+ )?{_any('masthead', 'agenda')}", re.IGNORECASE)
# "64th plenary meeting", "9561st meeting": what a record of speeches is called.
RECORD = _any("masthead", "record")
MEETING = _begins("masthead", "record", r"\s*$")
# The notice at the foot of a record's first page.
STANDING = _begins("masthead", "record_notice")
# Titles that programs give to a file of their own accord, the file's name among them.
MADE_UP = re.compile(
    rf"{_any('front', 'made_up_titles')}[ -]?\d*|\S+\.(?:docx?|pdf|pptx?|rtf|odt|indd|qxd|xlsx?)",
    re.IGNORECASE,
)
CONTENTS = _begins("front", "contents", rf"\s*(?:\(.{{3,20}}\))?(?:\s+{_any('front', 'columns')})*\s*$")
# "Contents of chapter 9": of a part with its numeral, above entries that lead to pages. Without one it is
# another thing: "Índice de precios".
CONTENTS_OF = _begins("front", "contents", r"(?:\s+[\w’']+){1,5}\s+(?:\d{1,2}|(?-i:[IVXL]{1,5}|[A-Z]))\s*$")
IMPRINT = re.compile(rf"©|\bISBN\b|{_any('front', 'imprint')}", re.IGNORECASE)
# The headings of a page about those who made the report: of its imprint ("Contacts"), and the others
# ("Current membership").
IMPRINT_HEADING = _begins("front", "imprint_headings", r"\s*$")
ABOUT_MAKERS = _begins("front", "about_makers", r"\s*$")
SERIAL = re.compile(r"^\s*(?:ISSN|ISBN|e-?ISSN|e-?ISBN|Sales No)\b", re.IGNORECASE)
# An address: "www.example.org", "Tel.: (+41) 22".
TELEPHONE = re.compile(rf"\b{_any('front', 'telephone')}\W{{1,6}}\d", re.IGNORECASE)
ADDRESS = re.compile(rf"www\.|@|http|{TELEPHONE.pattern}", re.IGNORECASE)
# What is stamped on a first page or printed over it: "RECEIVED", "Confidential", "Embargoed until noon".
STAMP = _begins("front", "stamp", r"[\s.!*]*$")
# "[4 April 2025]" above a contents list: when the report was done, not "[Adopted on 4 April 2025]".
DATELINE = re.compile(
    rf"^\s*\[\s*(?!{_any('front', 'adopted')})(?=[^\]]*\b\d{{1,2}}\b)"
    r"[^\]]{3,24}\b(?:19|20)\d\d\b[^\]]{0,6}\]\s*$",
    re.IGNORECASE,
)
BYLINE = re.compile(rf"^\s*\(?{_any('front', 'byline')}", re.IGNORECASE)
# What a letter circulated as a document is called.
LETTER = _begins("front", "letter")
# "Dear Madam Speaker,", "Excelencia:": with what a letter begins.
SALUTATION = re.compile(
    rf"^\s*(?:{_any('front', 'salutation')}.{{0,70}}[,:،：]|{_any('front', 'salutation_whole')})\s*$",
    re.IGNORECASE,
)
# "From: ...", "Subject: ...": the head of a memorandum.
SENDER, SUBJECT = _begins("front", "sender"), _begins("front", "subject")
# What is printed over a letter that sends a report.
TRANSMITTAL = _begins("front", "transmittal", r"\s*$")
REPORT_OF = re.compile(rf"^\s*(?:\w+ )?{_any('front', 'report')}", re.IGNORECASE)
# Who reports: a parliament, one of its houses or committees, above a report's title.
COMMITTEE = _begins("front", "committee", r"\s*(?:\(.{4,9}\))?\s*$")
# A name that begins or ends with what bodies are and says nothing more is whose report it is.
_ARTICLE = f"{_any('front', 'article')}?"
_NO_SENTENCE = rf"(?!.*\s{_any('front', 'says')}\s)"
BODY = re.compile(
    rf"^\s*{_NO_SENTENCE}"
    rf"(?:{_ARTICLE}(?:[\w&’'/,-]+\s+){{0,6}}(?:{_any('front', 'body')}|{_any('front', 'body_last')})"
    rf"|{_ARTICLE}(?:\w+ )?{_any('front', 'body')}(?: [\w&’',-]+){{0,12}}"
    rf"|{_any('front', 'body_whole')})\s*(?:\([^)]{{2,12}}\)|(?:19|20)\d\d)?\s*$",
    re.IGNORECASE,
)
# "Report of the Economic and Social": all before whom it names.
UP_TO_ARTICLE = re.compile(rf".*\s{_any('front', 'article')}", re.IGNORECASE)
# What documents are called.
DOCUMENT = re.compile(rf"\b{_any('front', 'document')}\b|{_any('front', 'document_part')}", re.IGNORECASE)
# "Second report on small harbours", "Report of the inquiry into ...": what it is about, not whose it is.
_NO_BODY = rf"(?!{_any('front', 'body')}\b|{_any('front', 'body_last')}\b)"
ABOUT = re.compile(
    rf"^\s*(?:[\w’'-]+\s+){{0,3}}{_any('front', 'document')}(?:\s+{_NO_BODY}[\w’'-]+){{0,3}}\s+"
    rf"{_any('front', 'about')}\b",
    re.IGNORECASE,
)
# "ON THE SMALL HARBOURS BILL", below "REPORT".
ONWARD = _begins("front", "about", r"\s")
# "Volume 2", "Tome II : Annexes", "Part one": which of a report's volumes it is.
_NUMBER_WORDS = "|".join([word for words in all_of("numerals", "words") for word in words.split()])
PART = re.compile(
    rf"^\s*(?:{_any('front', 'part')}\s*(?:\d{{1,2}}|[IVX]{{1,5}}|[A-E]|{_NUMBER_WORDS})\b"
    rf"|{_any('front', 'part_whole')}\s*$)",
    re.IGNORECASE,
)
HEADING = re.compile(
    r"^\s*(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s|[一二三四五六七八九十]{1,3}\s?[、.．]"
    rf"|{_any('numerals', 'ordinals')}ً?\s*[-–—]"
    rf"|{_any('front', 'heading')})",
    re.IGNORECASE,
)
# They are no longer, where they stand alone.
_OPENING = 30
# What counts within what is counted ("140.219", "1.1"): a paragraph, an item or a heading, never a title.
DOTTED_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})+\.?\s")
# "三、", "三.": the number of a Chinese heading.
CHINESE_NUMERAL = re.compile(r"^\s*[一二三四五六七八九十]{1,3}\s?[、.．]")
# "Albania, Brazil and Fiji: draft resolution": who proposes, above the title of what is proposed.
PROPOSED = re.compile(rf":\s*{_any('front', 'proposed')}[*∗]*\s*$", re.IGNORECASE)
# "CONSIDERATION OF REPORTS SUBMITTED BY STATES": the agenda's item above a title in the older mastheads.
CONSIDERED = _begins("front", "considered")
RESOLUTION = _begins("front", "resolution")
# A part of a larger report: what an excerpt begins with.
CHAPTER = _begins("front", "chapter")
# What heads a report's annexes together.
ANNEXES = re.compile(rf"\W*{_any('front', 'annexes')}\W*", re.IGNORECASE)
# "Adopted by the Security Council at its ... meeting": text below a resolution's title.
ADOPTED = _begins("front", "adopted")
# The name of a series ("AVIATION INVESTIGATION REPORT A11F0012"): what kind of report, not which. Kinds are
# told by nouns set one before the other; "Follow-up of the port review" is about one review.
SERIES = re.compile(
    rf"(?:(?!{_any('front', 'not_before_series')}\s)[\w&'’-]+\s+){{0,5}}\w*{_any('front', 'series')}"
    r"(?:\s+[A-Z]*[-\d][\w/–-]*)?\s*$",
    re.IGNORECASE,
)
# A report's number in its series: "Informe Defensorial N.° 231".
NUMBERED = re.compile(
    rf"\s*(?:[\w-]+\s+)?{_any('front', 'document')}(?:\s+[\w-]+){{0,3}},?"
    r"\s+(?:n\.?\s?[°ºo]\.?|nr\.?|№|number)\s?\d[\w/.-]*(?:\s/\s\d+)?\s*$",
    re.IGNORECASE,
)
# A title that names nothing but the kind of report: "Investigation report", "Rapport d'accident".
KIND = re.compile(rf"{SERIES.pattern}|{_any('front', 'kind')}\s*$", re.IGNORECASE)
# What an investigation is of: its title goes on with where and when that happened.
OCCURRENCE = re.compile(rf"\b{_any('front', 'occurrence')}\b", re.IGNORECASE)
# Words in small letters within names of people and bodies.
WITHIN_NAMES = frozenset(all_of("front", "within_names"))
# Those within titles in capitals that tell what a report is about.
WITHIN_TITLES = frozenset(all_of("front", "not_before_series"))

# -- edges of pages --------------------------------------------------------------------------------------

PAGE_NUMBER = re.compile(
    rf"^{_any('edges', 'page')}?\s*[-–—|•«»‹›~]*\s*(?P<number>\d{{1,4}}|[ivxl]{{1,7}})"
    rf"(?:\s*(?:/|{_any('edges', 'of_pages')})\s*(?P<count>\d{{1,4}}))?\s*[-–—|•«»‹›~]*$",
    re.IGNORECASE,
)
# A small Roman page number beside its word or a divider: "Page iv", "Report | iv", "iv | Report"; no spaces.
ROMAN_PAGE = re.compile(rf"({_any('edges', 'page')}|[|•·])[ivxl]{{1,7}}$|^[ivxl]{{1,7}}(?=[|•·])")
RECYCLE = re.compile(_any("edges", "recycle"), re.IGNORECASE)
# "(continued on next page)", "Fortsetzung nächste Seite ...", "/..."
OVERLEAF = re.compile(rf"\W*{_any('edges', 'overleaf')}\W*|/\s?[.…]{{1,3}}|[.…]{{1,3}}\s?/", re.IGNORECASE)
# "[This page intentionally left blank]"
BLANK = re.compile(rf"\W*{_any('edges', 'blank')}\W*", re.IGNORECASE)

# -- text ------------------------------------------------------------------------------------------------

# What notes at the end stand below.
NOTES = re.compile(
    rf"\W*(?:(?:\d{{1,2}}|[IVX]{{1,5}}|[A-Z])[.)]?\s+)?{_any('text', 'notes')}\s*:?\s*", re.IGNORECASE
)
# After the word stands a number, no word of a sentence ("table below") that may go on ("Table 4, ...").
TABLE_CAPTION = re.compile(
    rf"^(?:annex\s+)?{_any('text', 'table')}\s*(?:n\.?\s?[°º]\s*)?"
    r"(?:(?-i:[\dIVXLA-C](?![a-z]{2}))[\w.\-]*+\s*+[.:—–|]?+|[.:])(?!\s*[,;)])",
    re.IGNORECASE,
)
FIGURE_CAPTION = re.compile(
    rf"^{_any('text', 'figure')}\s*(?:n\.?\s?[°º]\s*)?(?:\d[\w.\-]*|[IVXL]+\b|[A-Z]\b|[.:])", re.IGNORECASE
)
# "Box 3: How it was done"; `text` is what follows the number.
BOXED = re.compile(
    rf"\s*{_any('text', 'box')}\s*(?:\d{{1,3}}|[IVX]{{1,5}}|[A-Z])\b\s*[.:：–—-]?\s*(?P<text>.*)",
    re.IGNORECASE,
)
SOURCE = re.compile(rf"^{_any('text', 'source')}\s?[:：]", re.IGNORECASE)
# What a resolution's preamble says: its clauses are paragraphs also where letters count them.
RECITAL = re.compile(rf"\W*{_any('text', 'recital')}\b", re.IGNORECASE)
# Over the paragraphs that explain an article of a draft.
COMMENTARY = re.compile(rf"\W*{_any('text', 'commentary')}\W*", re.IGNORECASE)
# After these a document is given in full, whose paragraphs have numbers of their own.
QUOTES = re.compile(rf"\b{_any('text', 'quotes')}\s*[:：]\s*$", re.IGNORECASE)
# "Agenda item 13 (continued)"
CONTINUED = re.compile(rf"\s*[(（]{_any('text', 'continued')}[)）]", re.IGNORECASE)
# What may stand beside a label and its number and is no title: that, or "Point 13 de l’ordre du jour".
BESIDE_LABEL = re.compile(rf"\s*{_any('labels', 'of_agenda')}|{CONTINUED.pattern}", re.IGNORECASE)
# The same with any signs around it, at a row's end: "Table 3 – continued".
ENDS_CONTINUED = re.compile(rf"(?:^|\W){_any('text', 'continued')}\W*$", re.IGNORECASE)
# The line below a resolution's title: by whom and when it was adopted.
ADOPTED_BELOW = re.compile(rf"\W*{_any('text', 'adopted_below')}", re.IGNORECASE)
# "34th meeting / 8 July 2025", below a resolution: where and when it was adopted.
ADOPTED_AT = re.compile(
    rf"\W*{RECORD}\W+"
    rf"{DAY}(?: {LINK})? [^\W\d]{{3,12}}(?: {LINK})? (?:19|20)\d\d(?: {BEHIND_YEAR})?\W*",
    re.IGNORECASE,
)
# Parts of a report that stand beside its chapters, however their headings are set.
BESIDE_CHAPTERS = frozenset(all_of("text", "beside_chapters"))
# Headings of what stands in front of the chapters: those, and "Executive summary", "Key findings".
FRONT_MATTER = re.compile(
    rf"\W*(?:{'|'.join(sorted(BESIDE_CHAPTERS))}|{_any('text', 'front_matter')})\W*", re.IGNORECASE
)
# Headings of lists of references, whose entries are items however long they are.
REFERENCES = re.compile(rf"\W*{_any('text', 'references')}\W*", re.IGNORECASE)
# "(Paragraph 45)", "(paras 50–52)", at a text's end: where it is treated.
CROSS_REFERENCE = re.compile(
    rf"[(\[（](?:{_any('text', 'cross_references')}|§+)\W{{0,3}}\d[^()\[\]（）]*[)\]）]\W*$", re.IGNORECASE
)
# The same as a row of its own: "Paragraphs 2.5 and 2.6".
CROSS_REFERENCE_ROW = re.compile(
    rf"\W*{_any('text', 'cross_references')}\W{{0,3}}\d{{1,3}}\.\d[\d.]*"
    r"(?:(?:\W{1,3}|\s\w{1,3}\s)\d[\d.]*)*\W*",
    re.IGNORECASE,
)
# Headings of lists of abbreviations, whose entries are a table.
ABBREVIATIONS = re.compile(rf"\W*{_any('text', 'abbreviations')}\W*", re.IGNORECASE)
# Forms of address that open the entries of a delegation's list.
PERSON = re.compile(rf"\s*{_any('text', 'person')}\b\.?\s+\S")
# "(Signed) A. Koulibaly": a name, with the post below it.
SIGNED = re.compile(rf"\W*{_any('text', 'signed')}\W+\w", re.IGNORECASE)
# "CHAIR: MS. A. MILLER", "Vice-President and Rapporteur: Ana Pires (Brazil)": who held an office.
_OFFICERS = _any("text", "officers")
OFFICER_NAMED = re.compile(rf"\W*{_OFFICERS}(?:[\s-]\w{{1,3}}[\s-]{_OFFICERS})?\s?[:：]\s*\w", re.IGNORECASE)
# "CHAIRPERSON, COMMITTEE ON ROADS": the row below the name of who signs.
OFFICE = re.compile(rf"\W*{_OFFICERS}\s*(?:[,،，].*)?\W*", re.IGNORECASE)
# "President of the Well Board": the same with the body's name, below a name.
OFFICE_OF = re.compile(rf"\W*{_OFFICERS} [^.;:!?\d]{{2,80}}", re.IGNORECASE)
# "To the Ministry of Lands:" over what it is asked.
TO_WHOM = re.compile(rf"\W*{_any('text', 'to_whom')}\s\w", re.IGNORECASE)


def opens_report(text: str, above: str = "") -> bool:
    """Whether a row is nothing but what opens reports or stands beside their chapters ("Summary"), and no end
    of what stands above ("Background and" / "Introduction", "Executive" / "Summary", "Concept" / "note")."""
    text = text.strip()
    if len(text) > _OPENING or HEADING.fullmatch(text) is None:
        return False
    whole = f"{above.strip()} {text}"
    if above and (HEADING.fullmatch(whole) or KIND.fullmatch(whole)):
        return False
    return WITHIN_NAMES.isdisjoint(above.casefold().split()[-1:])
