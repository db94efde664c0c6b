"""Swapping hours: one time of a shift is asked of somebody, who takes it or does not.

    asked ──takes it──► taken        from its start to its end they are on duty
      │ └──cannot────► declined      it stays with whoever had it
      └──somebody else is asked──► (nothing)

Invariants: until somebody says yes the hours are their owner's, and are shown so; only who was
asked can answer; each answer is told to the owner once, by a row of the outbox planned with it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.services.people import People
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries
from bot.storage.rota import Rota, Shift
from bot.storage.swaps import Answer, Gone, RotaSwaps, Swap

ASK = "rota:ask"
TOLD = "rota:told"
# Hours of somebody who serves no more are kept so long, in case it was a mistake.
GONE_KEPT = timedelta(days=30)


class NoSuchSwap(Refusal):
    """Nobody asks that any more, or it is over."""

    key = "refusal.no-such-swap"


class NotAskedYou(Refusal):
    """The question is for somebody else; names them."""

    key = "refusal.not-asked-you"


class HoursTaken(Refusal):
    """Somebody has taken those hours already; names them."""

    key = "refusal.hours-taken"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked, and the post of an earlier one that it replaces."""

    swap: Swap
    replaced: Entry | None


class Swaps:
    """Asks, takes, declines; and notes who serves no more."""

    def __init__(self, database: Database, people: People, clock: Clock) -> None:
        self._database, self._people, self._clock = database, people, clock

    async def ask(self, guild: GuildId, shift: Shift, to: UserId) -> Asked:
        """Ask somebody to take the next time of a shift; an earlier question about it ends.

        Raises:
            NoSuchSwap: the shift has no next time.
            HoursTaken: somebody has taken it.
        """
        now = self._clock.now()
        times = shift.hours.next_time(now)
        if times is None:
            raise NoSuchSwap
        tag = self._people.tag(guild, to)
        asked = Swap(0, shift.id, shift.person, to, tag, Answer.ASKED, *times)
        async with self._database.write() as tx:
            swaps, entries, replaced = RotaSwaps(tx), OutboxEntries(tx), None
            for each in await swaps.ahead(guild, now):
                if each.shift != shift.id or each.starts_at != asked.starts_at:
                    continue
                if each.state is Answer.TAKEN:
                    raise HoursTaken(who=f"<@{each.person}>")
                replaced = await entries.get(f"{ASK}:{each.id}")
                await swaps.drop(each.id)
            number = await swaps.add(guild, asked)
            await entries.put(_order(ASK, guild, number, now, asked.ends_at))
            made = await swaps.get(guild, number)
        if made is None:
            raise NoSuchSwap
        return Asked(made, replaced)

    async def answer(self, guild: GuildId, number: int, who: UserId, said: Answer) -> Swap:
        """Who was asked takes it, or cannot. The same answer twice counts once.

        Raises:
            NoSuchSwap: it is over, taken back, or was answered otherwise.
            NotAskedYou: somebody else was asked.
        """
        now = self._clock.now()
        async with self._database.write() as tx:
            swaps = RotaSwaps(tx)
            asked = await swaps.get(guild, number)
            if asked is None or asked.ends_at <= now:
                raise NoSuchSwap
            if asked.person != who:
                raise NotAskedYou(who=f"<@{asked.person}>")
            if asked.state is not Answer.ASKED and asked.state is not said:
                raise NoSuchSwap
            if await swaps.answer(number, said):
                await OutboxEntries(tx).put(_order(TOLD, guild, number, now, asked.ends_at))
            answered = await swaps.get(guild, number)
        return answered or asked

    async def get(self, guild: GuildId, number: int) -> Swap | None:
        """One question, as it stands."""
        async with self._database.read() as tx:
            return await RotaSwaps(tx).get(guild, number)

    async def ahead(self, guild: GuildId) -> list[Swap]:
        """Every question about hours that are not over."""
        async with self._database.read() as tx:
            return await RotaSwaps(tx).ahead(guild, self._clock.now())

    async def post_of(self, number: int) -> Entry | None:
        """The row by which somebody was asked."""
        async with self._database.read() as tx:
            return await OutboxEntries(tx).get(f"{ASK}:{number}")

    async def rostered(self, guild: GuildId) -> frozenset[UserId]:
        """Everybody who has hours, or has taken some."""
        async with self._database.read() as tx:
            people = {each.person for each in await Rota(tx).all(guild)}
            ahead = await RotaSwaps(tx).ahead(guild, self._clock.now())
        return frozenset(people | {each.person for each in ahead if each.state is Answer.TAKEN})

    async def gone(self, guild: GuildId) -> frozenset[bytes]:
        """The tags of those who serve no more."""
        async with self._database.read() as tx:
            return frozenset(await Gone(tx).all(guild))

    async def mark(self, guild: GuildId, serving: dict[UserId, bool]) -> None:
        """Who serves and who does not: the latter are not called, and after a month their hours go.

        What is as it was costs one read.
        """
        now = self._clock.now()
        async with self._database.read() as tx:
            known = await Gone(tx).all(guild)
        tags = {self._people.tag(guild, person): serves for person, serves in serving.items()}
        over = [tag for tag, since in known.items() if now - since > GONE_KEPT]
        changed = [tag for tag, serves in tags.items() if serves is (tag in known)]
        if not changed and not any(tag in tags for tag in over):
            return
        async with self._database.write() as tx:
            gone = Gone(tx)
            for tag in changed:
                await (gone.back(guild, tag) if tags[tag] else gone.note(guild, tag, now))
            for tag, serves in tags.items():
                if tag in over and not serves:
                    await gone.drop_shifts(guild, tag)


def _order(kind: str, guild: GuildId, number: int, now: datetime, until: datetime) -> Order:
    return Order(f"{kind}:{number}", kind, guild, now, {"swap": number}, late_after=until)
