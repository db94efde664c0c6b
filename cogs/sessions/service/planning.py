"""Drafts, and what becomes of them: shown, changed, skipped, moved, cancelled."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.schedule.recurrence import check
from bot.services.people import People
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.domain.plan import Occurrence, Plan, instant, occurrences, rule_of
from cogs.sessions.domain.spoken import check_wall
from cogs.sessions.service.following import LOOKED_AHEAD, Following
from cogs.sessions.service.ports import (
    CARD,
    ChangedMeanwhile,
    KindStays,
    NoSuchSession,
    NotReady,
    OutOfOrder,
    TooMany,
    Where,
    card_key,
)
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions, SessionState

MOST = 25  # as many as a select of Discord's can offer


class Planning:
    """Everything that hosts do before and between meetings."""

    def __init__(
        self, database: Database, people: People, clock: Clock, following: Following
    ) -> None:
        self._database = database
        self._people = people
        self._clock = clock
        self._following = following

    async def begin(self, guild: GuildId, user: UserId, zone: str) -> Session:
        """A new draft."""
        tag = self._people.tag(guild, user)
        async with self._database.write() as tx:
            sessions = Sessions(tx)
            number = await sessions.add(guild, Plan(zone=zone), (user, tag), self._clock.now())
            return _there(await sessions.get(guild, number))

    async def edit(self, guild: GuildId, number: int, user: UserId) -> Session:
        """A draft that will change a session; an older one of theirs for it is thrown away."""
        tag, now = self._people.tag(guild, user), self._clock.now()
        async with self._database.write() as tx:
            sessions = Sessions(tx)
            live = _live(await sessions.get(guild, number))
            for each in await sessions.drafts(guild, tag):
                if each.edits == live.id:
                    await sessions.drop(each.id)
            made = await sessions.add(guild, live.plan, (user, tag), now)
            base = {"edits": live.id, "edits_version": live.version}
            await sessions.change(made, people=list(live.hosts or (user,)), **base)
            return _there(await sessions.get(guild, made))

    async def draft(self, guild: GuildId, number: int, user: UserId) -> Session:
        """Somebody's own draft.

        Raises:
            NoSuchSession: it is not theirs, not a draft, or gone.
        """
        async with self._database.read() as tx:
            return self._own(await Sessions(tx).get(guild, number), user)

    async def drafts(self, guild: GuildId, user: UserId) -> list[Session]:
        """Somebody's drafts, the newest first."""
        async with self._database.read() as tx:
            return await Sessions(tx).drafts(guild, self._people.tag(guild, user))

    async def change(
        self, guild: GuildId, number: int, user: UserId, how: Callable[[Plan], Plan]
    ) -> Session:
        """Change a draft; what `how` raises changes nothing."""
        async with self._database.write() as tx:
            sessions = Sessions(tx)
            draft = self._own(await sessions.get(guild, number), user)
            plan = how(draft.plan)
            if plan.start is not None:
                check(rule_of(plan))
            await sessions.change(number, plan=plan, ended_at=self._clock.now())
            return _there(await sessions.get(guild, number))

    async def hosts(
        self, guild: GuildId, number: int, user: UserId, hosts: tuple[UserId, ...]
    ) -> Session:
        """Choose who hosts: the host and, where there is one, the co-host."""
        async with self._database.write() as tx:
            sessions = Sessions(tx)
            self._own(await sessions.get(guild, number), user)
            await sessions.change(number, people=list(dict.fromkeys(hosts))[:2])
            return _there(await sessions.get(guild, number))

    async def discard(self, guild: GuildId, number: int, user: UserId) -> None:
        """Throw a draft away."""
        async with self._database.write() as tx:
            self._own(await Sessions(tx).get(guild, number), user)
            await Sessions(tx).drop(number)

    async def publish(self, guild: GuildId, number: int, user: UserId, where: Where) -> Session:
        """Show a draft to those it is for, or change the session that it is a draft of.

        Raises:
            NotReady, TooMany, ChangedMeanwhile, KindStays: as they say.
        """
        now = self._clock.now()
        async with self._database.write() as tx:
            sessions = Sessions(tx)
            draft = self._own(await sessions.get(guild, number), user)
            if draft.plan.missing or not occurrences(draft.plan, now, 1):
                raise NotReady
            if draft.edits is not None:
                made = await self._apply(tx, draft)
                await self._show(tx, made, where)
                return made
            if len(await sessions.live(guild)) >= MOST:
                raise TooMany
            _still_ahead(draft.plan, now)
            await sessions.change(
                number,
                state=SessionState.LIVE,
                version=1,
                host_tag=self._people.tag(guild, draft.hosts[0]),
                next_look=now,
                ended_at=None,
            )
            made = _there(await sessions.get(guild, number))
            await self._show(tx, made, where)
            return made

    async def skip(self, guild: GuildId, number: int, day: date) -> Session:
        """Leave one date out."""
        return await self._replan(
            guild, number, lambda plan: plan.but(skipped=plan.skipped.union([day]))
        )

    async def move(self, guild: GuildId, number: int, day: date, wall: datetime) -> Session:
        """Let one date happen at another time; the order of dates stays.

        Raises:
            OutOfOrder: another date lies between.
            StartRefused: as `check_wall`.
        """
        now = self._clock.now()

        def moved(plan: Plan) -> Plan:
            check_wall(wall, ZoneInfo(plan.zone), now)
            changed = plan.but(moved={**plan.moved, day: wall})
            before, after = (
                [each.day for each in occurrences(each_plan, now, LOOKED_AHEAD)]
                for each_plan in (plan, changed)
            )
            if day not in before or before[: len(after)] != after[: len(before)]:
                raise OutOfOrder
            return changed

        return await self._replan(guild, number, moved)

    async def cancel(self, guild: GuildId, number: int) -> Session:
        """End a session; whoever wanted to come is told once."""
        now = self._clock.now()
        async with self._database.write() as tx:
            sessions = Sessions(tx)
            live = _live(await sessions.get(guild, number))
            ended = {"state": SessionState.CANCELLED, "ended_at": now, "next_look": None}
            await sessions.change(live.id, version=live.version + 1, **ended)
            await sessions.changed(live.id)
            meeting = await Meetings(tx).of(live.id)
            if meeting is not None and meeting.state is MeetingState.PLANNED:
                await self._following.call_off(tx, meeting)
            return _there(await sessions.get(guild, live.id))

    async def live(self, guild: GuildId) -> list[Session]:
        """Every session that goes on."""
        async with self._database.read() as tx:
            return await Sessions(tx).live(guild)

    async def session(self, guild: GuildId, number: int) -> Session:
        """A session, whatever its state.

        Raises:
            NoSuchSession: there is none.
        """
        async with self._database.read() as tx:
            return _there(await Sessions(tx).get(guild, number))

    async def post(self, order: Order) -> None:
        """Plan a post of this feature; planning it twice is planning it once."""
        async with self._database.write() as tx:
            await OutboxEntries(tx).put(order)

    async def felt(self, session: Session) -> tuple[int, ...] | None:
        """How the latest meeting was for people, told when nobody can tap any more.

        Who reads a count twice while it grows learns what the last person tapped.
        None: there was none.
        """
        async with self._database.read() as tx:
            meeting = await Meetings(tx).latest_over(session.id)
        return None if meeting is None else meeting.tally

    async def over_lately(self, guild: GuildId) -> list[tuple[Session, Meeting]]:
        """Sessions that ended and still are kept, each with its last meeting; the latest first."""
        async with self._database.read() as tx:
            last = await Meetings(tx).last_of_ended(guild, MOST)
            ended = await Sessions(tx).among({each.session for each in last})
        return [(ended[each.session], each) for each in last if each.session in ended]

    async def looked_back(self, guild: GuildId, number: int) -> tuple[Session, Meeting]:
        """One of those.

        Raises:
            NoSuchSession: it goes on, or is not kept any more.
        """
        for session, meeting in await self.over_lately(guild):
            if session.id == number:
                return session, meeting
        raise NoSuchSession

    def ahead(self, session: Session, count: int) -> list[Occurrence]:
        """The next dates of a session or a draft."""
        if session.plan.start is None:
            return []
        return occurrences(session.plan, self._clock.now(), count)

    def _own(self, draft: Session | None, user: UserId) -> Session:
        if draft is None or draft.state is not SessionState.DRAFT:
            raise NoSuchSession
        if draft.host_tag != self._people.tag(draft.guild, user):
            raise NoSuchSession
        return draft

    async def _apply(self, tx: AsyncConnection, draft: Session) -> Session:
        sessions = Sessions(tx)
        live = _live(await sessions.get(draft.guild, draft.edits or 0))
        if live.version != draft.edits_version:
            raise ChangedMeanwhile
        plan = draft.plan
        if plan.for_hosts is not live.plan.for_hosts:
            raise KindStays
        if (plan.start, plan.zone, plan.repeat) != (
            live.plan.start,
            live.plan.zone,
            live.plan.repeat,
        ):
            # The dates that were skipped or moved were those of another repeat.
            plan = plan.but(skipped=frozenset[date](), moved={})
        tag = self._people.tag(draft.guild, draft.hosts[0])
        await sessions.change(live.id, people=list(draft.hosts), host_tag=tag)
        await sessions.drop(draft.id)
        await self._following.follow(tx, live, plan)
        return _there(await sessions.get(live.guild, live.id))

    async def _show(self, tx: AsyncConnection, session: Session, where: Where) -> None:
        """Plan the card of a session, where there is a place for it and none was planned yet."""
        channel = where(session.plan)
        if channel is not None:
            key, ids = card_key(session.id, session.cards), {"session": session.id}
            order = Order(key, CARD, session.guild, self._clock.now(), {**ids, "channel": channel})
            await OutboxEntries(tx).put(order)

    async def _replan(self, guild: GuildId, number: int, how: Callable[[Plan], Plan]) -> Session:
        async with self._database.write() as tx:
            live = _live(await Sessions(tx).get(guild, number))
            await self._following.follow(tx, live, how(live.plan))
            return _there(await Sessions(tx).get(guild, number))


def _still_ahead(plan: Plan, now: datetime) -> None:
    """A draft may have waited until its start was past."""
    if (
        plan.start is not None
        and not plan.repeat
        and instant(plan.start, ZoneInfo(plan.zone)) <= now
    ):
        raise NotReady


def _there(session: Session | None) -> Session:
    if session is None:
        raise NoSuchSession
    return session


def _live(session: Session | None) -> Session:
    if session is None or session.state is not SessionState.LIVE:
        raise NoSuchSession
    return session
