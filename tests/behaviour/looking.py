"""Looks behind every door that one person can open, and writes down what each one shows.

The doors are found, not listed: every command, menu, button, select and form that the program
declares, each asked about one number. A new one is walked through without a line here.
"""

import re
from collections.abc import AsyncIterator, Collection, Iterator
from typing import Any

import discord
import simcord
from discord import app_commands

from bot.ids import GuildId, MessageId, UserId
from bot.safety.signal import Category, Level
from bot.sections import Section
from bot.services.signposting import Concern, seal
from bot.ui.cards import Card, layout
from bot.ui.forms import Form
from bot.ui.house import public_voice
from bot.ui.routes import Pick, Route, address_of
from tests.house.house import addressed
from tests.world import World, texts_of

DOORS = addressed()
FORMS = [kind for kind in DOORS if issubclass(kind, Form)]
PRESSED = [kind for kind in DOORS if not issubclass(kind, Form)]
# What differs between two runs and tells nothing: moments, made-up ids, numbers for the log.
NOISE = re.compile(
    r"<t:\d+(?=[:>])|\d{17,20}|№ [0-9a-f]{12}|[0-9A-Za-z_-]{60,}"
    r"|(?<![0-9a-z])[0-9a-f]{8}(?![0-9a-z])"
)
PER_ROW, PER_MESSAGE = 5, 5
# After so many doors an hour passes, so that open modals end: SimCord asks after each press of
# everything that still waits.
TIRED = 15
NOBODYS = "A" * 67  # a token as long as any, of nothing


class OpensForms(Route, address="looking:form", label="more.open", ids=2):
    """Opens any form, so that each can be sent without knowing the way to it."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        place, number = self.ids
        kind = FORMS[place]
        token = NOBODYS if kind.has_token else ""
        await kind(*[number] * kind.id_count, token=token).open(interaction)


class Walk:
    """One person, and the number that they ask everything about."""

    def __init__(self, world: World, who: str, number: int) -> None:
        self.world, self.who, self.number = world, world.people[who], number
        self.room = world.rooms["welcome"]
        self.guild = GuildId(world.guild.id)
        self.standing: dict[str, Any] = {}
        self.only: Collection[str] = ()
        self.but: tuple[str, ...] = ()
        self.as_set_up = [
            world.bot.settings.of(self.guild, section) for section in Section.__subclasses__()
        ]
        concern = Concern(
            UserId(self.who.id), MessageId(number), Level.HIGH, Category.PANIC_DISSOCIATION
        )
        self.token = seal(world.bot.keyring, concern)

    async def everything(
        self, only: Collection[str] = (), but: tuple[str, ...] = ()
    ) -> dict[str, str]:
        """Every door by its name (or only some, or all but some), and every word behind it."""
        self.only, self.but = only, but
        self.world.bot.add_routes(OpensForms)
        await self._put_up()
        found: dict[str, str] = {}
        async for name, shown in self._doors():
            found[name] = NOISE.sub("·", shown.replace(str(self.number), "NUMBER"))
            if len(found) % TIRED == 0:
                await self.world.env.advance_time(4000)
        for name, room in self.world.rooms.items():
            said = [m for m in room.history(viewer=self.who) if not m.flags.ephemeral]
            found[f"#{name}"] = str(sorted({NOISE.sub("·", texts_of(m)) for m in said}))
        direct = self.who.user.dm_channel.history()
        found["@"] = NOISE.sub("·", "\n".join(texts_of(message) for message in direct))
        return found

    async def _doors(self) -> AsyncIterator[tuple[str, str]]:
        for command in self._commands():
            async for each in self._command(command):
                yield each
        for kind in PRESSED:
            if self._passed_by(kind.address):
                continue
            async for each in self._pressed(kind):
                yield each
        for place, kind in enumerate(FORMS):
            if self._passed_by(kind.address):
                continue
            await self._put_back()
            shown = await self._press(address_of(OpensForms, (place, self.number), ""))
            yield f"form {kind.address}", self._words(await self._sent(shown))

    def _passed_by(self, address: str) -> bool:
        return bool(self.only and address not in self.only) or address.startswith(self.but)

    def _commands(self) -> Iterator[Any]:
        tree = self.world.bot.tree
        for kind in (None, discord.AppCommandType.user, discord.AppCommandType.message):
            found = tree.walk_commands() if kind is None else tree.walk_commands(type=kind)
            for each in found:
                group = isinstance(each, app_commands.Group)
                if not group and not self._passed_by(f"/{each.qualified_name}"):
                    yield each

    async def _command(self, command: Any) -> AsyncIterator[tuple[str, str]]:
        name = f"/{command.qualified_name}"
        try:
            if isinstance(command, app_commands.ContextMenu):
                about = self.world.people["theo"]
                if command.type is discord.AppCommandType.message:
                    name, about = f"message {name}", self.world.rooms["lounge"].history()[0]
                result = await self.who.context_menu(
                    self.world.rooms["lounge"], command.qualified_name, about
                )
            else:
                options = {p.display_name: self._filled(p) for p in command.parameters}
                for each in command.parameters:
                    if each.autocomplete:
                        typed = await self.who.autocomplete(
                            self.room, command.qualified_name, each.display_name, str(self.number)
                        )
                        yield f"{name} {each.name}…", str(typed)
                result = await self.who.slash(self.room, command.qualified_name, **options)
        except simcord.SetupError:
            yield name, "not theirs"
            return
        yield name, self._words(result)
        if result.modal:
            yield f"{name} sent", self._words(await self._sent(result))

    def _filled(self, parameter: Any) -> Any:
        whole = parameter.type is discord.AppCommandOptionType.integer
        return self.number if whole else str(self.number)

    async def _pressed(self, kind: type[Route] | type[Pick]) -> AsyncIterator[tuple[str, str]]:
        await self._put_back()
        custom_id = self._address(kind)
        if issubclass(kind, Route):
            yield kind.address, self._words(await self._press(custom_id))
            return
        for name, value in self._values.items():
            message = await self._standing(custom_id)
            result = await self.who.select(message, [value], custom_id=custom_id)
            yield f"{kind.address} {name}", self._words(result)

    async def _put_back(self) -> None:
        """What an earlier press decided must not hide anything."""
        settings = self.world.bot.settings
        for before in self.as_set_up:
            if settings.of(self.guild, type(before)) != before:
                await settings.change(self.guild, type(before), **before.model_dump())

    async def _press(self, custom_id: str) -> Any:
        return await self.who.click(await self._standing(custom_id), custom_id=custom_id)

    async def _standing(self, custom_id: str) -> Any:
        """The message with a button; some buttons take their message down when they are used."""
        try:
            await self.room_of_the_bot.fetch_message(self.standing[custom_id].id)
        except discord.NotFound:
            await self._put_up()
        return self.standing[custom_id]

    def _address(self, kind: type[Route] | type[Pick]) -> str:
        ids = (self.number,) * kind.id_count
        return address_of(kind, ids, self.token if kind.has_token else "")

    async def _put_up(self) -> None:
        """Every button and select there is, on a few messages that they can see."""
        voice, number = public_voice(self.world.bot, self.guild), self.number
        buttons: list[Any] = [
            OpensForms.button(voice, place, number, label="x") for place in range(len(FORMS))
        ]
        selects: list[tuple[Any, ...]] = []
        for kind in PRESSED:
            ids, token = [number] * kind.id_count, self.token if kind.has_token else ""
            if issubclass(kind, Route):
                buttons.append(kind.button(voice, *ids, token=token, label="x"))
            else:
                options = [(value, name) for name, value in self._values.items()]
                selects.append((kind.words(voice, options, *ids, token=token),))
        rows = [tuple(buttons[n : n + PER_ROW]) for n in range(0, len(buttons), PER_ROW)] + selects
        for n in range(0, len(rows), PER_MESSAGE):
            shown = rows[n : n + PER_MESSAGE]
            message = await self.room_of_the_bot.send(view=layout(Card("doors", rows=tuple(shown))))
            for control in (each for row in shown for each in row):
                self.standing[control.item.custom_id] = message

    @property
    def room_of_the_bot(self) -> discord.PartialMessageable:
        return self.world.bot.get_partial_messageable(self.room.id)

    @property
    def _values(self) -> dict[str, str]:
        return {"number": str(self.number), "person": str(self.world.people["theo"].id)}

    async def _sent(self, shown: Any) -> Any:
        fields = [part["component"] for part in shown.modal["components"]]
        return await self.who.submit_modal(shown, {f["custom_id"]: _typed(f) for f in fields})

    def _words(self, result: Any) -> str:
        assert result.acknowledged
        pieces = [piece for piece in (result.response, *result.followups) if piece is not None]
        words = [texts_of(piece.message) for piece in pieces]
        ids = [re.findall(r"'custom_id': '([^']*)'", str(piece.components)) for piece in pieces]
        return "\n".join((*words, str(ids), str(result.modal or "")))


def _typed(part: dict[str, Any]) -> Any:
    """What is put into a field of a form: the first of what can be chosen, a file, else a word."""
    if part["type"] == discord.ComponentType.file_upload.value:
        return [("1.png", b"1")]
    options = part.get("options")
    return options[0]["value"] if options else "1"
