"""What the actions on the pages do: the id of an action, and whom it asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from gui.page.contents import CONTENTS, PAGES
from gui.page.overlays import Overlay
from gui.page.view import PageView


def page_commands(view: PageView) -> dict[str, Callable[[], object]]:
    """By the ids of the table of actions."""
    canvas = view.canvas
    return {
        "copy": view.copy_words,
        "back": view.navigator.back,
        "forward": view.navigator.forward,
        "zoom-in": canvas.zoom_in,
        "zoom-out": canvas.zoom_out,
        "fit-text": canvas.fit_text,
        "fit-width": canvas.fit_width,
        "fit-page": canvas.fit_page,
        "rotate-right": partial(canvas.rotate, 90),
        "rotate-left": partial(canvas.rotate, 270),
        "dim-pages": view.next_paper,
        "show-spread": partial(_toggle_spread, view),
        "show-legend": partial(_toggle_legend, view),
        "show-thumbnails": partial(view.toggle_side, PAGES),
        "show-contents": partial(view.toggle_side, CONTENTS),
        **{action_of(overlay): partial(view.toggle_overlay, overlay) for overlay in Overlay},
    }


def action_of(name: str) -> str:
    """The id of the action that shows or hides a part of the view, or has it drawn on."""
    if name == "draw":
        return "draw-entry"
    return f"layer-{name}" if name in set(Overlay) else f"show-{name}"


def _toggle_spread(view: PageView) -> None:
    view.set_spread(not view.canvas.spread)


def _toggle_legend(view: PageView) -> None:
    view.set_legend_shown(view.legend.isHidden())
