"""Photographs everything that the bot shows: each message and form, and the sentences on it."""

import random
import re
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import Any
from unittest.mock import patch

import simcord
from simcord import interactions

from bot.app import ROOT
from bot.charts import worker
from bot.texts import FALLBACK, Texts
from tests.world import World

Part = dict[str, Any]
MODAL = 9
# A chart is drawn by a process of its own, which takes its time; here it is known by its words.
DOT = (sys.executable, "-I", "-S", str(ROOT / "tests" / "behaviour" / "draws_a_dot.py"))
ADDRESS = re.compile(r"[a-z]+:[a-z-]+")
# What somebody does in Discord, and how the line above a card says it.
DEEDS = {
    "slash": "/{what}",
    "context_menu": "menu “{what}”",
    "click": "presses “{what}”",
    "select": "chooses in “{what}”",
    "submit_modal": "sends the form",
    "send": "writes in the channel",
}


@dataclass(frozen=True, slots=True)
class Shot:
    """One message or form as it was sent to Discord.

    `where` is the room, or nothing when only one person sees it; `said` are the names of the
    sentences on it, as the files have them.
    """

    by: str
    deed: str
    where: str
    shown: Part = field(repr=False)
    said: frozenset[str] = field(repr=False)
    form: bool = False

    @property
    def addresses(self) -> frozenset[str]:
        """What its buttons, selects and form are called."""
        every = (self.shown, *parts(self.shown))
        return frozenset(address for part in every if (address := address_of(part)))


class Album:
    """The shots of one story, in the order in which Discord got them."""

    def __init__(self, world: World, locale: str) -> None:
        self.world, self.locale = world, locale
        self.shots: list[Shot] = []
        self._said: list[tuple[str, str]] = []
        self._by, self._deed, self._seen = "", "", 0

    def hear(self, key: str, sentence: str, locale: str) -> None:
        """A sentence was said; whether anybody sees it shows later.

        One in another language does not count: the answer to a direct message is English.
        """
        if locale.partition("-")[0] == self.locale.partition("-")[0]:
            self._said.append((key.replace(".", "-"), sentence))

    def begin(self, by: str, deed: str) -> None:
        """Somebody does something, or time passes."""
        self.look()
        self._by, self._deed = by, deed
        self._said.clear()

    def look(self) -> None:
        """Take a picture of whatever was sent since the last look."""
        log = self.world.env.http_requests
        for entry in log[self._seen :]:
            found = _sent(entry)
            if found is not None:
                shown, form = found
                where = self._where(entry.path)
                said = self._on(shown)
                self.shots.append(Shot(self._by, self._deed, where, shown, said, form))
        self._seen = len(log)

    def _on(self, shown: Part) -> frozenset[str]:
        words = "\n".join(words_of(shown))
        return frozenset(key for key, sentence in self._said if sentence and sentence in words)

    def _where(self, path: str) -> str:
        room = re.match(r"/channels/(\d+)/messages", path)
        if room is None:
            return ""
        known: Any = self.world.bot.get_channel(int(room[1]))
        return f"#{known.name}" if getattr(known, "name", "") else "a direct message"


def _sent(entry: Any) -> tuple[Part, bool] | None:
    """What a request shows to somebody, and whether it is a form."""
    body = entry.json if isinstance(entry.json, dict) else {}
    if entry.method not in ("POST", "PATCH") or "/commands" in entry.path:
        return None
    if entry.path.endswith("/callback"):
        shown: Part = body.get("data") or {}
        return (shown, body["type"] == MODAL) if shown.get("components") else None
    if "/messages" not in entry.path and "/webhooks/" not in entry.path:
        return None
    return (body, False) if body.get("components") or body.get("content") else None


def parts(shown: Any) -> Iterator[Part]:
    """Every component, outer ones first."""
    for part in shown.get("components", ()):
        yield part
        yield from parts(part)
        if "component" in part:
            yield part["component"]
        if "accessory" in part:
            yield part["accessory"]


def address_of(part: Part) -> str:
    """The address of a button, select or form, without its numbers."""
    found = ADDRESS.match(str(part.get("custom_id") or ""))
    return found[0] if found else ""


def words_of(shown: Part) -> Iterator[str]:
    """Everything on it that can be read."""
    yield from (shown.get("content") or "", shown.get("title") or "")
    for part in parts(shown):
        for name in ("content", "label", "placeholder", "description"):
            if part.get(name):
                yield str(part[name])
        for option in part.get("options") or ():
            yield from (option.get("label") or "", option.get("description") or "")
        for item in part.get("items") or ():
            yield item.get("description") or ""


@contextmanager
def watched(album: Album) -> Iterator[None]:
    """While this lasts, the album sees every deed and hears every sentence; nothing is random."""
    say, payload = Texts.say, interactions.base_payload

    def said(texts: Texts, key: str, locale: str | None, **values: Any) -> str:
        sentence = say(texts, key, locale, **values)
        album.hear(key, sentence, locale or FALLBACK)
        return sentence

    def spoken(backend: Any, **values: Any) -> Any:
        record, wire = payload(backend, **values)
        wire["locale"] = album.locale
        return record, wire

    chance = random.Random(7)  # noqa: S311 - the same pictures at every run
    with (
        patch.object(Texts, "say", said),
        patch.object(interactions, "base_payload", spoken),
        patch("random._urandom", chance.randbytes),
        patch.object(worker, "DRAWING", DOT),
        patch("bot.ui.forms._SHOWN_FOR", None),  # SimCord asks after every waiting clock
        _deeds(album),
    ):
        yield


@contextmanager
def _deeds(album: Album) -> Iterator[None]:
    actor: Any = simcord.MemberActor
    kept = {name: getattr(actor, name) for name in DEEDS}
    for name, deed in kept.items():
        setattr(actor, name, _told(album, name, deed))
    try:
        yield
    finally:
        for name, deed in kept.items():
            setattr(actor, name, deed)


def _told(album: Album, name: str, deed: Callable[..., Awaitable[Any]]) -> Any:
    @wraps(deed)
    async def done(who: Any, *given: Any, **chosen: Any) -> Any:
        what = partial(_what, album, *given, **chosen)
        album.begin(who.name, DEEDS[name].format(what=what()))
        result = await deed(who, *given, **chosen)
        album.look()
        return result

    return done


def _what(album: Album, *given: Any, **chosen: Any) -> str:
    if len(given) > 1 and isinstance(given[1], str):
        return given[1]
    custom_id = chosen.get("custom_id")
    if not custom_id:
        return ""
    message: Any = given[0]
    stands = album.world.env.backend.get_message(message.channel.id, message.id).components
    alike = [each for each in parts({"components": stands}) if each.get("custom_id") == custom_id]
    return next((each.get("label") or each.get("placeholder") or "" for each in alike), "")
