"""Answers to open check-ins, and what was shared under a name, when somebody is erased."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import SupportBot
from bot.ids import GuildId, UserId
from bot.services.courier import Posted
from bot.services.parting import Part
from bot.storage.outbox import State
from cogs.checkins.diary import Diary
from cogs.checkins.kept import Shares
from cogs.checkins.keys import CheckInKeys
from cogs.checkins.store import AnswerRows, CheckInRows


class Answered:
    """What is open of somebody's check-ins."""

    def __init__(self, bot: SupportBot, keys: CheckInKeys, diary: Diary) -> None:
        self._bot, self._keys, self._diary = bot, keys, diary

    def name_parts(self) -> None:
        """Name them to the house."""
        partings = self._bot.reach.partings
        partings.add(Part("checkins.parting-answers", self._count, self._take_back))
        partings.add(Part("checkins.parting-shared", self._count_shared, self._take_down))

    async def _count(self, _guild: GuildId, user: UserId) -> int:
        async with self._bot.database.read() as tx:
            return len(await self._answers(tx, user))

    async def _take_back(self, _guild: GuildId, user: UserId) -> None:
        async with self._bot.database.write() as tx:
            for checkin, token in await self._answers(tx, user):
                await AnswerRows(tx).drop(checkin, token)

    async def _answers(self, tx: AsyncConnection, user: UserId) -> list[tuple[int, bytes]]:
        """What somebody answered to check-ins that are open, by number and token."""
        found: list[tuple[int, bytes]] = []
        for checkin in await CheckInRows(tx).living():
            key = self._keys.get(checkin)
            if key is not None and await AnswerRows(tx).get(checkin, key.token(user)):
                found.append((checkin, key.token(user)))
        return found

    async def _numbers(self, guild: GuildId, user: UserId) -> list[int]:
        tag = self._bot.people.tag(guild, user)
        async with self._bot.database.read() as tx:
            return await Shares(tx).of(tag)

    async def _count_shared(self, guild: GuildId, user: UserId) -> int:
        return len(await self._numbers(guild, user))

    async def _take_down(self, guild: GuildId, user: UserId) -> None:
        for number in await self._numbers(guild, user):
            row = await self._diary.post_of(number)
            await self._diary.take_back(guild, number, user)
            if row is not None and row.state is State.SENT and row.channel and row.message:
                await self._bot.courier.withdraw(Posted(row.channel, row.message))
