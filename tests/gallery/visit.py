"""A community to walk through for one chapter: who is there, and the ways a story opens doors."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import discord
import simcord
from simcord.results import to_discord_message

from bot.ids import GuildId
from bot.sections import CommunitySettings
from tests.gallery.album import Album, watched
from tests.gallery.crawl import Crawl, Root, cards
from tests.world import World, button, open_world

COUNTRY = {"en": "GB", "de": "DE"}
DISCORD = {"en": "en-US", "de": "de"}
PATIENCE = 60.0  # seconds; a busy machine is no fault of a story
Story = Callable[["Visit"], Awaitable[None]]


@dataclass(slots=True)
class Visit:
    """One story's world, and what is photographed in it."""

    world: World
    album: Album

    def who(self, name: str) -> Any:
        return self.world.people[name]

    def room(self, name: str) -> Any:
        return self.world.rooms[name]

    async def slash(self, who: str, command: str, /, room: str = "lounge", **options: Any) -> Any:
        return await self.who(who).slash(self.room(room), command, **options)

    async def press(self, who: str, message: Any, address: str) -> Any:
        now = self.fresh(message)
        return await self.who(who).click(now, custom_id=button(now, address))

    async def choose(self, who: str, message: Any, address: str, *values: Any) -> Any:
        now = self.fresh(message)
        return await self.who(who).select(now, list(values), custom_id=button(now, address))

    async def sends(self, who: str, form: Any, **words: Any) -> Any:
        """Send a form; what stood in its fields stays there."""
        parts = [each["component"] for each in form.modal["components"]]
        stood = {each["custom_id"]: each.get("value") or "" for each in parts if "value" in each}
        return await self.who(who).submit_modal(form, {**stood, **words})

    async def menu(self, who: str, key: str, target: Any, room: str = "lounge") -> Any:
        names = {each.name for each in self.world.bot.tree.walk_commands(type=_kind(target))}
        name = self.world.bot.texts.say(key, "en")
        assert name in names, name
        return await self.who(who).context_menu(self.room(room), name, target)

    async def later(self, **span: float) -> None:
        self.album.begin("", "Time passes")
        await self.world.later(timedelta(**span).total_seconds())
        self.album.look()

    async def walk(self, who: str, root: Root, presses: int = 60, most: int = 4) -> None:
        """Press everything that can be reached from where a root leads."""
        crawl = Crawl(self.world, self.album, who)
        crawl.most = most
        await crawl.walk(root, presses)

    async def walk_command(self, who: str, command: str, presses: int = 60, **how: Any) -> None:
        room = how.pop("room", "lounge")
        most = how.pop("most", 4)
        await self.walk(who, lambda: self.slash(who, command, room, **how), presses, most)

    async def walk_post(self, who: str, message: Any, presses: int = 40, most: int = 3) -> None:
        async def there() -> Any:
            return message

        await self.walk(who, there, presses, most)

    def posts(self, room: str) -> list[Any]:
        """What the bot has said in a room, oldest first."""
        return self.posts_in(self.room(room))

    def posts_in(self, room: Any) -> list[Any]:
        mine = [each for each in room.history() if each.author == self.world.bot.user]
        return sorted(mine, key=lambda each: each.id)

    def fresh(self, message: Any) -> Any:
        """A message as it stands now: a card may have been turned since it was looked at."""
        kept = self.world.env.backend.get_message(message.channel.id, message.id)
        return to_discord_message(self.world.env, kept)

    @staticmethod
    def card(result: Any) -> Any:
        """The last card of an answer."""
        return cards(result)[-1]


def _kind(target: Any) -> discord.AppCommandType:
    message = isinstance(target, discord.Message)
    return discord.AppCommandType.message if message else discord.AppCommandType.user


@asynccontextmanager
async def visit(folder: Path, locale: str, *, ready: bool = True) -> AsyncGenerator[Visit]:
    """A community that speaks a language; `ready`: as a finished wizard leaves it."""
    patient = partial(simcord.Env, settle_timeout=PATIENCE)
    with patch.object(simcord, "Env", patient):
        async with open_world(folder) as world:
            album = Album(world, DISCORD[locale])
            with watched(album):
                await _move_in(world, locale, ready=ready)
                yield Visit(world, album)
                album.look()


async def _move_in(world: World, locale: str, *, ready: bool) -> None:
    _more_people(world)
    guild, settings = GuildId(world.guild.id), world.bot.settings
    spoken = {"locale": locale, "country": COUNTRY[locale]}
    await settings.change(guild, CommunitySettings, **spoken)
    if ready:
        await world.set_up()
        await settings.change(guild, CommunitySettings, **spoken)


def _more_people(world: World) -> None:
    hosts = world.guild.create_role("Events", permissions=discord.Permissions(manage_events=True))
    for name, roles in {
        "hana": [world.roles["facilitator"], hosts],
        "robin": [],
        "noor": [],
        "kim": [],
    }.items():
        world.users[name] = world.env.create_user(name)
        world.people[name] = world.guild.add_member(world.users[name], roles=roles)
    for name in ("check-ins", "shares", "sessions"):
        world.rooms[name] = world.guild.create_text_channel(name)
