"""Discord's way of writing, as HTML: what stands on the bot's cards of it, and no more."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any

from babel.dates import format_datetime

INLINE: tuple[tuple[str, str], ...] = (
    (r"\\([\\*_~|`&gt;#\[\]()!.-])", r"\1"),
    (r"`([^`]+)`", r"<code>\1</code>"),
    (r"\*\*(.+?)\*\*", r"<b>\1</b>"),
    (r"(?<![\w*])\*([^*\n]+)\*(?![\w*])", r"<i>\1</i>"),
    (r"(?<!\w)_([^_\n]+)_(?!\w)", r"<i>\1</i>"),
    (r"~~(.+?)~~", r"<s>\1</s>"),
    (r"\|\|(.+?)\|\|", r'<span class="veil">\1</span>'),
    (r"\[([^\]]+)\]\((?:&lt;)?https?://[^)\s]+\)", r"<u>\1</u>"),
    (r"&lt;(https?://\S+?)&gt;", r"\1"),
)  # fmt: skip
MOMENTS = {"en": "EEEE d MMMM y, HH:mm", "de": "EEEE, d. MMMM y, HH:mm"}
# The mark by which the bot finds a post again; it is another in every community.
MARK = re.compile(r"№ [0-9a-f]{12}")
HEAD = re.compile(r"(#{1,3}) (.*)")
POINT = re.compile(r"(?:[-*•]|\d+\.) (.*)")


@dataclass(frozen=True, slots=True)
class Names:
    """What people, roles and rooms of a community are called, and the language of its dates."""

    called: Mapping[str, str]
    locale: str

    def of(self, number: str) -> str:
        return self.called.get(number, "somebody")

    def moment(self, seconds: str) -> str:
        when = datetime.fromtimestamp(int(seconds), UTC)
        shown: Any = format_datetime(when, MOMENTS[self.locale], locale=self.locale)
        return str(shown)


def html_of(text: str, names: Names) -> str:
    """A piece of Discord's Markdown as HTML; every paragraph and point on a line of its own."""
    shown: list[str] = []
    for line in text.split("\n"):
        head, point = HEAD.match(line), POINT.match(line)
        if not line.strip() or MARK.search(line):
            continue
        if head:
            shown.append(f"<h4>{_inline(head[2], names)}</h4>")
        elif line.startswith("-# "):
            shown.append(f'<p class="small">{_inline(line[3:], names)}</p>')
        elif line.startswith("> "):
            shown.append(f"<blockquote>{_inline(line[2:], names)}</blockquote>")
        elif point:
            said = f"• {point[1]}" if line[0] in "-*" else line
            shown.append(f'<p class="point">{_inline(said, names)}</p>')
        else:
            shown.append(f"<p>{_inline(line, names)}</p>")
    return "\n".join(shown)


def _inline(line: str, names: Names) -> str:
    shown = escape(line, quote=False)
    for pattern, replacement in _mentions(names):
        shown = re.sub(pattern, replacement, shown)
    for pattern, plain in INLINE:
        shown = re.sub(pattern, plain, shown)
    return shown


def _mentions(names: Names) -> tuple[tuple[str, Callable[[re.Match[str]], str]], ...]:
    return (
        (r"&lt;@&amp;(\d+)&gt;", lambda m: _called(f"@{names.of(m[1])}")),
        (r"&lt;@!?(\d+)&gt;", lambda m: _called(f"@{names.of(m[1])}")),
        (r"&lt;#(\d+)&gt;", lambda m: _called(f"#{names.of(m[1])}")),
        (r"&lt;/([a-z ]+):\d+&gt;", lambda m: _called(f"/{m[1]}")),
        (r"&lt;t:(\d+)(?::\w)?&gt;", lambda m: f"<time>{names.moment(m[1])}</time>"),
        # An address of Discord's that leads to a message: its numbers say nothing here.
        (r"(?<!\()https://discord\.com/channels/[\d/@me]+", lambda m: "(a link to the message)"),
    )


def _called(name: str) -> str:
    return f'<span class="name">{name}</span>'
