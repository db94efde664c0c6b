"""The one ladder by which the bot reaches a person; quiet hours and step back are asked here.

Whoever steps back is sent nothing but a signpost where danger is imminent: no notice, no mention,
no call on duty; what was meant for them waits until they are back.

Opted-in direct message → the person's own private thread, if they opted in → a card that waits
for their next `/home` or press. Nothing relies on a direct message: Discord may put it into a
request inbox.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import GuildId, Tag, UserId
from bot.schedule.quiet_hours import QuietHours, quiet_until
from bot.services.courier import nonce_of
from bot.services.parting import Partings
from bot.services.people import People, Wishes, wishes_in
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from bot.storage.people import Waiting, WaitingCards

DIRECT = "reach:direct"
THREAD = "reach:thread"
BACK_AT_LEAST, BACK_AT_MOST = timedelta(hours=1), timedelta(days=30)  # product 4.7


class NotSoLong(Refusal):
    """Somebody can step back for an hour to thirty days."""

    key = "refusal.not-so-long"


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
        self.partings = Partings()

    async def step_back(self, guild: GuildId, user: UserId, span: timedelta) -> datetime:
        """Send somebody nothing for a while, and hand over what they hold; answers until when.

        Raises:
            NotSoLong, StorageDown: nothing was changed.
        """
        if not BACK_AT_LEAST <= span <= BACK_AT_MOST:
            raise NotSoLong
        until = self._clock.now() + span
        await self._people.wish(guild, user, away_until=until)
        await self.partings.hand_over(guild, user)
        return until

    async def come_back(self, guild: GuildId, user: UserId) -> None:
        """They are back; nobody asks."""
        await self._people.wish(guild, user, away_until=None)

    async def away_until(self, guild: GuildId, user: UserId) -> datetime | None:
        """Until when somebody has stepped back; None where they have not."""
        wishes = await self._people.wishes(guild, user)
        return wishes.away_until if is_away(wishes, self._clock.now()) else None

    def may_send(self, guild: GuildId) -> bool:
        """Whether anything may be sent to a community: not once it has removed the bot."""
        return not self._people.has_parted(guild)

    async def may_mention(self, guild: GuildId, user: UserId) -> bool:
        """Whether the bot may notify somebody by a mention now."""
        wishes = await self._people.wishes(guild, user)
        return wishes.pinged and not is_away(wishes, self._clock.now())

    async def is_held(self, guild: GuildId, user: UserId) -> bool:
        """Whether somebody asked for quiet at this moment: by quiet hours, or by stepping back."""
        now = self._clock.now()
        return _earliest(await self._people.wishes(guild, user), now) > now

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
        whose = {"to": notice.user} if place == 0 else {"to": place, "for": notice.user}
        ids = {"notice": kinds[notice.kind], **whose, **notice.ids}
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


def is_away(wishes: Wishes, now: datetime) -> bool:
    """Whether somebody has stepped back: the one place that says so."""
    return wishes.away_until is not None and wishes.away_until > now


async def away_of(
    tx: AsyncConnection, guild: GuildId, tags: Collection[Tag], now: datetime
) -> frozenset[bytes]:
    """Who of these people has stepped back."""
    return frozenset([tag for tag in tags if is_away(await wishes_in(tx, guild, tag), now)])


def _earliest(wishes: Wishes, now: datetime) -> datetime:
    """Now, or the end of a step back, or the end of the quiet hours that follow it."""
    start = max(now, wishes.away_until or now)
    if wishes.quiet_from is None or wishes.quiet_to is None:
        return start
    hours = QuietHours(start=wishes.quiet_from, end=wishes.quiet_to)
    return quiet_until(hours, ZoneInfo(wishes.zone or "UTC"), start) or start
