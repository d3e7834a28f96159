"""The project file, and what goes into it and out of it. SQLAlchemy is imported only here.

Where to look:

- the file: `project`, `open_file`, `project_file`, `file_lock`, `stray_log`, `log_mark`, `copying`, `writer`,
  `sqlite`, `errors`, `migrations`
- tables and rows: `schema`, `rows`, `keys`, `loading`, `storing`, `settings`, `people`, `sources`,
  `cached_copies`, `schemes`, `vocabularies`, `bodies`, `unread_pages`, `coverage`, `recognized_words`,
  `taking_out`
- edits: `ledger`, `changes`, `applying`, `making_way`, `retrying`, `suggesting`
- coming in: `importing`, `importing_pieces`, `pdf_files`, `import_outcomes`, `importing_rows`,
  `importing_labels`, `extracting_again`
- going out: `exporting`, `releases`
- over all reports: `searching`, `full_text`, `shown`, `reading_order`, `recommendations`, `similar`,
  `follow_up`, `listing`, `printed_names`, `work_done`
- learning: `learning`, `learning_process`, `evaluating`
- `checking`, with `checking_nodes`, `checking_values` and `checking_ledger`
- without the window: `commands`, `progress`
"""
