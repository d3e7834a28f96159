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
    inverts: bool  # it follows its verb where something else opens the sentence, as in German
    drops_subject: bool  # a verb without a subject goes on about the one before: "Asimismo solicitó"
    attributes_first: bool  # adjectives and the like stand before their noun
    joined: str  # "and", where it is written as part of the next word
    article: str  # where it is written as part of its noun
    attached: dict[str, str]  # prepositions that are written as part of a name, without and with its article

    # --- tables with a value for each phrase

    # words that ask somebody to act, each with its force: "urges", "should", "is encouraged to"
    asks: Phrases[Ask]
    permitting: Phrases[Ask]  # modals by which audits advise and others allow: "may ensure"
    openers: Phrases[Ask]  # verbs that open an operative paragraph or a listed recommendation, and ask
    actions: Phrases[str]  # the category of an action, "1" to "5"
    cues: Phrases[Cue]  # what speaks for a role, with its weight: "the meeting was opened"
    actors: Phrases[Actor]  # words for somebody, and whether these can be asked
    offices: Phrases[Actor]  # whom a report made inside a State speaks of by which word
    heads: Phrases[Actor]  # what names of bodies say that these are: "Directorate", "Limited"
    compounds: dict[str, Actor]  # endings of compounds that name somebody: "Verkehrsministerium"
    leaning: Phrases[str]  # what tells that a plain sentence finds: "denying", "contrasting", "explaining"
    headings: Phrases[str]  # headings, with what their section is for: "Conclusions"
    kinds: Phrases[str]  # what titles call kinds of reports

    # --- whose report it is

    concluding: Phrases[str]  # verbs whose subject is the body that reports
    itself: Phrases[str]  # what a report calls itself
    showing: frozenset[str]  # verbs by which it finds, rather than says what is in it
    meeting: tuple[str, ...]  # those who meet and act as one where a report is of their meeting
    ministerial: tuple[str, ...]  # what a meeting of ministers is called
    summit: tuple[str, ...]  # what a meeting of heads of State is called
    leaders: tuple[str, ...]  # those who act in it as one
    together: frozenset[str]  # those who meet, where they recommend as one
    staff_reports: tuple[str, ...]  # what reports are called that an organization's staff writes
    staff: tuple[str, ...]  # what such a report calls those who wrote it
    sessions: frozenset[str]  # when a body meets
    sat: frozenset[str]  # those of them that it has once in months, and counts
    gatherings: frozenset[str]  # meetings that part into groups: "workshop"
    groups: frozenset[str]  # what these are called
    visitors: frozenset[str]  # those who visit a State for the body that reports
    rapporteurs: frozenset[str]  # who report for themselves, and speak in the reports of others
    reports: frozenset[str]  # what a title calls a report before whose it is; after it in Chinese
    bodies: frozenset[str]  # what bodies are called that report as often as they are reported to
    reported_to: frozenset[str]  # bodies to which panels report, and which have groups below them
    authorities: frozenset[str]  # whose they are a State's adjective says: "the Ivorian authorities"
    numberless: tuple[str, ...]  # names that say one as well as many
    united_nations: Phrases[str]  # beside an organ's name: those whose it is
    union: frozenset[str]  # the European Union's names, and those of its organs that report
    union_bodies: frozenset[str]  # what it calls its organs by
    commissioned: frozenset[str]  # unions of States whose commission is their secretariat
    secretariats: frozenset[str]  # what these call it by
    reporting: tuple[str, ...]  # how a title names an organ that reports; "_" stands for its name
    accused: tuple[str, ...]  # how it names one that somebody complains of
    hereafter: tuple[str, ...]  # what opens a bracket with a short name
    legal_forms: tuple[str, ...]  # what names of companies end with, without a stop: "Ltd"
    methods: frozenset[str]  # what a study's section of methods is called
    criteria: frozenset[str]  # by which evaluations judge, and call their sections of findings
    reviewed: frozenset[str]  # formulas by which a review of a State sorts its recommendations
    on_behalf: tuple[str, ...]  # before those for whom somebody speaks
    meant_for: frozenset[str]  # before those whom a report is for
    writers: frozenset[str]  # the first person who writes

    # --- what stands where: headings, lists, labels

    announcing: Phrases[str]  # what a lead-in calls the recommendations below it
    findings: Phrases[str]  # what a lead-in calls the findings below it
    reciting: Phrases[str]  # verbs with which an instrument's words are given
    agenda: Phrases[str]  # what a lead-in calls an agenda below it
    routine: Phrases[str]  # what a session adopts, elects or takes note of as its business
    tasks: Phrases[str]  # aims, functions, plans: lists of these recommend nothing
    following: Phrases[str]  # what points at a list below
    annexes: Phrases[str]  # headings of what follows a resolution and is not part of it
    agenda_items: Phrases[str]  # what numbers a heading's item of the agenda, and says nothing of it
    topical: frozenset[str]  # what names a subject in headings below recommendations: "Assessment"
    discussing: tuple[str, ...]  # how headings of a discussion call it
    status: Phrases[str]  # how far a recommendation has come
    labelled: re.Pattern[str]  # a recommendation that its paragraph labels: "Recommendation 3: ..."
    labelled_findings: re.Pattern[str]  # a finding that its paragraph labels: "Finding 3. ..."
    labelled_tasks: re.Pattern[str]  # what somebody is to do, labelled: "ACTION: Clerk to write"
    responses: frozenset[str]  # what labels a reply after or before whose it is
    preamble: Phrases[str]  # what opens a preambular paragraph: "Recalling"
    taken: frozenset[str]  # before measures that are no longer recommended
    into: frozenset[str]  # with what a sentence goes on into its list
    paragraphs: frozenset[str]  # before the number of a paragraph: "para"
    views: frozenset[str]  # what speakers express that propose nothing

    # --- who decides, finds or says

    deciding: Phrases[str]  # verbs with which a body decides: "adopts", "elects"
    agreeing: tuple[str, ...]  # verbs that decide what follows their colon: "Leaders agreed:"
    noting: tuple[str, ...]  # verbs of taking note, which decides on a paper and finds what is so
    papers: Phrases[str]  # what a body takes note of as a decision
    decided: frozenset[str]  # what goes on with what is decided
    meaning: frozenset[str]  # what a body means to do: "we intend to", "we do not propose to"
    meant: frozenset[str]  # the words between
    saying: Phrases[str]  # verbs of saying: "noted", "stressed"
    acting: frozenset[str]  # verbs of saying that tell an act where its day is told
    doing: frozenset[str]  # verbs of saying that tell as often what somebody did
    pleading: frozenset[str]  # verbs of saying whose subject is somebody, never something
    recalling: frozenset[str]  # verbs with which a body says what holds anyway
    hearing: frozenset[str]  # who may be named between a verb of saying and what is said
    continuing: Phrases[str]  # what opens a paragraph that goes on with what somebody said
    unnamed: Phrases[str]  # what a meeting reports that somebody said: "it was suggested that"
    according: Phrases[str]  # before those whose word is given
    grounds: tuple[str, ...]  # what opens a clause that says why, not where, something is said

    # --- who asks, and in which words

    expecting: frozenset[str]  # verbs that ask only where they say whom
    could: frozenset[str]  # modals that say as often what is possible
    possible: frozenset[str]  # those that say no more where nobody is named
    will: frozenset[str]  # the future by which a decision tells somebody to act
    not_asking: Phrases[str]  # phrases with words that ask which ask nobody: "asked how to"
    quoting: Phrases[str]  # what cites where somebody asked before: "in its resolution"
    imperatives: Phrases[str]  # verbs with which listed recommendations open: "Ratify"
    before_verbs: frozenset[str]  # what may stand before the verb of a listed recommendation
    until: frozenset[str]  # what opens the words before an imperative: until when, in which cases
    infinitive: tuple[str, ...]  # endings of the form in which lists recommend, where the language has one
    inflected: tuple[str, ...]  # how verbs of a sentence of its own end, where clauses have others
    purpose: frozenset[str]  # before a verb that says what for
    means: frozenset[str]  # what names the act by which something is to be done: "by adopting"
    formally: tuple[str, ...]  # how words of recommending begin, not of proposing
    asks_names: frozenset[str]  # what asks only right before a name: Chinese "请", which is "please" too
    behind: tuple[str, ...]  # endings of operative words after which those asked stand
    we_ask: tuple[str, ...]  # endings of operative words that say themselves that "we" ask

    # --- who is asked

    some: frozenset[str]  # what says that not all are meant
    few: frozenset[str]  # numbers of those who are known: "the four Parties"
    disputing: frozenset[str]  # with a small letter and an article those to a conflict: "the parties"
    addressing: frozenset[str]  # "addressed", between recommendations and whom they are for
    responsible: Phrases[str]  # labels before whoever is to act
    turning: frozenset[str]  # what opens the words that say to whom one turns
    called_for: frozenset[str]  # between "call" and whom it is made to
    through: frozenset[str]  # what names by whom or what something is done
    enders: frozenset[str]  # words after which a subject or a name does not go on: "to", "should", "for"
    units: frozenset[str]  # parts of an organization or of a State's administration: "Directorate"
    things: frozenset[str]  # what has a name and does nothing: "Convention", "Strategic Plan"
    within_names: frozenset[str]  # small words that names go on over: "Office for Outer Space Affairs"
    before_names: tuple[str, ...]  # articles, with what parts them from a name
    possessive: tuple[str, ...]  # endings of whom something belongs to

    # --- words of closed classes, and endings

    finite: frozenset[str]  # verbs without which a short text is not a sentence; empty where one needs none
    relatives: frozenset[str]  # what opens a relative or reported clause: "which", "whether"
    subordinate: frozenset[str]  # what opens a clause that only describes: "if", "while"
    determiners: frozenset[str]  # what stands before a noun: "the", "all", "such"
    articles: frozenset[str]  # what makes a noun of the word after it
    of: frozenset[str]  # what makes a noun belong to another before it
    past: tuple[str, ...]  # endings of verbs that tell what was done
    we: frozenset[str]  # the first person plural
    it: frozenset[str]  # what a body is called in the sentence after
    persons: frozenset[str]  # pronouns that mean somebody, never a body
    them: Phrases[str]  # pronouns as objects: "requests him to"
    that: frozenset[str]  # what introduces a reported clause
    conjunctions: frozenset[str]  # "and"
    besides: tuple[str, ...]  # "as well as"
    adverbs: frozenset[str]  # what may stand between a subject and its verb
    adverb_endings: tuple[str, ...]  # how other such words end: "-ly"
    prepositions: frozenset[str]  # "of", "for"
    be: frozenset[str]  # after a modal: what is done to its subject
    passive: frozenset[str]  # auxiliaries of the passive
    was: frozenset[str]  # those that tell what was done: "was", "è stato"
    facts: frozenset[str]  # finite verbs that say what is, not what is to be
    had: frozenset[str]  # auxiliaries of what was before: "had recommended"
    having: frozenset[str]  # auxiliaries of the past
    auxiliaries: frozenset[str]  # what may stand before the word that tells the tense
    unmade: frozenset[str]  # between a modal and a participle: what was not done
    participles: tuple[str, ...]  # their endings
    out_of: tuple[str, ...]  # between a number and the one that it is a share of: "4 of 74"
    noun_of: frozenset[str]  # after a noun that could be a verb: "Review of"
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
