"""Everything about what is selected, to read and to change. `panel` puts it together, `subject` is what it
is about, and `asking` what it has the session do. Where to look:

- where it stands: `holder`, `page`, `nothing`
- its parts from the top: `head` with its `title`, `place`, `text_editor`, `table`, `notes`, `history`;
  `said` puts a change into words
- the cells of a table: `table` and what is done to them, `cells_model`, `cells_view`
- the parts of a recommendation: `anatomy`, `further`
- one value: `block`, `pill`, `origin`; of one choice `choices`, of words `words_block`, of several `chips`
- several values: `chip`, `add_line`, by slot `lists`; what they may be: `concepts`, `references`
- a field that grows: `growing`
"""
