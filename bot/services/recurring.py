"""What is posted again and again at a local time: planned into the outbox, once a local day.

    draft ──start──► on ◄──resume / pause──► paused          (an admin, or its feature by itself)

The heartbeat asks for what is due. One transaction inserts `<kind>:<schedule>:<local day>` into
the outbox (its key is unique) and moves the watermark: planned as often as one likes, it is one
row. What is past its window is not posted any more: the newest of it still becomes a row, which
expires at once and is told to staff; older ones are skipped without a sound, so that a week away
ends in one notice and not in seven. Whoever draws the kind asks again, at the moment of sending,
whether the schedule still runs.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import GuildId
from bot.schedule.recurrence import Rule, Slot, UnusableRule, check, due_slots, next_slots
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from bot.storage.recurring import Schedule, Schedules, Standing

log = logging.getLogger("hearth.recurring")

MOST = 20  # of one kind in one community: above what any has, below what a menu can show
BATCH = 50
# Prompts wait behind everything that somebody needs.
LANE = 2


class NoSuchSchedule(Refusal):
    """It was removed, or was never of this community."""

    key = "refusal.no-such-schedule"


class TooManySchedules(Refusal):
    """The community has as many as it may."""

    key = "refusal.too-many-schedules"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to begin with: when, on whose clock, how late it may come, what the feature needs."""

    rule: Rule
    zone: str
    late: timedelta
    choices: Mapping[str, object] = field(default_factory=dict[str, object])


class Recurring:
    """Keeps schedules, and plans what is due of them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def draft(self, guild: GuildId, kind: str, plan: Plan) -> Schedule:
        """A new schedule, which does not run yet.

        Raises:
            UnusableRule, TooManySchedules: as they say.
        """
        check(plan.rule)
        now = self._clock.now()
        fresh = Schedule(guild, kind, plan.rule, plan.zone, plan.late, now, plan.choices)
        async with self._database.write() as tx:
            schedules = Schedules(tx)
            if len(await schedules.of(guild, kind)) >= MOST:
                raise TooManySchedules
            return replace(fresh, id=await schedules.add(fresh))

    async def get(self, guild: GuildId, kind: str, number: int) -> Schedule:
        """One schedule.

        Raises:
            NoSuchSchedule: it is not there.
        """
        async with self._database.read() as tx:
            return _found(await Schedules(tx).get(guild, kind, number))

    async def of(self, guild: GuildId, kind: str) -> list[Schedule]:
        """All of a community's of one kind."""
        async with self._database.read() as tx:
            return await Schedules(tx).of(guild, kind)

    async def change(
        self, guild: GuildId, kind: str, number: int, how: Callable[[Schedule], Schedule]
    ) -> Schedule:
        """Change a schedule by what stands now; whatever was due meanwhile is not made up for.

        Raises:
            NoSuchSchedule, UnusableRule: nothing was changed.
        """
        async with self._database.write() as tx:
            schedules = Schedules(tx)
            changed = how(_found(await schedules.get(guild, kind, number)))
            check(changed.rule)
            changed = _waiting(replace(changed, planned_to=self._clock.now()))
            await schedules.save(changed)
        return changed

    async def switch(self, guild: GuildId, kind: str, number: int, to: Standing) -> Schedule:
        """Start, pause or resume.

        Raises:
            NoSuchSchedule: it is not there.
        """
        return await self.change(guild, kind, number, lambda now: replace(now, state=to))

    async def remove(self, guild: GuildId, kind: str, number: int) -> None:
        """Remove it; one that is gone already is no trouble."""
        async with self._database.write() as tx:
            await Schedules(tx).remove(guild, kind, number)

    def upcoming(self, schedule: Schedule, count: int) -> list[Slot]:
        """When it comes next (or would, if it ran)."""
        return _upcoming(schedule, self._clock.now(), count)

    async def work(self) -> int:
        """What the heartbeat calls: plan what is due; answers how many schedules had something."""
        planned = 0
        while True:
            now = self._clock.now()
            async with self._database.write() as tx:
                schedules, entries = Schedules(tx), OutboxEntries(tx)
                due = await schedules.due(now, BATCH)
                for schedule in due:
                    orders, moved = _planned(schedule, now)
                    for order in orders:
                        await entries.put(order)
                    await schedules.save(moved)
            planned += len(due)
            if len(due) < BATCH:
                return planned

    async def next_due(self) -> datetime | None:
        """When there is something to plan next."""
        async with self._database.read() as tx:
            return await Schedules(tx).next_at()


def order_of(schedule: Schedule, slot: Slot) -> Order:
    """The post of one local day."""
    return Order(
        key=f"{schedule.kind}:{schedule.id}:{slot.day.isoformat()}",
        kind=schedule.kind,
        guild=schedule.guild,
        due=slot.at,
        ids={"schedule": schedule.id, "day": slot.day.toordinal()},
        late_after=slot.at + schedule.late,
        lane=LANE,
    )


def _planned(schedule: Schedule, now: datetime) -> tuple[list[Order], Schedule]:
    """What to put into the outbox, and the schedule with its watermark moved."""
    try:
        slots = [
            slot
            for slot in due_slots(schedule.rule, schedule.wall, schedule.planned_to, now)
            if _is_new(schedule, slot)
        ]
    except (UnusableRule, ZoneInfoNotFoundError):  # a zone that the newest tables do not have
        log.exception("recurring.unusable", extra={"schedule": schedule.id})
        return [], replace(schedule, state=Standing.PAUSED, next_at=None)
    late = [slot for slot in slots if now > slot.at + schedule.late]
    orders = [order_of(schedule, slot) for slot in (*late[-1:], *slots[len(late) :])]
    if len(late) > 1:
        log.info("recurring.skipped", extra={"schedule": schedule.id, "slots": len(late) - 1})
    last = slots[-1].day if slots else schedule.last_day
    return orders, _waiting(replace(schedule, planned_to=now, last_day=last))


def _waiting(schedule: Schedule) -> Schedule:
    """The schedule with the moment for which it waits."""
    if schedule.state is not Standing.ON:
        return replace(schedule, next_at=None)
    soon = _upcoming(schedule, schedule.planned_to, 1)
    return replace(schedule, next_at=soon[0].at if soon else None)


def _upcoming(schedule: Schedule, after: datetime, count: int) -> list[Slot]:
    # A changed time of day may bring the local day of the last post once more.
    slots = next_slots(schedule.rule, schedule.wall, after, count + 2)
    return [slot for slot in slots if _is_new(schedule, slot)][:count]


def _is_new(schedule: Schedule, slot: Slot) -> bool:
    return schedule.last_day is None or slot.day > schedule.last_day


def _found(schedule: Schedule | None) -> Schedule:
    if schedule is None:
        raise NoSuchSchedule
    return schedule
