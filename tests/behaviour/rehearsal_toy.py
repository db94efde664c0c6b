"""A very small bot that fits the rehearsal: one button, one answer, one daily post, one file."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from re import Match
from typing import Any, Self

import discord
from discord import app_commands

from bot.clock import Clock

TRIGGER = "tea"
QUESTION = "How is today?"


class Wave(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"toy:wave:(?P<n>\d+)"):
    """A button that outlives the process."""

    def __init__(self, number: int) -> None:
        super().__init__(discord.ui.Button(label="Wave", custom_id=f"toy:wave:{number}"))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: object, match: Match[str]
    ) -> Self:
        del interaction, item
        return cls(int(match["n"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message("A wave back.", ephemeral=True)


class Toy(discord.Client):
    """Keeps what it must remember in one SQLite file, as the real bot does."""

    def __init__(self, clock: Clock, path: Path) -> None:
        super().__init__(intents=discord.Intents(guilds=True, messages=True, message_content=True))
        self.tree = app_commands.CommandTree(self)
        self.clock = clock
        self.beats = 0
        self._kept = sqlite3.connect(path)
        self._kept.execute("create table if not exists kept (name text primary key, value text)")

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Wave)
        await self.tree.sync()

    async def adopt_rehearsal(
        self, guild_id: int, rooms: Mapping[str, int], roles: Mapping[str, int]
    ) -> None:
        del guild_id, roles
        self._keep("room", str(rooms["checkins"]))
        self._keep("due", (self.clock.now() + timedelta(minutes=10)).isoformat())
        await self._say(rooms["welcome"], "Welcome.")

    async def next_due(self) -> tuple[datetime, str] | None:
        return datetime.fromisoformat(self._kept_as("due")), "the daily question"

    async def beat(self) -> None:
        self.beats += 1
        due = datetime.fromisoformat(self._kept_as("due"))
        if due <= self.clock.now():
            self._keep("due", (due + timedelta(days=1)).isoformat())
            await self._say(int(self._kept_as("room")), QUESTION)

    async def on_message(self, message: discord.Message) -> None:
        if not message.author.bot and TRIGGER in message.content:
            await message.reply("With honey.")

    async def close(self) -> None:
        self._kept.close()
        await super().close()

    async def _say(self, room: int, words: str) -> None:
        channel = self.get_channel(room)
        assert isinstance(channel, discord.TextChannel)
        await channel.send(words, view=discord.ui.View(timeout=None).add_item(Wave(1)))

    def _keep(self, name: str, value: str) -> None:
        with self._kept:
            self._kept.execute("insert or replace into kept values (?, ?)", (name, value))

    def _kept_as(self, name: str) -> str:
        row = self._kept.execute("select value from kept where name = ?", (name,)).fetchone()
        return str(row[0])
