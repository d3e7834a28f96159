"""Rule-based suggestions: the role of paragraphs and items, and the anatomy of recommendations.

Nothing is imported here: code that needs only `concepts` does not load the rules. `engine` first
learns whose report it is, then `walk` goes through it from top to bottom. Where to look:

- a language's words: `lexicon`, read by `lexicon_files` and `wordlists`, with `forms` of verbs, found by
  `phrases`
- a paragraph's text: `reading`, `sentences`, `fragments`, `brackets`
- whose report it is: `voice`, `voice_signs`, `national`, `reporting`, `first_person`, `initials`,
  `reviewed_bodies`, `implied_subjects`
- names that it gives to others: `aliases`, `unlisted_bodies`, `called_names`, `asked_names`
- what is above and beside a paragraph: `places`, `leads`, `passing_down`, `parted_lists`,
  `told_acts`, `neighbours`
- what a paragraph is: `judging`, `roles`, `weighing`; in lists `items`, in resolutions `resolutions` and
  `enacting`, in records of speeches `verbatim`, in replies `replies`
- what shows it: `deciding`, `sittings`, `speakers`, `unlisted_speakers`, `saying`, `leaning`, `norms`
- who asks, and in which words: `asking`, `clauses`, `performatives`, `modals`, `imperatives`, `subjects`,
  `subordinate`, `passives`
- who is asked: `addressees`, `naming`, `pronouns`, `addressing`, `organs`, `other_bodies`; of which
  type: `addressee_types`
- several recommendations in one paragraph: `frames`, `listed`
- what comes out: `finding`, `noting`, `actions`, `concepts`; the parts of a recommendation: `anatomy`
"""
