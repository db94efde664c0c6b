"""What follows a press: the beat that brings public posts up to date."""

from typing import Any

import discord

from bot.services.heartbeat import Heartbeat
from bot.ui.house import house_of


async def beat(interaction: discord.Interaction[Any]) -> None:
    """Do what the press made due; presses that come together are one beat."""
    await house_of(interaction).feature(Heartbeat).beat()
