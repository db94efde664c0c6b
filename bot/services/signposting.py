"""Who is offered help, and when: decided from memory, so that a sick database silences nobody.

The opaque token on the neutral button carries author, level, category and message, sealed: the
button works after a restart and with no database at all, and tells other clients nothing.
"""

import asyncio
import base64
import binascii
import logging
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.ids import ChannelId, GuildId, MessageId, Tag, UserId
from bot.keyring import Keyring, Unopenable
from bot.safety.signal import Category, Level
from bot.storage.database import Database, StorageDown
from bot.storage.signposts import Offer, Signposts

log = logging.getLogger("hearth.signposting")

COOLDOWN = timedelta(hours=6)  # product 4.2: one signpost a person and level every 6 hours
LINE_LASTS = timedelta(minutes=15)  # product 4.2
ALONE_IN_A_CHANNEL = 3  # product 4.2: beyond three, one line for everybody
KEEP = timedelta(days=7)  # as declared beside the table
_PURPOSE = "more.token"
_LEVELS = tuple(Level)
_CATEGORIES = tuple(Category)


NOWHERE = MessageId(0)
"""In place of the message: a line for everybody, which stands for none."""


@dataclass(frozen=True, slots=True)
class Concern:
    """What a token says: whose message it was, which one, how serious and about what."""

    user: UserId
    message: MessageId
    level: Level
    category: Category


@dataclass(frozen=True, slots=True)
class StandingLine:
    """A neutral public line, while it stands."""

    channel: ChannelId
    message: MessageId
    ends_at: datetime


def seal(keyring: Keyring, concern: Concern) -> str:
    """The token of a concern: opaque, of one length for every category."""
    plain = (
        bytes((_LEVELS.index(concern.level), _CATEGORIES.index(concern.category)))
        + concern.user.to_bytes(8, "big")
        + concern.message.to_bytes(8, "big")
    )
    return base64.urlsafe_b64encode(keyring.seal(_PURPOSE, plain)).decode("ascii").rstrip("=")


def unseal(keyring: Keyring, token: str) -> Concern | None:
    """What a token says, or None if it was not made here."""
    try:
        sealed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        plain = keyring.open(_PURPOSE, sealed)
    except (Unopenable, binascii.Error, ValueError):
        return None
    return Concern(
        user=UserId(int.from_bytes(plain[2:10], "big")),
        message=MessageId(int.from_bytes(plain[10:18], "big")),
        level=_LEVELS[plain[0]],
        category=_CATEGORIES[plain[1]],
    )


class Signposting:
    """Remembers offers of help in memory, writes them through, and ends public lines."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._offers: dict[tuple[GuildId, Tag], dict[Level, datetime]] = {}
        self._seen: dict[bytes, Level] = {}
        self._lines: dict[bytes, StandingLine] = {}
        self._shared: dict[ChannelId, bytes] = {}
        self._coming = Counter[ChannelId]()
        self._doors = defaultdict[ChannelId, asyncio.Lock](asyncio.Lock)
        self._latest: dict[tuple[GuildId, Tag], Offer] = {}

    async def load(self) -> None:
        """Read what was offered lately, and which lines still stand.

        Raises:
            StorageDown: the database cannot be read.
        """
        async with self._database.read() as tx:
            signposts = Signposts(tx)
            for offer in await signposts.since(self._clock.now() - KEEP):
                self._remember(offer)
            for index, channel, message, ends in await signposts.standing():
                self._lines[index] = StandingLine(channel, message, ends)

    def wanted(self, offer: Offer, cooldown: timedelta = COOLDOWN) -> bool:
        """Whether help is offered now.

        Once a person and level in the cooldown; a rising level passes at once; `imminent` is
        never held back, but one message (delivered twice, or edited) is answered once a level.
        """
        level = Level(offer.level)
        seen = self._seen.get(offer.source_index)
        if seen is not None and seen.rank >= level.rank:
            return False
        if level is Level.IMMINENT:
            return True
        past = self._offers.get((offer.guild, offer.tag), {})
        recent = [was for was, at in past.items() if offer.at - at < cooldown]
        return all(was.rank < level.rank for was in recent)

    def answered(self, source_index: bytes, level: Level) -> bool:
        """Whether this very message was already acted on at this level or a higher one."""
        seen = self._seen.get(source_index)
        return seen is not None and seen.rank >= level.rank

    def knows(self, source_index: bytes) -> bool:
        """Whether a message was acted on lately."""
        return source_index in self._seen

    def note(self, offer: Offer, *, offered: bool) -> None:
        """Remember, before anything is awaited, that a message is being acted on."""
        if offered:
            self._remember(offer)
        else:
            self._see(offer.source_index, Level(offer.level))

    def stand(self, source_index: bytes, channel: ChannelId, message: MessageId) -> StandingLine:
        """A neutral line stands from now on."""
        line = StandingLine(channel, message, self._clock.now() + LINE_LASTS)
        self._lines[source_index] = line
        return line

    def take_back(self, offer: Offer) -> None:
        """Nothing could be put there: it counts for no cooldown, the person has seen nothing."""
        self._offers.get((offer.guild, offer.tag), {}).pop(Level(offer.level), None)

    @contextmanager
    def coming(self, channel: ChannelId) -> Generator[None]:
        """A line is being posted: it counts before Discord has answered."""
        self._coming[channel] += 1
        try:
            yield
        finally:
            self._coming[channel] -= 1
            self._coming += Counter[ChannelId]()  # forgets who stands at nought

    def crowded(self, channel: ChannelId) -> bool:
        """Whether so many lines stand in a channel that the next is one for everybody."""
        standing = sum(line.channel == channel for line in self._lines.values())
        return standing + self._coming[channel] >= ALONE_IN_A_CHANNEL

    def one_by_one(self, channel: ChannelId) -> asyncio.Lock:
        """Whoever holds it may ask for the line for everybody, and post it where there is none."""
        return self._doors[channel]

    def shared(self, channel: ChannelId) -> StandingLine | None:
        """The line for everybody in a channel, while it stands; asking makes it stand longer."""
        index = self._shared.get(channel)
        line = None if index is None else self._lines.get(index)
        if index is None or line is None:
            return None
        longer = StandingLine(channel, line.message, self._clock.now() + LINE_LASTS)
        self._lines[index] = longer
        return longer

    def share(self, channel: ChannelId, message: MessageId) -> StandingLine:
        """A line for everybody stands from now on; it belongs to no message."""
        index = self._shared[channel] = b"shared:" + channel.to_bytes(8, "big")
        line = self._lines[index] = StandingLine(channel, message, self._clock.now() + LINE_LASTS)
        return line

    def latest(self, guild: GuildId, tag: Tag) -> Offer | None:
        """What was last offered to a person, for as long as a line for everybody may stand."""
        offer = self._latest.get((guild, tag))
        if offer is None or self._clock.now() - offer.at > COOLDOWN:
            return None
        return offer

    def said_again(self, old: bytes, new: bytes) -> bool:
        """A message is another one now; answers whether its line still stands."""
        if old in self._seen:
            self._see(new, self._seen[old])
        line = self._lines.pop(old, None)
        if line is not None:
            self._lines[new] = line
        return line is not None

    def line_for(self, source_index: bytes) -> StandingLine | None:
        """The line that stands for a message; it is forgotten by asking, so it is removed once."""
        return self._lines.pop(source_index, None)

    def fell(self, message: MessageId) -> None:
        """Somebody deleted a message; if it was a line, the next person gets another one."""
        fallen = [index for index, line in self._lines.items() if line.message == message]
        for index in fallen:
            del self._lines[index]

    def lines_over(self) -> list[tuple[bytes, StandingLine]]:
        """Lines whose quarter of an hour is over; forgotten by asking."""
        now = self._clock.now()
        over = [(index, line) for index, line in self._lines.items() if line.ends_at <= now]
        for index, _ in over:
            del self._lines[index]
        return over

    def next_end(self) -> datetime | None:
        """When the next line ends."""
        return min((line.ends_at for line in self._lines.values()), default=None)

    async def keep(self, offer: Offer, line: StandingLine | None) -> bool:
        """Write an offer down; answers False (and logs) where the database is down."""
        place = None if line is None else (line.channel, line.message)
        try:
            async with self._database.write() as tx:
                await Signposts(tx).add(offer, place, None if line is None else line.ends_at)
        except StorageDown:
            log.exception("signposting.not_kept", extra={"guild": offer.guild})
            return False
        return True

    async def taken_down(self, indexes: Iterable[bytes]) -> None:
        """Write down that lines are gone; a sick database only means a vain attempt later."""
        try:
            async with self._database.write() as tx:
                for index in indexes:
                    await Signposts(tx).taken_down(index)
        except StorageDown:
            log.warning("signposting.line_not_kept")

    async def prune(self) -> None:
        """The nightly round: offers older than a week go."""
        async with self._database.write() as tx:
            await Signposts(tx).prune(self._clock.now() - KEEP)
        earliest = self._clock.now() - COOLDOWN
        for key, levels in list(self._offers.items()):
            if all(at < earliest for at in levels.values()):
                del self._offers[key]
                self._latest.pop(key, None)

    def _remember(self, offer: Offer) -> None:
        level = Level(offer.level)
        self._offers.setdefault((offer.guild, offer.tag), {})[level] = offer.at
        self._latest[offer.guild, offer.tag] = offer
        self._see(offer.source_index, level)

    def _see(self, source_index: bytes, level: Level) -> None:
        self._seen[source_index] = level
        while len(self._seen) > 10_000:  # noqa: PLR2004 - a day's worth in the largest community
            del self._seen[next(iter(self._seen))]
