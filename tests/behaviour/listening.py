"""Listens to every word that a walk meets, and keeps what no file of sentences holds."""

import re
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.ui.cards import plain
from bot.ui.routes import Pick, Route
from tests.behaviour.looking import Walk
from tests.behaviour.speaking import speaks
from tests.pseudo import PSEUDO, cut, pseudo_words, untranslated
from tests.world import WORDS, World, open_world

TOLD = "i want to end it tonight"

# Where words stand in what Discord is sent.
SHOWN = ("content", "label", "placeholder", "title", "description", "name")
# Shown in any language as they are: who runs the bot, a zone, a number for the log, an exact name.
AS_THEY_ARE = ("ops@example.org", "UTC", "RFC")
LOG_NUMBER = re.compile(r"(?<![0-9a-z])[0-9a-f]{8}(?![0-9a-z])")


@asynccontextmanager
async def open_abroad(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[World]:
    """A community whose people and cards speak the made-up language; Vera may do everything."""
    monkeypatch.setattr("tests.world.WORDS", pseudo_words())
    async with open_world(folder) as world:
        guild = GuildId(world.guild.id)
        world.people["vera"] = world.guild.add_member(
            world.env.create_user("vera"),
            roles=[*world.roles.values(), world.guild.roles["Admin"]],
        )
        await world.bot.settings.change(guild, CommunitySettings, locale=PSEUDO, country="GB")
        await world.set_up()
        speaks(monkeypatch, {each.id: PSEUDO for each in world.people.values()})
        await world.people["june"].send(world.rooms["lounge"], TOLD)
        await world.people["sol"].send(world.rooms["lounge"], "hello")
        yield world


class Listener(Walk):
    """A walk that hears each answer by the door it came from."""

    def __init__(self, world: World, who: str, number: int) -> None:
        super().__init__(world, who, number)
        self.door = ""
        self.heard: list[tuple[str, str]] = []

    async def _command(self, command: Any) -> AsyncIterator[tuple[str, str]]:
        self.door = f"/{command.qualified_name}"
        async for each in super()._command(command):
            yield each

    async def _pressed(self, kind: type[Route] | type[Pick]) -> AsyncIterator[tuple[str, str]]:
        self.door = kind.address
        async for each in super()._pressed(kind):
            yield each

    def _words(self, result: Any) -> str:
        for piece in (result.response, *result.followups):
            if piece is not None:
                self.heard += [(self.door, piece.message.content or "")]
                self.heard += [(self.door, each) for each in _shown(piece.components)]
        self.heard += [(self.door, each) for each in _shown(result.modal or {})]
        return super()._words(result)

    def strangers(self, *typed: str) -> set[tuple[str, str]]:
        """Door and words: what is not from the catalogue, and sentences that were cut.

        Args:
            typed: what people of the test wrote, which is shown back to them.
        """
        known = _names() | {*AS_THEY_ARE, *typed}
        found = {(door, shown) for door, shown in self.heard if cut(shown)}
        for door, shown in self.heard:
            words = untranslated(LOG_NUMBER.sub(" ", shown), known)
            found |= {(door, each) for each in words}
        return found


def shown_in(room: Any) -> list[str]:
    """Every word that stands in a room."""
    found: list[str] = []
    for message in room.history():
        found += [message.content or "", *_shown([each.to_dict() for each in message.components])]
    return found


def _shown(part: Any, name: str = "") -> Iterator[str]:
    if isinstance(part, dict):
        for key, each in part.items():
            yield from _shown(each, str(key))
    elif isinstance(part, list | tuple):
        for each in part:
            yield from _shown(each, name)
    elif isinstance(part, str) and name in SHOWN:
        yield part


@cache
def _names() -> frozenset[str]:
    """What services, countries and languages are called, and how the calendar speaks."""
    own: Any = Locale.parse(PSEUDO)
    english: Any = Locale.parse("en")
    names = {
        *own.territories.values(),
        *own.languages.values(),
        *own.months["format"]["wide"].values(),
    }
    names |= {english.get_display_name(), own.get_display_name().capitalize()}
    helplines = WORDS.content.helplines
    said = [each.name for each in (*helplines.line, *helplines.international_)]
    # What is typed to a service, and its address, stay as they are; what stands beside them not.
    said += [each for line in helplines.line for each in (line.text_keyword, line.email)]
    names |= {*said, *map(plain, said)}
    return frozenset(each for each in names if len(each) > 1)
