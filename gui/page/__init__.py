"""The pages of a report, beside its outline. `view` puts them together. Where to look:

- pages as they are seen: `canvas` over `hands` (mouse and keys) over `scroller`; where they lie: `geometry`,
  `text_span`, `gliding`, `wishes`
- which PDF that is: `shown_pdf`, `place_of_pdf`
- what comes in the background: `pictures` into the `cache`, `texts`
- what is drawn on them: `sheet_painting`, `painting`, `style`; entries: `entries`, `marks`, `edges`; words:
  `overlays`, `overlay_painting`, `lighting`, `legend`
- words that are selected: `selection`, `text_cursor`; what a drag does: `drags`
- finding: `find_bar`, `finding`, `ticks`
- going about: `navigator`, `jumps`, `contents`, `thumbnails`; the `bar` below, with its `icons`; `commands`
- for those who do not see them: `page_text`, `spoken`
"""
