"""What the services ask of Discord, the kinds of posts they plan, and what they refuse."""

from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from typing import ClassVar, Protocol

from bot.errors import Refusal
from bot.ids import ChannelId, GuildId, UserId
from bot.sections import Section
from bot.services.courier import Parcel, Posted
from cogs.sessions.domain.plan import Plan

CARD = "sessions:card"
BOARD = "sessions:board"
ROOM = "sessions:room"
WORDS = "sessions:words"
COVER = "sessions:cover"
MISSED = "sessions:missed"
TIMER = "sessions:timer"
PROMPT = "sessions:prompt"
EASE = "sessions:ease"
EASED = "sessions:eased"
ASK = "sessions:ask"
PROPOSED = "sessions:proposed"
NEEDED = "sessions:needed"
AGAIN = "sessions:again"

REMIND = "sessions:remind"
OFFERED = "sessions:offered"
MOVED = "sessions:moved"
OFF = "sessions:off"
MEND = "sessions:mend"
LOOK_BACK = "sessions:look-back"
COVERED = "sessions:covered"
PROPOSAL = "sessions:proposal"
ENDED = "sessions:ended"
# Written into rows: a number never changes its meaning.
NOTICES = {
    REMIND: 60,
    OFFERED: 61,
    MOVED: 62,
    OFF: 63,
    MEND: 64,
    LOOK_BACK: 65,
    COVERED: 66,
    PROPOSAL: 67,
    ENDED: 68,
}
# Why a host is told, as numbers.
CANNOT_OPEN, CANNOT_TIDY, LACKING, CHANNEL_GONE, ROOM_GONE, ROOM_AGAIN, ROOM_ENDED = range(7)

# What is said in a room, by the number under which it travels.
SAID = ("alone", "late", "off", "closing", "feedback", "again", "without")

Show = Callable[[Parcel, Posted], Awaitable[bool]]
# Where the card of a plan stands; None: nowhere.
Where = Callable[[Plan], ChannelId | None]


class SessionSettings(Section):
    """Where sessions are shown, and how often the board was put up: its post goes by that."""

    section: ClassVar[str] = "sessions"

    channel: ChannelId | None = None
    boards: int = 0


def card_key(session: int, cards: int) -> str:
    """The post of a session's card; the first one, or what was put up when that was gone."""
    return f"{CARD}:{session}:{cards}"


def room_key(meeting: int, cards: int) -> str:
    """The post of the card in a room; the first one, or what was put up when that was gone."""
    return f"{ROOM}:{meeting}:{cards}" if cards else f"{ROOM}:{meeting}"


def words_key(meeting: int, what: str) -> str:
    """The post of a few words in a room: each once a meeting."""
    return f"{WORDS}:{meeting}:{SAID.index(what)}"


def board_key(guild: GuildId, boards: int) -> str:
    """The post of a community's board, likewise."""
    return f"{BOARD}:{guild}:{boards}"


class Rooms(Protocol):
    """The rooms of a community, at Discord."""

    def lacking(self, guild: GuildId, channel: ChannelId, *, thread: bool) -> tuple[str, ...]:
        """The permissions that are missing there; `gone` where there is no such channel."""
        ...

    async def present(
        self, guild: GuildId, room: ChannelId, people: Collection[UserId], since: datetime
    ) -> bool:
        """Whether one of them sits in a voice channel, or has written in a room since then.

        Raises:
            Unclear: Discord does not answer.
        """
        ...

    async def here(self, guild: GuildId, user: UserId) -> bool:
        """Whether somebody is still in the community; where Discord does not say, they are."""
        ...

    async def open(self, guild: GuildId, channel: ChannelId, number: int) -> ChannelId:
        """The private thread of a meeting: found if it is there already, else made.

        Raises:
            Undeliverable, Unclear: as they say.
        """
        ...

    async def admit(self, room: ChannelId, user: UserId) -> None:
        """Let somebody into a private thread; a channel that is none needs nothing.

        Raises:
            Undeliverable, Unclear: as they say; `gone` is the room, `left` the person.
        """
        ...

    async def lock(self, room: ChannelId) -> None:
        """Nobody writes in a thread any more; what is gone, or no thread, is left alone.

        Raises:
            Undeliverable, Unclear: as they say.
        """
        ...

    async def remove(self, room: ChannelId) -> None:
        """Delete a thread; what is gone, or no thread, is left alone.

        Raises:
            Undeliverable, Unclear: as they say.
        """
        ...


class NoSuchSession(Refusal):
    """It is not there, or not any more."""

    key = "sessions.no-such-session"


class NotReady(Refusal):
    """Something has to be said first."""

    key = "sessions.not-ready"


class NowhereToShow(Refusal):
    """No admin has chosen where sessions are shown."""

    key = "sessions.nowhere"


class KindStays(Refusal):
    """What everybody may see would be for hosts alone, or the other way round."""

    key = "sessions.fixed-kind"


class ChangedMeanwhile(Refusal):
    """Another host changed it since this draft was begun."""

    key = "sessions.changed-meanwhile"


class OutOfOrder(Refusal):
    """A date would come before the one before it, or after the next."""

    key = "sessions.out-of-order"


class TooMany(Refusal):
    """A community has as many sessions as can be shown."""

    key = "sessions.too-many"


class IsOver(Refusal):
    """The meeting has ended, or was cancelled."""

    key = "sessions.is-over"


class NotOpenYet(Refusal):
    """The room opens at the start."""

    key = "sessions.not-open-yet"


class IsFull(Refusal):
    """No place is free now."""

    key = "sessions.is-full"


class NotInside(Refusal):
    """Only those in the room can do that."""

    key = "sessions.not-inside"


class RoomShut(Refusal):
    """Discord does not let anybody in now, or the room was deleted by hand."""

    key = "sessions.room-shut"


class NoRoom(Refusal):
    """The room was deleted by hand, so there is no place in which to show anything."""

    key = "sessions.no-room"


class NotTheHost(Refusal):
    """Only a host of this meeting can do that."""

    key = "sessions.not-the-host"


class AlreadyCovered(Refusal):
    """Another host said yes first."""

    key = "sessions.already-covered"


class NoSuchProposal(Refusal):
    """It was answered by another host, or is gone."""

    key = "sessions.no-such-proposal"


class TooManyProposals(Refusal):
    """As many of somebody's proposals wait as may."""

    key = "sessions.too-many-proposals"
