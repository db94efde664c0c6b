"""The one ladder by which the bot reaches a person; quiet hours and step back are asked here.

Opted-in direct message → the person's own private thread, if they opted in → a card that waits
for their next `/home` or press. Nothing relies on a direct message: Discord may put it into a
request inbox.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.schedule.quiet_hours import QuietHours, quiet_until
from bot.services.courier import nonce_of
from bot.services.people import People, Wishes
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from bot.storage.people import Waiting, WaitingCards

DIRECT = "reach:direct"
THREAD = "reach:thread"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell a person: who draws it and from which ids; `until` when it makes sense."""

    guild: GuildId
    user: UserId
    kind: str
    ids: Mapping[str, int]
    until: datetime | None = None

    @property
    def name(self) -> str:
        """What makes this notice one, without naming the person."""
        return ":".join([self.kind, *(str(number) for number in self.ids.values())])


class Reach:
    """Chooses the rung and plans the post."""

    def __init__(self, database: Database, people: People, clock: Clock) -> None:
        self._database = database
        self._people = people
        self._clock = clock

    async def tell(self, notice: Notice, kinds: Mapping[str, int]) -> str:
        """Reach a person by the first rung that is open; answers which.

        Args:
            notice: what to tell.
            kinds: the number under which each kind of notice travels in a row of ids.

        Raises:
            StorageDown: nothing was planned.
        """
        async with self._database.write() as tx:
            return await self.tell_in(tx, notice, kinds)

    async def tell_in(self, tx: AsyncConnection, notice: Notice, kinds: Mapping[str, int]) -> str:
        """The same inside a transaction: told if, and only if, what is told of was decided."""
        wishes = await self._people.wishes(notice.guild, notice.user)
        tag = self._people.tag(notice.guild, notice.user)
        key, now = self._key(notice), self._clock.now()
        rung, due = _rung(wishes), _earliest(wishes, now)
        if rung is None or (notice.until is not None and due > notice.until):
            card = Waiting(0, notice.kind, notice.ids)
            await WaitingCards(tx).put((notice.guild, tag), key, card, now)
            return "waiting"
        kind, place = rung
        ids = {"notice": kinds[notice.kind], "to": place or notice.user, **notice.ids}
        order = Order(key, kind, notice.guild, due, ids, late_after=notice.until)
        await OutboxEntries(tx).put(order)
        return kind

    async def leave(self, notice: Notice) -> None:
        """Leave a notice for their next `/home` alone, or beside a message that may not arrive.

        Raises:
            StorageDown: it was not left.
        """
        place = notice.guild, self._people.tag(notice.guild, notice.user)
        card = Waiting(0, notice.kind, notice.ids)
        async with self._database.write() as tx:
            await WaitingCards(tx).put(place, self._key(notice), card, self._clock.now())

    async def take_back(self, notice: Notice) -> None:
        """What waited is no longer true, or was answered in another place."""
        async with self._database.write() as tx:
            await WaitingCards(tx).take_back(self._key(notice))

    def _key(self, notice: Notice) -> str:
        # Hashed, so that a row that outlives the person holds no tag of theirs.
        tag = self._people.tag(notice.guild, notice.user)
        return f"{notice.kind}:{nonce_of(f'{notice.name}:{tag.hex()}')}"

    async def direct_now(self, guild: GuildId, user: UserId) -> bool:
        """Whether somebody opted in to direct messages, and nothing asks for quiet right now.

        For whoever must not plan a post to a person: planning would write down who it is.
        """
        wishes, now = await self._people.wishes(guild, user), self._clock.now()
        return _rung(wishes) == (DIRECT, 0) and _earliest(wishes, now) <= now

    async def resting(self, guild: GuildId, user: UserId) -> bool:
        """Whether somebody has stepped back for now."""
        until = (await self._people.wishes(guild, user)).away_until
        return until is not None and until > self._clock.now()

    async def waiting(self, guild: GuildId, user: UserId) -> list[Waiting]:
        """What waits for a person."""
        async with self._database.read() as tx:
            return await WaitingCards(tx).of(guild, self._people.tag(guild, user))

    async def seen(self, waiting: Waiting) -> None:
        """The person has seen a waiting card."""
        async with self._database.write() as tx:
            await WaitingCards(tx).done(waiting.id)


def _rung(wishes: Wishes) -> tuple[str, int] | None:
    if wishes.direct_messages:
        return DIRECT, 0
    if wishes.private_thread is not None:
        return THREAD, wishes.private_thread
    return None


def _earliest(wishes: Wishes, now: datetime) -> datetime:
    """Now, or the end of a step back, or the end of the quiet hours that follow it."""
    start = max(now, wishes.away_until or now)
    if wishes.quiet_from is None or wishes.quiet_to is None:
        return start
    hours = QuietHours(start=wishes.quiet_from, end=wishes.quiet_to)
    return quiet_until(hours, ZoneInfo(wishes.zone or "UTC"), start) or start
