"""Panels that stay for months: brought up to date in their place when what they say has changed.

The row of the outbox by which a panel was posted is kept for as long as it stands, so that the
panel is found again; bringing it up to date is a row of its own, tried again like any post.
"""

import secrets
from dataclasses import replace
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId
from bot.services.courier import Parcel, Unwanted
from bot.services.outbox import Outbox
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from bot.ui.courier import DiscordCourier, Post
from bot.ui.home import HomePanel

ANEW = "house:anew"


class Posting(Protocol):
    """What it stands on; the bot has it."""

    clock: Clock
    database: Database
    outbox: Outbox
    courier: DiscordCourier
    home: HomePanel

    async def beat(self) -> None:
        """Let what is due be posted."""
        ...


class Standing:
    """Brings standing panels up to date."""

    def __init__(self, bot: Posting) -> None:
        self._bot = bot
        bot.courier.draws(ANEW, self._draw)
        # A panel that somebody deleted is no trouble.
        bot.outbox.endings.on_end(ANEW, self._ended, quiet=True)

    async def bring_up_to_date(self, guild: GuildId) -> None:
        """Plan it for every panel of a community: its language, country or lines have changed."""
        now = self._bot.clock.now()
        async with self._bot.database.read() as tx:
            rows = OutboxEntries(tx)
            stand = [
                each
                for kind in sorted(self._bot.home.standing)
                for each in await rows.beginning(f"{kind}:{guild}:")
            ]
        wish = secrets.token_hex(8)  # each change counts; done twice, it changes nothing
        await self._bot.outbox.put(
            [
                Order(f"{ANEW}:{guild}:{each.id}:{wish}", ANEW, guild, now, {"panel": each.id})
                for each in stand
                if each.state is State.SENT
            ]
        )
        await self._bot.beat()

    async def _draw(self, parcel: Parcel) -> Post:
        async with self._bot.database.read() as tx:
            panel = await OutboxEntries(tx).numbered(parcel.ids["panel"])
        if panel is None or panel.channel is None or panel.message is None:
            raise Unwanted
        drawn = await self._bot.courier.drawer(panel.kind)(
            Parcel(panel.key, panel.kind, panel.guild, panel.ids)
        )
        return replace(drawn, to=panel.channel, over=panel.message)

    async def _ended(self, tx: AsyncConnection, entry: Entry, state: State) -> None:
        """One that is gone is looked for no more."""
        if state is State.FAILED and entry.reason == "gone":
            await OutboxEntries(tx).forget(entry.ids["panel"])
