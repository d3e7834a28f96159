"""The pages of a report, beside its outline. `view` puts them together. Where to look:

- pages on the screen: `scroller`, `canvas` which paints in it, `pointed_canvas` which knows what lies under
  the mouse, `interactive_canvas` with mouse and keys; where they lie: `geometry`, `text_span`, `gliding`; how
  large they are: `fitting`; which pictures they need: `wanted`
- which PDF is shown: `shown_pdf`, `place_of_pdf`
- what comes in the background: `pictures` into the `cache`, `texts`
- what is drawn on them: `sheet_painting`, `painting`, `style`; entries: `entries`, `marks`, `edges`; words:
  `overlays`, `overlay_painting`, `lighting`, `legend`
- words that are selected: `selection`, `text_cursor`; what a drag does: `drags`
- finding: `find_bar`, `finding`, `ticks`
- moving around: `navigator`, `jumps`, `contents`, `thumbnails`; the `bar` below, with its `icons`; `commands`
- for screen readers: `page_text`, `spoken`
"""
