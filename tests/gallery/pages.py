"""Lays the pages of the gallery: an index, one page for each chapter, and whatever is left."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from tests.gallery.chapters import CHAPTERS
from tests.gallery.drawing import draw
from tests.gallery.making import Pair, Shown
from tests.gallery.sentences import Row, buttons, content, remaining
from tests.shipped import WORDS

STYLE = Path(__file__).with_name("gallery.css").read_text(encoding="utf-8")
LEAD = (
    "The cards, forms and private replies of Hearth in English and in German, as they are sent to "
    "Discord, and behind them every other sentence. The people are made up. No clinician and no "
    "second native speaker of German has checked these words yet. "
    "Made by <code>make gallery</code>; not edited by hand."
)
TAGS = re.compile(r"<[^>]+>")
SENTENCES, CONTENT = "sentences", "content"
REST = {
    SENTENCES: (
        "Every other sentence",
        "Sentences that stand on no card of these pages: what is said when something goes wrong, "
        "rarely, or beside a command. Values stand in ‹angle marks›; where a number changes the "
        "words, each form is given.",
    ),
    CONTENT: (
        "Content",
        "Guidelines, prompts, grounding, what is explained, and what stands beside the numbers of "
        "helplines, from the files in data/.",
    ),
}

MENU = {
    "index": "All pages",
    **{each.name: each.title for each in CHAPTERS},
    **{name: title for name, (title, _) in REST.items()},
}
IDS = re.compile(r'<details class="ids"><summary>\d+ sentences</summary><p>([^<]*)</p>')


def pages(chapters: Sequence[Shown]) -> dict[str, str]:
    """Every page by the name of its file."""
    found = {f"{each.chapter.name}.html": _chapter(each) for each in chapters}
    shown = {name for each in chapters for pair in each.pairs for name in pair.names}
    rest = rest_of(shown)
    counts = {each.chapter.name: f"{len(each.pairs)} cards and forms" for each in chapters}
    counts |= {name: f"{page.count('<tr>')} sentences" for name, page in rest.items()}
    found |= {f"{name}.html": page for name, page in rest.items()}
    return {"index.html": _index(counts), **found}


def rest_of(shown: Collection[str]) -> dict[str, str]:
    """The pages of what stands on no card.

    Args:
        shown: the ids of the sentences, and the addresses of buttons and forms, that do.
    """
    other = [*remaining(shown), ("buttons", list(buttons(shown)))]
    groups = {SENTENCES: other, CONTENT: list(content(WORDS.content))}
    return {name: _tables(name, each) for name, each in groups.items()}


def shown_on(page: str) -> frozenset[str]:
    """The sentences and addresses of which a page says that they stand on its cards."""
    return frozenset(name for ids in IDS.findall(page) for name in ids.split())


def _index(counts: Mapping[str, str]) -> str:
    abouts = {each.name: each.about for each in CHAPTERS}
    abouts |= {name: about for name, (_, about) in REST.items()}
    doors = "\n".join(
        f'<li><a href="{name}.html"><b>{MENU[name]}</b>{escape(about)}'
        f'<span class="quiet count">{counts[name]}</span></a></li>'
        for name, about in abouts.items()
    )
    body = f'<ul class="doors">\n{doors}\n</ul>'
    return _page("Every word of Hearth", LEAD, body, menu={})


def _page(title: str, lead: str, body: str, *, menu: Mapping[str, str]) -> str:
    links = "\n".join(
        f'<a href="{name}.html"{_here(each, title)}>{each}</a>' for name, each in menu.items()
    )
    way = f'<nav aria-label="Pages">\n{links}\n</nav>' if menu else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Hearth</title>
<style>
{STYLE}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p class="lead">{lead}</p>
{way}
</header>
<main>
{body}
</main>
</body>
</html>
"""


def _here(name: str, title: str) -> str:
    return ' aria-current="page"' if name == title else ""


def _chapter(shown: Shown) -> str:
    used: Counter[str] = Counter()
    cards = "\n".join(_card(pair, shown, used) for pair in shown.pairs)
    heads = (
        '<div class="languages" aria-hidden="true"><span>English</span><span>Deutsch</span></div>'
    )
    about = f"{shown.chapter.about} Lists open at a press; below each card stand its sentences."
    return _page(shown.chapter.title, about, f"{heads}\n{cards}", menu=MENU)


def _card(pair: Pair, shown: Shown, used: Counter[str]) -> str:
    drawn = [
        draw(shot, names)
        for shot, names in zip((pair.english, pair.german), shown.names, strict=True)
    ]
    slug = _slug(drawn[0], used)
    ids = " ".join((*sorted(pair.said), *sorted(pair.english.addresses)))
    sides = "\n".join(_side(code, each) for code, each in zip(("en", "de"), drawn, strict=True))
    return f"""<article class="pair" id="{slug}">
<div class="told">
<h3><a href="#{slug}">{_told(pair)}</a></h3>
<span class="quiet">{_where(pair)}</span>
</div>
<div class="sides">
{sides}
</div>
<details class="ids"><summary>{len(pair.said)} sentences</summary><p>{ids}</p></details>
</article>"""


def _side(code: str, drawn: str) -> str:
    language = {"en": "English", "de": "Deutsch"}[code]
    return f'<div class="side" lang="{code}" data-language="{language}">\n{drawn}\n</div>'


def _told(pair: Pair) -> str:
    by = pair.english.by.capitalize()
    return escape(f"{by} {pair.english.deed}".strip() or "When Hearth is set up", quote=False)


def _where(pair: Pair) -> str:
    shot = pair.english
    if shot.form:
        return "a form"
    if shot.where:
        return f"in {escape(shot.where, quote=False)}"
    return f"only {shot.by.capitalize()} sees this"


def _slug(drawn: str, used: Counter[str]) -> str:
    first = next((line for line in drawn.split("\n") if TAGS.sub("", line).strip()), "card")
    words = re.findall(r"[a-z0-9]+", TAGS.sub("", first).lower())[:6]
    slug = "-".join(words) or "card"
    used[slug] += 1
    return slug if used[slug] == 1 else f"{slug}-{used[slug]}"


def _tables(name: str, groups: Sequence[tuple[str, list[Row]]]) -> str:
    title, about = REST[name]
    body = "\n".join(
        f'<h2 id="{file}">{file}</h2>\n<table>\n' + "\n".join(_rows(rows)) + "\n</table>"
        for file, rows in groups
    )
    return _page(title, about, body, menu=MENU)


def _rows(rows: Sequence[Row]) -> Iterator[str]:
    for place, english, german in rows:
        yield f"""<tr><th scope="row">{place}</th>
<td lang="en">{english}</td>
<td lang="de">{german}</td></tr>"""
