"""A language's words, as `lexicon_files` reads them from its file in `resources/operative/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from model.dates import LINK, MONTH
from model.suggestions.phrases import Bundle, Phrases
from model.suggestions.wordlists import Actor, Ask, Cue
from model.words import Words


@dataclass(frozen=True)
class Lexicon:
    """A language's words. Each field is named like its list in the language's file, and says what is in it.

    The parts are those of the list of this package's modules; what most of these share stands first and last.
    """

    # --- its grammar

    language: str  # its code, ISO 639-1
    cjk: bool  # written without spaces
    verb_first: bool  # the subject follows its verb, as in Arabic
    inverts: bool  # the subject follows its verb if something else opens the sentence, as in German
    drops_subject: bool  # a verb without a subject continues about the one before: "Asimismo solicitó"
    attributes_first: bool  # adjectives come before their noun
    joined: str  # "and", if it is written as part of the next word
    article: str  # the article, if it is written as part of its noun
    attached: dict[str, str]  # prepositions that are written as part of a name, without and with its article

    # --- tables with a value for each phrase

    # words that ask somebody to act, each with its force: "urges", "should", "is encouraged to"
    asks: Phrases[Ask]
    permitting: Phrases[Ask]  # modals that advise in audits, and permit elsewhere: "may ensure"
    openers: Phrases[Ask]  # verbs that open an operative paragraph or a listed recommendation, and ask
    actions: Phrases[str]  # the category of an action, "1" to "5"
    cues: Phrases[Cue]  # words that speak for a role, with their weight: "the meeting was opened"
    actors: Phrases[Actor]  # words for somebody, and whether they can be asked
    offices: Phrases[Actor]  # words for the organs of a State in a report made inside it
    heads: Phrases[Actor]  # what names of bodies are headed by: "Directorate", "Limited"
    compounds: dict[str, Actor]  # endings of compounds that name somebody: "Verkehrsministerium"
    leaning: Phrases[str]  # signs that a plain sentence is a finding: "denying", "contrasting", "explaining"
    headings: Phrases[str]  # words of headings, with what their sections are for: "Conclusions"
    whole_headings: dict[str, str]  # headings that say what their section is for by nothing else: "Condition"
    kinds: Phrases[str]  # what titles call kinds of reports

    # --- whose report it is

    concluding: Phrases[str]  # verbs whose subject is the reporting body
    itself: Phrases[str]  # what a report calls itself
    showing: frozenset[str]  # verbs by which a report finds something, rather than saying what is in it
    meeting: tuple[str, ...]  # those who act as one in the report of their meeting
    ministerial: tuple[str, ...]  # what a meeting of ministers is called
    summit: tuple[str, ...]  # what a meeting of heads of State is called
    leaders: tuple[str, ...]  # those who act as one in such a meeting
    together: frozenset[str]  # participants of a meeting, if they recommend as one
    staff_reports: tuple[str, ...]  # what reports written by an organization's staff are called
    staff: tuple[str, ...]  # what such a report calls its authors
    sessions: frozenset[str]  # words for the occasions on which a body meets
    sat: frozenset[str]  # those of them that are months apart and counted
    held: Phrases[str]  # verbs by which a session was held
    to_be_held: Phrases[str]  # verbs by which a meeting is to be held
    hosting: Phrases[str]  # words before whoever invited to a session: "at the invitation of"
    convening: Phrases[str]  # verbs by which "we, the ministers" say that they met
    passed: Phrases[str]  # how an agenda or a report is said to have been adopted
    gatherings: frozenset[str]  # meetings that divide into groups: "workshop"
    groups: frozenset[str]  # what these groups are called
    visitors: frozenset[str]  # those who visit a State for the reporting body
    rapporteurs: frozenset[str]  # those who report in their own name, and speak in the reports of others
    reports: frozenset[str]  # words for a report in a title, before its author; after it in Chinese
    bodies: frozenset[str]  # words for bodies that report as often as they are reported to
    reported_to: frozenset[str]  # bodies to which panels report, and which have groups below them
    authorities: frozenset[str]  # those whose State is named by an adjective: "the Ivorian authorities"
    numberless: tuple[str, ...]  # names that are the same in singular and plural
    united_nations: Phrases[str]  # words beside an organ's name that say it is the United Nations'
    union: frozenset[str]  # names of the European Union and of its reporting organs
    union_bodies: frozenset[str]  # what it calls its organs
    commissioned: frozenset[str]  # unions of States with a commission as their secretariat
    secretariats: frozenset[str]  # what these call that commission
    reporting: tuple[str, ...]  # how a title names an organ that reports; "_" stands for its name
    accused: tuple[str, ...]  # how a title names an organ that somebody complains of
    hereafter: tuple[str, ...]  # words that open a bracket with a short name
    legal_forms: tuple[str, ...]  # what names of companies end with, without a stop: "Ltd"
    methods: frozenset[str]  # what a study's section on methods is called
    criteria: frozenset[str]  # criteria of evaluations, after which their sections of findings are called
    reviewed: frozenset[str]  # formulas by which a review of a State sorts its recommendations
    on_behalf: tuple[str, ...]  # words before those for whom somebody speaks
    meant_for: frozenset[str]  # words before those whom a report is for
    chief_officers: frozenset[str]  # heads of organizations, whom their governing bodies ask as secretariats
    notes: frozenset[str]  # what those who serve a body call what they write for it: "the present note"
    writers: frozenset[str]  # words for the author in the first person

    # --- what stands where: headings, lists, labels

    announcing: Phrases[str]  # what a lead-in calls the recommendations below it
    findings: Phrases[str]  # what a lead-in calls the findings below it
    reciting: Phrases[str]  # verbs with which an instrument's words are given
    agenda: Phrases[str]  # what a lead-in calls an agenda below it
    routine: Phrases[str]  # what a session adopts, elects or takes note of as its business
    session_papers: Phrases[str]  # those of them that are papers: "agenda", "its report"
    tasks: Phrases[str]  # aims, functions, plans: lists of these recommend nothing
    following: Phrases[str]  # words that point at a list below
    annexes: Phrases[str]  # headings of what follows a resolution and is not part of it
    agenda_items: Phrases[str]  # words that number an item of the agenda, or a complaint, in a heading
    topical: frozenset[str]  # words for a subject in headings below recommendations: "Assessment"
    discussing: tuple[str, ...]  # what headings call a discussion
    gerunds: frozenset[str]  # words of headings that among gerunds name what is done: "Finding", "Plugging"
    status: Phrases[str]  # how far a recommendation has come
    labelled: re.Pattern[str]  # the label of a recommendation: "Recommendation 3: ..."
    labelled_findings: re.Pattern[str]  # the label of a finding: "Finding 3. ..."
    labelled_tasks: re.Pattern[str]  # the label of what somebody is to do: "ACTION: Clerk to write"
    responses: frozenset[str]  # words that label a reply, before or after the name of who replies
    preamble: Phrases[str]  # words that open a preambular paragraph: "Recalling"
    taken: frozenset[str]  # words beside measures that were taken and are no longer recommended
    into: frozenset[str]  # words with which a sentence continues in its list
    paragraphs: frozenset[str]  # words before the number of a paragraph: "para"
    views: frozenset[str]  # words for what speakers express without proposing anything

    # --- who decides, finds or says

    deciding: Phrases[str]  # verbs with which a body decides: "adopts", "elects"
    agreeing: tuple[str, ...]  # verbs that decide what follows their colon: "Leaders agreed:"
    noting: tuple[str, ...]  # verbs of taking note, which decide on a paper, and find a fact
    welcoming: Phrases[str]  # how a body finds good what it lists then: "welcomes"
    papers: Phrases[str]  # what a body takes note of as a decision
    decided: frozenset[str]  # words with which the text of a decision continues
    empowering: frozenset[str]  # verbs by which a mandate says what a body may or must do
    meaning: frozenset[str]  # verbs of intention: "we intend to", "we do not propose to"
    meant: frozenset[str]  # words among these: "do", "not"
    saying: Phrases[str]  # verbs of saying: "noted", "stressed"
    inserting: frozenset[str]  # what makes any verb, or none, one of saying after a comma: ", so Norland,"
    acting: frozenset[str]  # verbs of saying that report an act if its day is given
    doing: frozenset[str]  # verbs of saying that as often report an act
    pleading: frozenset[str]  # verbs of saying that only persons and bodies can do
    viewing: Phrases[str]  # how somebody, never something, has a view: "saw it otherwise", "told us"
    witnesses: frozenset[str]  # those who give evidence to an inquiry, and what they give: "submissions"
    recalling: frozenset[str]  # verbs with which a body says what holds anyway
    hearing: frozenset[str]  # those who may be named between a verb of saying and what is said
    continuing: Phrases[str]  # words that open a paragraph which continues what somebody said
    unnamed: Phrases[str]  # formulas for what somebody unnamed said at a meeting: "it was suggested that"
    according: Phrases[str]  # words before those whose opinion is given
    grounds: tuple[str, ...]  # words that open a clause which says why, not where, something is said

    # --- who asks, and in which words

    expecting: frozenset[str]  # verbs that ask only if they say whom
    could: frozenset[str]  # modals that as often only say what is possible
    possible: frozenset[str]  # those of them that say no more if nobody is named
    will: frozenset[str]  # the future in which a decision tells somebody to act
    not_asking: Phrases[str]  # phrases with asking words that ask nobody: "asked how to"
    factual: Phrases[str]  # words before what is known already: "the fact that"
    issuing: frozenset[str]  # verbs of which an operative word is the object: "made requests"
    quoting: Phrases[str]  # words that cite an earlier request: "in its resolution"
    imperatives: Phrases[str]  # verbs that open listed recommendations: "Ratify"
    before_verbs: frozenset[str]  # words that may come before the verb of a listed recommendation
    until: frozenset[str]  # words that open a condition or a time before an imperative
    infinitive: tuple[str, ...]  # endings of the form in which lists recommend, if the language has one
    inflected: tuple[str, ...]  # endings of verbs in main clauses, if other clauses have different ones
    purpose: frozenset[str]  # words before a verb that states a purpose
    means: frozenset[str]  # words before the means by which something is to be done: "by adopting"
    formally: tuple[str, ...]  # stems of words of recommending, not of proposing
    asks_names: frozenset[str]  # what asks only right before a name: Chinese "请", which is "please" too
    behind: tuple[str, ...]  # endings of operative words that are followed by those who are asked
    we_ask: tuple[str, ...]  # endings of operative words that mean "we" ask

    # --- who is asked

    some: frozenset[str]  # words which say that not all are meant
    few: frozenset[str]  # numbers of those who are known: "the four Parties"
    other: Phrases[str]  # words by which a name is one of those after it: "OHCHR and other entities"
    disputing: frozenset[str]  # with an article and a small letter, those to a conflict: "the parties"
    addressing: frozenset[str]  # words between recommendations and their addressees: "addressed"
    concerning: Phrases[str]  # words by which a heading says what the recommendations below it are about
    responsible: Phrases[str]  # labels before whoever is to act
    turning: frozenset[str]  # words before the person or body that one turns to
    called_for: frozenset[str]  # words between "call" and its addressees
    through: frozenset[str]  # words before those by whom, or the means by which, something is done
    enders: frozenset[str]  # words that end a subject or a name: "to", "should", "for"
    units: frozenset[str]  # parts of an organization or of a State's administration: "Directorate"
    flag_states: frozenset[str]  # what conventions call the office of a ship's State: "Administration"
    things: frozenset[str]  # things that have names and do nothing: "Convention", "Strategic Plan"
    within_names: frozenset[str]  # small words within names: "Office for Outer Space Affairs"
    before_names: tuple[str, ...]  # articles with whatever separates them from a name
    possessive: tuple[str, ...]  # endings of the possessive case

    # --- words of closed classes, and endings

    finite: frozenset[str]  # verbs without which a short text is not a sentence; empty if none is needed
    relatives: frozenset[str]  # words that open a relative or reported clause: "which", "whether"
    subordinate: frozenset[str]  # words that open a clause which only describes: "if", "while"
    determiners: frozenset[str]  # words that come before a noun: "the", "all", "such"
    articles: frozenset[str]  # words that make the next word a noun
    of: frozenset[str]  # words that make a noun belong to another before it
    past: tuple[str, ...]  # endings of verbs in the past
    unchanged: frozenset[str]  # verbs that have no other form in the past: "set"
    we: frozenset[str]  # the first person plural
    it: frozenset[str]  # pronouns for a body in the next sentence
    expletive: Phrases[str]  # how sentences open whose pronoun means nobody: "il devrait y avoir"
    persons: frozenset[str]  # pronouns that mean a person, never a body
    them: Phrases[str]  # pronouns as objects: "requests him to"
    that: frozenset[str]  # words that introduce a reported clause
    conjunctions: frozenset[str]  # "and"
    besides: tuple[str, ...]  # "as well as"
    adverbs: frozenset[str]  # words that may come between a subject and its verb
    adverb_endings: tuple[str, ...]  # endings of other such words: "-ly"
    prepositions: frozenset[str]  # "of", "for"
    be: frozenset[str]  # words after a modal that make it passive
    passive: frozenset[str]  # auxiliaries of the passive
    was: frozenset[str]  # those of them in the past: "was", "è stato"
    facts: frozenset[str]  # finite verbs that say what is, not what is to be
    had: frozenset[str]  # auxiliaries of the pluperfect: "had recommended"
    having: frozenset[str]  # auxiliaries of the perfect
    auxiliaries: frozenset[str]  # words that may come before the word with the tense
    unmade: frozenset[str]  # words between a modal and a participle, for what was not done
    participles: tuple[str, ...]  # endings of participles
    prompted: frozenset[str]  # those, and words like them, whose subject acts: "required to", "open to"
    out_of: tuple[str, ...]  # words between a number and the one that it is a share of: "4 of 74"
    noun_of: frozenset[str]  # words after a noun that could be a verb: "Review of"
    counted: frozenset[str]  # what Roman numerals count, one of which is a pronoun: "annex I"

    @cached_property
    def barring(self) -> frozenset[str]:
        """Words that part a name from what stands before it."""
        return self.relatives | self.of | self.through | self.enders | self.could | self.will | self.finite

    @cached_property
    def joining(self) -> frozenset[str]:
        """What may stand between two verbs with one subject."""
        return self.conjunctions | self.adverbs

    @cached_property
    def choosing(self) -> frozenset[str]:
        """What before a name only says which ones or how many."""
        return self.determiners | self.few

    @cached_property
    def nominal(self) -> frozenset[str]:
        """What makes a noun of the word after it, never a verb."""
        definite = {article.strip(" '’") for article in self.before_names}
        return self.articles | definite | (self.of - self.turning - self.into)

    @cached_property
    def that_behind(self) -> tuple[str, ...]:
        """How words end that go on with a reported clause ("concludes that")."""
        return tuple(f" {word}" for word in self.that)

    @cached_property
    def share(self) -> re.Pattern[str]:
        """So many of so many, neither being of a date: "4 (5 per cent) of 74", "Of the 12 wells"."""
        of = "|".join(map(re.escape, self.out_of)) or "(?!)"
        number = r"(?!(?:19|20)\d\d\b)\d[\d.,]*"
        return re.compile(
            rf"(?:(?<![\d/.,-])\b{number}(?: \([^()]*\))?|^|(?<=[.;:])) ?\b(?:{of}) {number}(?=\s|$)(?<!\.)"
            rf"(?! (?:{LINK} )?{MONTH}\b(?:[,.;]| (?:{LINK} )?\d))",
            re.IGNORECASE,
        )

    @cached_property
    def short_name(self) -> re.Pattern[str]:
        """A short name in brackets after the long one: "(the SCoW)", "(hereafter “SCoW”/the Committee)"."""
        articles = "|".join(map(re.escape, self.before_names)) or "(?!)"
        opens = "|".join((articles, *(f"{re.escape(word)} " for word in self.hereafter)))
        return re.compile(
            rf"\((?:{opens})?[“\"‘']?([A-Z][A-Za-z&\-]{{1,11}}(?: [A-Z][a-z]{{2,11}})?)[”\"’']?"
            rf"(?:/(?:{articles})[A-Za-z]+)?\)"
        )

    @cached_property
    def name_at_end(self) -> re.Pattern[str]:
        """A name of up to seven words with capitals, and small ones between, at an end."""
        small = "|".join(map(re.escape, self.within_names)) or "(?!)"
        word = r"[A-ZÀ-Ý][\w’'&.-]*"
        return re.compile(rf"{word}(?: (?:(?:{small}) )?{word}){{0,6}}$")

    def announces(self, words: Words) -> bool:
        """Whether words lead into recommendations ("makes the following recommendations")."""
        return bool(self.following.find(words)) and bool(self.announcing.find(words))

    @cached_property
    def bundle(self) -> Bundle:
        """The tables that every paragraph is read with, in the order in which `reading.read` takes them."""
        return Bundle(
            self.asks,
            self.deciding,
            self.cues,
            self.actors,
            self.saying,
            self.not_asking,
            self.quoting,
            self.itself,
        )
