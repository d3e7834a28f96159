"""The PDF engine behind one class, in `pdf`: pages as plain values (`text`), pictures, words, bookmarks.

The only package that imports PyMuPDF. Where to look:

- the file: `opening`; a page's lines out of the engine's data: `parsing`, `lines`, `fonts`, `dingbats`,
  `superscripts`, `spaced`, `emboldened`, `hidden`, `garbled`; rules and boxes: `drawings`; where pictures
  stand: `pictures`; turned pages: `turning`
- their order: `order`, `vertical`; from right to left: `backwards`, `bidi`, `ligatures`
- pages that are pictures: `scanned` tells which, `by_picture` takes their words or their type from there;
  `ocr` has them read by the `recognizer`, in `boxes` of text; `recognized_lines` makes lines of words,
  `pictured` finds pictures of words on pages with text, `kept` keeps what was read, `recognized` gives it the
  engine's shape
- what a picture shows of its type: `type_shown`, `strokes`, `underlines`, `ruled`
- the words of a page for the window: `layers`; highlights in a copy: `annotating`
"""

import os

# Otherwise the engine prints an advertisement on standard output, into `extract --json -`.
os.environ.setdefault("PYMUPDF_SUGGEST_LAYOUT_ANALYZER", "0")
