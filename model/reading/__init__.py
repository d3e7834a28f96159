"""The PDF engine behind one class, in `pdf`: pages as plain values (`text`), pictures, words, bookmarks.

Where to look:

- a page's lines out of the engine's data: `lines`, `fonts`, `dingbats`, `spaced`, `emboldened`, `hidden`,
  `garbled`; rules and boxes: `drawings`; where pictures stand: `pictures`; turned pages: `turning`
- their order: `order`, `vertical`; from right to left: `backwards`, `bidi`
- pages that are pictures: `scanned` tells which, `ocr` has them read by the `recognizer`, in `boxes` of text;
  `recognized_lines` makes lines of words, `pictured` reads pictures on pages with text, `kept` keeps what was
  read, `recognized` gives it the engine's shape
- what a picture shows of its type: `type_shown`, `strokes`, `underlines`, `ruled`
- the words of a page for the window: `layers`; highlights in a copy: `annotating`
"""
