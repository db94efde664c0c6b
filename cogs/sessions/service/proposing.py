"""Members propose, hosts answer: the words are seen by hosts, the person by nobody."""

from collections.abc import Mapping

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.people import People
from bot.services.reach import Notice, Reach
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.domain.plan import Plan
from cogs.sessions.service.ports import (
    NOTICES,
    PROPOSAL,
    PROPOSED,
    NoSuchProposal,
    TooManyProposals,
)
from cogs.sessions.store.asides import Proposal, Proposals, ProposalState
from cogs.sessions.store.plans import Session, Sessions

MOST_WAITING = 3  # of one person
DECLINED, TAKEN = 0, 1


class Proposing:
    """What members would like, and what becomes of it."""

    def __init__(self, database: Database, people: People, clock: Clock, reach: Reach) -> None:
        self._database = database
        self._people = people
        self._clock = clock
        self._reach = reach

    async def propose(self, guild: GuildId, user: UserId, words: Mapping[str, str]) -> None:
        """Keep a proposal; staff are told that there is one, and not what.

        Raises:
            TooManyProposals: three of theirs wait already.
        """
        now, tag = self._clock.now(), self._people.tag(guild, user)
        async with self._database.write() as tx:
            if await Proposals(tx).of(guild, tag) >= MOST_WAITING:
                raise TooManyProposals
            number = await Proposals(tx).add(guild, (user, tag), words, now)
            # With the time: a number may come again when somebody's rows were erased.
            key = f"{PROPOSED}:{number}:{int(now.timestamp())}"
            await OutboxEntries(tx).put(Order(key, PROPOSED, guild, now, {"proposal": number}))

    async def waiting(self, guild: GuildId) -> list[Proposal]:
        """What no host has answered."""
        async with self._database.read() as tx:
            return await Proposals(tx).waiting(guild)

    async def get(self, guild: GuildId, number: int) -> Proposal:
        """One that waits.

        Raises:
            NoSuchProposal: it was answered, or is gone.
        """
        async with self._database.read() as tx:
            found = await Proposals(tx).get(guild, number)
        if found is None or found.state is not ProposalState.OPEN:
            raise NoSuchProposal
        return found

    async def take(self, guild: GuildId, number: int, user: UserId, zone: str) -> Session:
        """A host makes a draft of it; whoever proposed it is told once.

        Raises:
            NoSuchProposal: another host answered it.
        """
        async with self._database.write() as tx:
            found = await Proposals(tx).get(guild, number)
            if found is None or not await Proposals(tx).answer(number, ProposalState.TAKEN):
                raise NoSuchProposal
            tag, sessions = self._people.tag(guild, user), Sessions(tx)
            plan = Plan(zone=zone, title=found.words["title"], purpose=found.words["why"])
            made = await sessions.add(guild, plan, (user, tag), self._clock.now())
            await self._reach.tell_in(tx, _notice(found, TAKEN), NOTICES)
            draft = await sessions.get(guild, made)
        if draft is None:
            raise NoSuchProposal
        return draft

    async def decline(self, guild: GuildId, number: int) -> None:
        """A host cannot make it happen now; whoever proposed it is told once, kindly."""
        async with self._database.write() as tx:
            found = await Proposals(tx).get(guild, number)
            if found is None or not await Proposals(tx).answer(number, ProposalState.DECLINED):
                raise NoSuchProposal
            await self._reach.tell_in(tx, _notice(found, DECLINED), NOTICES)


def _notice(found: Proposal, became: int) -> Notice:
    ids = {"proposal": found.id, "became": became}
    return Notice(found.guild, found.person, PROPOSAL, ids)
