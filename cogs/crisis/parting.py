"""Cases that somebody holds when they step back or are erased, and those about themselves."""

from sqlalchemy import select

from bot.app import SupportBot
from bot.ids import GuildId, UserId
from bot.services.case_desk import CaseDesk
from bot.services.heartbeat import Heartbeat
from bot.services.parting import Part
from bot.services.without import Without
from bot.storage.case_files import CaseFiles
from bot.storage.cases import LIVE, Case, CaseNoteRow
from cogs.crisis.staff import redraw, somebody_goes, take_back


class Holding:
    """Cases of staff and of members, as they end for one person."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot

    async def held(self, guild: GuildId, user: UserId) -> list[Case]:
        """Live cases that somebody has, as staff."""
        live = await self._bot.feature(CaseDesk).live(guild, user)
        return [case for case in live if case.owner == user]

    async def count_held(self, guild: GuildId, user: UserId) -> int:
        """How many."""
        return len(await self.held(guild, user))

    async def hand_back(self, guild: GuildId, user: UserId) -> None:
        """They wait for somebody else, who is called at once."""
        held = await self.held(guild, user)
        for case in held:
            await redraw(self._bot, await self._bot.cases.hand_back(guild, case.id, user))
        if held:
            await self._bot.feature(Heartbeat).beat()

    async def own(self, guild: GuildId, user: UserId) -> list[Case]:
        """Live cases about somebody of which nobody else told staff."""
        tag = self._bot.people.tag(guild, user)
        async with self._bot.database.read() as tx:
            found = [c for c in await CaseFiles(tx).all_about(guild, tag) if c.state in LIVE]
            told = await tx.execute(
                select(CaseNoteRow.case_id).where(
                    CaseNoteRow.case_id.in_([case.id for case in found]), CaseNoteRow.tag != tag
                )
            )
            others = set(told.scalars())
        return [case for case in found if case.id not in others]

    async def count_own(self, guild: GuildId, user: UserId) -> int:
        """How many."""
        return len(await self.own(guild, user))

    async def take_down(self, guild: GuildId, user: UserId) -> None:
        """Their cards and calls leave the staff channel; the rows go with everything else."""
        for case in await self.own(guild, user):
            await somebody_goes(self._bot, case)
            await take_back(self._bot, case)

    async def forget(self, guild: GuildId, user: UserId) -> None:
        """What memory holds of somebody, and nothing has to hold any more."""
        self._bot.feature(Without).forget(guild, user)

    async def nothing(self, _guild: GuildId, _user: UserId) -> int:
        """What is only in memory is nothing that somebody has to decide about."""
        return 0


def name_parts(bot: SupportBot) -> None:
    """Name them to the house."""
    holding, partings = Holding(bot), bot.reach.partings
    partings.add(
        Part("cases.parting-held", holding.count_held, holding.hand_back, holding.hand_back)
    )
    partings.add(Part("cases.parting-own", holding.count_own, holding.take_down))
    partings.add(Part("", holding.nothing, holding.forget))
