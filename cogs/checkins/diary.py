"""What can be done after an answer, as verbs: keep it, share it, ask for somebody."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import ChannelId, GuildId, UserId
from bot.services.cases import Cases
from bot.services.heartbeat import Heartbeat
from bot.services.people import People
from bot.storage.cases import NewCase
from bot.storage.database import Database
from bot.storage.outbox import Entry as Row
from bot.storage.outbox import Order, OutboxEntries, State
from cogs.checkins.domain import Answer
from cogs.checkins.kept import Entries, Entry, Share, Shares
from cogs.checkins.service import CheckIns

SHARE = "checkins:share"
REACH_OUT = "reach_out"
# What was shared belongs to a conversation; an hour later it would surprise its author.
STILL_FITS = timedelta(hours=1)


class SharedAlready(Refusal):
    """One share a check-in."""

    key = "refusal.checkin-shared-already"


class NothingToShare(Refusal):
    """Neither an answer nor words."""

    key = "refusal.checkin-nothing-to-share"


class NotYours(Refusal):
    """Only whoever shared it can take it back."""

    key = "refusal.checkin-not-yours"


class Services(Protocol):
    """What it stands on; the bot has it."""

    database: Database
    people: People
    cases: Cases
    heartbeat: Heartbeat
    clock: Clock


class Diary:
    """Keeps, shares and asks, for one person at a time and only on their press."""

    def __init__(self, services: Services, checkins: CheckIns) -> None:
        self._database, self._people = services.database, services.people
        self._cases, self._heartbeat = services.cases, services.heartbeat
        self._clock, self._checkins = services.clock, checkins

    async def keep(self, guild: GuildId, checkin: int, user: UserId) -> None:
        """Keep this check-in for its author; later changes of the answer follow.

        Raises:
            Ended: it has closed, and its answer is gone.
        """
        mine = await self._checkins.mine(guild, checkin, user)
        # A day and not a moment: the hour of a mood is nobody's business.
        day = self._clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        count = await self.kept_for(guild, user)
        async with self._database.write() as tx:
            place = (guild, self._people.tag(guild, user))
            await Entries(tx).keep(place, checkin, mine, (day, count))

    async def kept_for(self, guild: GuildId, user: UserId) -> int:
        """For how many days somebody's entries stay."""
        return (await self._people.wishes(guild, user)).keep_days

    async def keep_for(self, guild: GuildId, user: UserId, count: int) -> None:
        """From now on for so many days, what is kept already too; what is older goes at night."""
        await self._people.wish(guild, user, keep_days=count)
        async with self._database.write() as tx:
            await Entries(tx).keep_for(self._people.tag(guild, user), count)

    async def let_go(self, guild: GuildId, checkin: int, user: UserId) -> None:
        """Keep nothing of this check-in."""
        async with self._database.write() as tx:
            await Entries(tx).drop(self._people.tag(guild, user), checkin)

    async def standing(self, guild: GuildId, checkin: int, user: UserId) -> tuple[bool, bool]:
        """Whether somebody keeps a check-in, and whether they shared it."""
        tag = self._people.tag(guild, user)
        async with self._database.read() as tx:
            return await Entries(tx).has(tag, checkin), await Shares(tx).has(tag, checkin)

    async def history(self, guild: GuildId, user: UserId) -> list[Entry]:
        """Everything that somebody keeps, the newest first."""
        async with self._database.read() as tx:
            return await Entries(tx).of(guild, self._people.tag(guild, user))

    async def delete(self, guild: GuildId, user: UserId, number: int | None) -> int:
        """Delete one entry, or all of them (None); answers how many went."""
        async with self._database.write() as tx:
            return await Entries(tx).delete(self._people.tag(guild, user), number)

    async def share(self, guild: GuildId, checkin: int, user: UserId, channel: ChannelId) -> bool:
        """Post a check-in under its author's name; answers whether it stands there already.

        Raises:
            Ended, NothingToShare, SharedAlready: nothing was posted.
        """
        mine = shareable(await self._checkins.mine(guild, checkin, user))
        now = self._clock.now()
        async with self._database.write() as tx:
            share = Share(guild, user, channel, mine)
            number = await Shares(tx).add(share, self._people.tag(guild, user), checkin, now)
            if number is None:
                raise SharedAlready
            order = Order(
                f"{SHARE}:{number}", SHARE, guild, now, {"share": number}, now + STILL_FITS
            )
            await OutboxEntries(tx).put(order)
        await self._heartbeat.beat()
        row = await self.post_of(number)
        return row is not None and row.state is State.SENT

    async def get(self, guild: GuildId, number: int) -> Share | None:
        """One share."""
        async with self._database.read() as tx:
            return await Shares(tx).get(guild, number)

    async def post_of(self, number: int) -> Row | None:
        """Where a share stands in the outbox."""
        async with self._database.read() as tx:
            return await OutboxEntries(tx).get(f"{SHARE}:{number}")

    async def take_back(self, guild: GuildId, number: int, user: UserId) -> None:
        """Its author takes a share back; whoever posts deletes the post.

        Raises:
            NotYours: somebody else pressed, or it is too long ago to know.
        """
        async with self._database.write() as tx:
            shares = Shares(tx)
            share = await shares.get(guild, number)
            if share is None or share.person != user:
                raise NotYours
            await shares.drop(number)

    async def unheard(self) -> Sequence[tuple[Share, Row]]:
        """Shares that stand and that nobody has read as a message yet; answered once each."""
        async with self._database.read() as tx:
            waiting = await Shares(tx).unheard()
        found: list[tuple[Share, Row]] = []
        for share in waiting:
            row = await self.post_of(share.id)
            if row is not None and row.state is State.SENT:
                found.append((share, row))
                async with self._database.write() as tx:
                    await Shares(tx).heard(share.id)
        return found

    async def reach_out(self, guild: GuildId, user: UserId) -> None:
        """Ask staff to reach out; of the check-in they learn nothing.

        Raises:
            StorageDown: nobody was told.
        """
        await self._cases.open(
            NewCase(
                guild=guild,
                kind=REACH_OUT,
                tag=self._people.tag(guild, user),
                person=user,
                place=None,
                source_index=None,
                level="concern",
                category="check_in",
                rules=(),
                excerpt=None,
                reached="asked",
                at=self._clock.now(),
            )
        )
        await self._heartbeat.beat()


def is_something(mine: Answer) -> bool:
    """Whether there is anything to show of an answer."""
    return bool(mine.words or mine.level)


def shareable(mine: Answer) -> Answer:
    """What the group would see: the words if there are any, and then not the answer.

    Raises:
        NothingToShare: there is neither.
    """
    if not is_something(mine):
        raise NothingToShare
    return Answer(words=mine.words) if mine.words else Answer(level=mine.level)
