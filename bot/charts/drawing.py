"""Draws what comes in on a pipe and writes the picture back; runs alone, and is never imported.

One request is four bytes of length and JSON, one answer four bytes of length and a PNG; no length:
it could not be drawn. The process knows numbers and the words on the axes, nothing else. It ends
when the pipe closes, and by itself after a while without a request.

The colours are the panel's own: words and marks keep a contrast above 7 to 1 on it, so that it
reads the same on Discord's dark and light themes. All marks have one colour: where they stand and
the words beside them say everything.
"""

# pyright: basic, reportMissingImports=false, reportUnknownMemberType=false
import io
import json
import os
import sys
import textwrap
import threading
from typing import Any, BinaryIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.patches import FancyBboxPatch
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

PANEL, ROW, EDGE = "#2f3542", "#394152", "#566178"
WORDS, QUIET, MARK = "#f2efe9", "#cfd3da", "#a9c3e6"
WIDE, DOT = 8.0, 100  # inches, dots an inch
A_MONTH, LARGE, SMALL = 31, 16, 11  # days; points
LONGEST = 28  # characters of a line beside the picture
BOLD = FontProperties(weight="bold")
IDLE = 120.0  # seconds without a request, and it ends
HEAD = 4  # bytes of length


def days(asked: dict[str, Any]) -> Figure:
    """When which answer was kept: a mark for each, in the row of its word."""
    rows, span = asked["rows"], asked["span"]
    figure, axes = panel(asked["title"], 0.66 * len(rows) + 1.25)
    for row in range(0, len(rows), 2):
        axes.axhspan(row - 0.5, row + 0.5, color=ROW, linewidth=0)
    size = LARGE if span <= A_MONTH else SMALL
    for often in sorted({count for _, _, count in asked["points"]}):
        at = [(day, row) for day, row, count in asked["points"] if count == often]
        # An edge in the panel's colour, so that neighbours stay two.
        axes.plot(*zip(*at, strict=True), "o", markersize=size, color=MARK, markeredgecolor=PANEL)
        if often > 1:
            # A number as one kind of mark: hundreds of texts would cost half a second.
            number = TextPath((0, 0), str(often), prop=BOLD)
            inside = {"markersize": size * 0.5, "color": PANEL, "markeredgewidth": 0}
            axes.plot(*zip(*at, strict=True), marker=centred(number), linestyle="", **inside)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(-0.9, span - 0.1)
    axes.set_yticks(range(len(rows)), [wrapped(name) for name in rows])
    axes.set_xticks([day for day, _ in asked["ticks"]], [name for _, name in asked["ticks"]])
    return figure


def counts(asked: dict[str, Any]) -> Figure:
    """How many answered what: a bar for each, with its number."""
    bars = asked["bars"]
    figure, axes = panel(asked["title"], 0.75 * len(bars) + 1.0)
    most = max((count for _, count in bars), default=0) or 1
    for row, (_, count) in enumerate(bars):
        axes.barh(row, count, height=0.56, color=MARK, linewidth=0)
        axes.text(count + most * 0.02, row, str(count), color=WORDS, va="center", fontsize=16)
    axes.set_ylim(len(bars) - 0.45, -0.55)
    axes.set_xlim(0, most * 1.12)
    axes.set_yticks(range(len(bars)), [wrapped(name) for name, _ in bars])
    axes.set_xticks([])
    return figure


def centred(path: Any) -> Any:
    """A shape around its own middle."""
    box = path.get_extents()
    middle = Affine2D().translate(-(box.x0 + box.x1) / 2, -(box.y0 + box.y1) / 2)
    return middle.transform_path(path)


def wrapped(name: str) -> str:
    """Words that leave room for the picture, in any language."""
    return "\n".join(textwrap.wrap(name, LONGEST))


def panel(title: str, high: float) -> tuple[Figure, Any]:
    """An empty picture: a calm rounded panel on nothing, a line of words, and room to draw."""
    figure = Figure(figsize=(WIDE, high), dpi=DOT)
    figure.set_layout_engine(ConstrainedLayoutEngine(w_pad=0.28, h_pad=0.24))
    figure.patch.set_alpha(0)
    round_ = FancyBboxPatch(
        (0.06, 0.06),
        WIDE - 0.12,
        high - 0.12,
        boxstyle="round,pad=0,rounding_size=0.22",
        transform=figure.dpi_scale_trans,
        facecolor=PANEL,
        edgecolor=EDGE,
        linewidth=1.5,
    )
    figure.add_artist(round_)
    round_.set_zorder(-1)
    axes = figure.add_subplot()
    axes.set_facecolor("none")
    axes.set_title(title, loc="left", color=WORDS, fontsize=16, pad=14, parse_math=False)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, labelsize=15, labelcolor=WORDS, pad=10)
    axes.tick_params(axis="x", labelsize=13, labelcolor=QUIET, pad=8)
    return figure, axes


def picture(asked: dict[str, Any]) -> bytes:
    """A request as a PNG."""
    figure = {"days": days, "counts": counts}[asked["kind"]](asked)
    for label in (*figure.axes[0].get_yticklabels(), *figure.axes[0].get_xticklabels()):
        label.set_parse_math(False)
    written = io.BytesIO()
    FigureCanvasAgg(figure).print_png(written)
    return written.getvalue()


def serve(asking: BinaryIO, answering: BinaryIO) -> None:
    """Answer requests until there are no more, or none for a while."""
    while True:
        idle = threading.Timer(IDLE, os._exit, (0,))
        idle.daemon = True
        idle.start()
        head = asking.read(HEAD)
        idle.cancel()
        if len(head) < HEAD:
            return
        body = asking.read(int.from_bytes(head, "big"))
        try:
            drawn = picture(json.loads(body))
        except Exception:  # noqa: BLE001 - a door: what cannot be drawn is not, and the next is
            drawn = b""
        answering.write(len(drawn).to_bytes(HEAD, "big") + drawn)
        answering.flush()


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(10)  # whoever writes to the bot goes before a picture
    serve(sys.stdin.buffer, sys.stdout.buffer)
