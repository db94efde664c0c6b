"""Draws what Discord was sent as still HTML: cards, buttons, choices, pictures and forms."""

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from tests.gallery.album import Part, Shot
from tests.gallery.markdown import Names, html_of

ROW, BUTTON, CHOICE, WRITTEN, SECTION, WORDS, PICTURES, BOX, LABEL, FILE, RADIO = (
    1, 2, 3, 4, 9, 10, 12, 17, 18, 19, 21,
)  # fmt: skip
TALL = 2
OTHERS = {5: "people", 6: "roles", 7: "people and roles", 8: "channels"}
STYLES = {1: "first", 2: "", 3: "good", 4: "grave", 5: "link"}


def draw(shot: Shot, names: Names) -> str:
    """One message or form."""
    parts = "\n".join(_all(shot.shown.get("components") or (), names))
    said = shot.shown.get("content")
    plain = html_of(said, names) if said else ""
    if shot.form:
        title = escape(shot.shown["title"], quote=False)
        return f'<div class="form">\n<h4>{title}</h4>\n{parts}\n</div>'
    return "\n".join(each for each in (plain, parts) if each)


def _all(parts: Any, names: Names) -> Iterator[str]:
    for part in parts:
        drawer = DRAWERS.get(part["type"])
        yield drawer(part, names) if drawer else _choice(part, names)


def _inside(part: Part, names: Names) -> str:
    return "\n".join(_all(part.get("components") or (), names))


def _box(part: Part, names: Names) -> str:
    veiled = ' class="box veiled"' if part.get("spoiler") else ' class="box"'
    colour = part.get("accent_color")
    edge = f' style="border-inline-start-color:#{colour:06x}"' if colour else ""
    return f"<div{veiled}{edge}>\n{_inside(part, names)}\n</div>"


def _row(part: Part, names: Names) -> str:
    return f'<div class="row">\n{_inside(part, names)}\n</div>'


def _button(part: Part, names: Names) -> str:
    del names
    kind = STYLES.get(part.get("style", 2), "")
    still = " still" if part.get("disabled") else ""
    return (
        f'<span class="button {kind}{still}">{escape(part.get("label") or "", quote=False)}</span>'
    )


def _choice(part: Part, names: Names) -> str:
    del names
    shown = escape(part.get("placeholder") or "", quote=False)
    options = [_option(each) for each in part.get("options") or ()]
    if not options:
        options = [f"<li>({OTHERS.get(part['type'], 'a choice')} of the community)</li>"]
    listed = "\n".join(options)
    return f'<details class="choice"><summary>{shown}</summary>\n<ul>\n{listed}\n</ul>\n</details>'


def _option(option: Part) -> str:
    chosen = ' class="chosen"' if option.get("default") else ""
    more = option.get("description")
    below = f"<br><small>{escape(more, quote=False)}</small>" if more else ""
    return f"<li{chosen}>{escape(option['label'], quote=False)}{below}</li>"


def _pictures(part: Part, names: Names) -> str:
    del names
    told = [each.get("description") or "" for each in part["items"]]
    return "\n".join(
        f'<p class="picture">A picture. Read out as: {escape(each, quote=False)}</p>'
        for each in told
    )


def _section(part: Part, names: Names) -> str:
    beside = part.get("accessory")
    more = "\n".join(_all([beside], names)) if beside else ""
    return f'<div class="row">\n<div>{_inside(part, names)}</div>\n{more}\n</div>'


def _label(part: Part, names: Names) -> str:
    how = part.get("description")
    below = f'<p class="small">{escape(how, quote=False)}</p>' if how else ""
    field = "\n".join(_all([part["component"]], names))
    label = escape(part["label"], quote=False)
    return f'<div class="field">\n<p class="label">{label}</p>{below}\n{field}\n</div>'


def _written(part: Part, names: Names) -> str:
    del names
    stands, hint = part.get("value") or "", part.get("placeholder") or ""
    words = escape(stands or hint, quote=False).replace("\n", "<br>")
    kind = "stands" if stands else "hint"
    tall = " tall" if part.get("style") == TALL else ""
    # What stands in a field hides its hint, which is there for whoever empties it.
    below = f'<p class="small">{escape(hint, quote=False)}</p>' if stands and hint else ""
    return f'<p class="input {kind}{tall}">{words or "&nbsp;"}</p>{below}'


def _radio(part: Part, names: Names) -> str:
    del names
    listed = "\n".join(_option(each) for each in part["options"])
    return f'<ul class="radio">\n{listed}\n</ul>'


def _file(part: Part, names: Names) -> str:
    del part, names
    return '<p class="input hint">(one file)</p>'


DRAWERS: dict[int, Callable[[Part, Names], str]] = {
    ROW: _row, BUTTON: _button, CHOICE: _choice, WRITTEN: _written, SECTION: _section,
    WORDS: lambda part, names: html_of(part["content"], names), PICTURES: _pictures, BOX: _box,
    LABEL: _label, FILE: _file, RADIO: _radio, 14: lambda part, names: "<hr>",
}  # fmt: skip
