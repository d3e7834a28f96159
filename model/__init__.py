"""What a report, a node, a label and an edit are. No Qt, no SQL.

Where to look:

- a report: `documents`, `report_names`, `nodes`, `outline`, `cells`, `symbols`, `ids`; its file's pages:
  `layer`, `carets`, `laid_cells`, `page_search`, `highlights`
- labels: `labels`, `schemes`, `scheme_changes`, `review`, `differing`, `vocabularies`, `bodies`
- edits: `edits`, `editing`, `going_back`, `origins`
- from PDF to tree: `reading`, `extraction`, `workers`, `as_json`; what recognition read: `recognized`,
  `recognition_cache`
- what the rules say: `suggestions`, `lists`, `linking`, `follow_up`, `similarity`; what is learned:
  `learning`
- a newer extraction of a reviewed report: `extracting_again`, `rematching`, `regrowing`
- review: `review_queue`, `pace`, `doubts`, `page_doubts`, `review_doubts`, `repairs`
- texts and names: `words`, `folding`, `patterns`, `languages`, `right_to_left`, `dates`, `countries`,
  `plurals`; tables in files: `csv_rows`; cells on the clipboard: `tabbed`; `sequences` compared
- for every program: `errors`, `crash_reports`, `garbage_collection`, `paths`, `user_name`, `writing`,
  `version`
"""
