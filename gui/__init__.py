"""The window: `app` makes it, `main_window` holds its parts, `assembly` arranges them around a `session`.

Where to look:

- the application: `single_instance`, `windows`, `settings`, `ending`, `leaving`, `unsaved`, `rescue`,
  `crashes`, `guarded`, `interrupts`, `platform_check`, `headless`, `stage`; that it starts quickly:
  `lean_imports`, `deferred`, `garbage_collection`
- what the views share: `session`, on top of `project_session`; `project_opening`, `edit_queue`, `builders`,
  `undo_names`, `attention`, `walk`, `place`, `tally`
- actions and keys: `actions`, `needs`, `action_set`, `dispatch`, `commands`, `why_not`, `key_hints`,
  `second_keys`, `number_row`, `key_combinations`, `field_keys`, `held_keys`, `menu_key`, `mac_keys`,
  `tab_order`, `menus`, `recent_menu`
- panels: `panels`, `panel_actions`, `library`, `page`, `page_panel`, `outline`, `inspector`; `side` with
  `searching`, `doubts`, `queue`, `history`
- bars, messages and questions: `top_bar`, `status_bar`, `message_bar`, `stray_clicks`, `messages`,
  `questions`, `dialogs`, `closing`, `first_steps`, `font_hint`
- what the user asks for: `opening`, `own_projects`, `file_drops`, `drop_hint`, `importing`,
  `importing_labels`, `extracting_again`, `taking_out`, `copying`, `citing`, `word_edits`, `slot_words`,
  `exporting`, `releasing`, `schemes`
- over the whole project: `insights` with `bodies`, `dashboard`, `follow_up`, `learning`, `lists`, `similar`,
  `vocabularies`
- work in the background: `background`, `relay`, `latest`, `jobs`, `pieces`, `while_visible`,
  `after_typing`, `csv_export`
- how things look and are called: `theme`, `icons`, `texts`, `wording`, `lights`, `evidence`,
  `focus_frame`, `role_bar`
- small widgets and what they share: `event_filter`, `flow`, `elided`, `sparing_row`, `progress_line`,
  `small_button`, `search_field`, `menu_button`, `combo_boxes`, `tables`, `layouts`
"""
