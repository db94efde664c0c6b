"""The one place where what went wrong is worded, kindly and privately.

Five doors lead here: the command tree, `Route`, `Pick`, `Form`, and the listeners. What is not a
`Refusal` is a bug: it is logged under an id, and the person gets a calm sentence with that id.
"""

import asyncio
import logging
import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.errors import Refusal
from bot.storage.database import StorageDown
from bot.ui.answers import answer
from bot.ui.cards import Card, Tone, plain
from bot.ui.house import Voice, voice_of

log = logging.getLogger("hearth.explain")

# The interaction is gone (answered too late, or its message was deleted): nothing to answer to.
_GONE = {10008, 10062, 10015, 40060}
_ON_A_CARD = 1900  # characters; made harmless they are twice as many at most, and still fit


class NotYourRight(Refusal):
    """The act needs a role or a permission that this person does not have now."""

    key = "refusal.not-your-right"


class OldButton(Refusal):
    """The button belongs to an earlier version, or to something that has ended."""

    key = "refusal.old-button"


class NotServed(Refusal):
    """The operator keeps the bot to other communities (`HEARTH_GUILDS`)."""

    key = "refusal.not-served"


def check_served(interaction: discord.Interaction[Any]) -> None:
    """Only communities that the operator chose are served; direct messages always are.

    Raises:
        NotServed: this one is not among them.
    """
    guild = interaction.guild_id
    if guild is not None and not interaction.client.allowed(guild):
        raise NotServed


@asynccontextmanager
async def door(interaction: discord.Interaction[Any]) -> AsyncGenerator[None]:
    """Whatever is raised inside becomes one private card."""
    try:
        yield
    except asyncio.CancelledError:
        raise
    except Exception as problem:  # noqa: BLE001 - a door (docs/decisions/0009): nothing may reach the member raw
        await explain(interaction, problem)


async def explain(interaction: discord.Interaction[Any], problem: BaseException) -> None:
    """Answer the person who asked; never raises."""
    await _say(interaction, explanation(voice_of(interaction), _unwrapped(problem)))


async def give_back(interaction: discord.Interaction[Any], words: str) -> None:
    """Show somebody what they wrote and what was not taken, whole; never raises."""
    voice = voice_of(interaction)
    for at in range(0, len(words), _ON_A_CARD):
        piece = plain(words[at : at + _ON_A_CARD])
        await _say(interaction, Card(voice("refusal.your-words"), words=piece))


async def _say(interaction: discord.Interaction[Any], card: Card) -> None:
    try:
        await answer(interaction, card)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as unanswered:
        code = getattr(unanswered, "code", 0)
        if code not in _GONE:
            log.warning("explain.unanswered", extra={"code": code})


def explanation(voice: Voice, problem: BaseException) -> Card:
    """The card for an error, and a line in the log where somebody should look."""
    if isinstance(problem, Refusal):
        return Card(voice("refusal.title"), (voice(problem.key, **problem.values),))
    number = secrets.token_hex(4)
    if isinstance(problem, StorageDown):
        log.error("storage.down", extra={"id": number})
        key = "refusal.storage-down"
    elif isinstance(problem, discord.Forbidden):
        log.warning("discord.forbidden", extra={"id": number, "code": problem.code})
        key = "refusal.forbidden"
    elif isinstance(problem, discord.HTTPException | aiohttp.ClientError | OSError):
        log.warning("discord.unavailable", extra={"id": number}, exc_info=problem)
        key = "refusal.discord-down"
    else:
        log.error("bug", extra={"id": number}, exc_info=problem)
        key = "refusal.bug"
    return Card(voice("refusal.title"), (voice(key, id=number),), tone=Tone.CALM)


def _unwrapped(problem: BaseException) -> BaseException:
    if isinstance(problem, app_commands.CommandInvokeError):
        return problem.original
    if isinstance(problem, app_commands.CheckFailure | app_commands.CommandSignatureMismatch):
        return NotYourRight()
    if isinstance(problem, app_commands.CommandNotFound):
        return OldButton()
    return problem


class HouseTree(app_commands.CommandTree[Any]):
    """The command tree, with its door."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        async with door(interaction):
            check_served(interaction)
            return True
        return False  # the door has answered

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        await explain(interaction, error)
