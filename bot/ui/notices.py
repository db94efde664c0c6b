"""Notices to one person, drawn the same on every rung of the ladder."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.ids import ChannelId, GuildId, UserId
from bot.services.courier import Parcel, Undeliverable, Unwanted
from bot.services.reach import DIRECT, Notice, Reach
from bot.ui.cards import Card
from bot.ui.courier import Post
from bot.ui.house import House, Voice, voice_to

# None: it makes no sense any more.
Drawing = Callable[[Voice, Mapping[str, int]], Card | None]
_ITS_WAY = ("notice", "to", "for")  # what a row says beside the notice's own ids
Wanted = Callable[[GuildId, Mapping[str, int]], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    draw: Drawing
    wanted: Wanted | None


class Notices:
    """Every kind of notice, by name and by the number under which it travels."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._by_number: dict[int, _Kind] = {}

    def add(self, number: int, name: str, draw: Drawing, wanted: Wanted | None = None) -> None:
        """Declare a kind. The number is written into rows: it never changes its meaning.

        `wanted` is asked at the moment of sending or showing: what is no longer true is not told.
        """
        if number in self._by_number:
            raise ValueError(f"two notices with number {number}")
        self._by_number[number] = _Kind(name, draw, wanted)

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of every kind."""
        return {kind.name: number for number, kind in self._by_number.items()}

    def card(self, name: str, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        """A notice as a card, or None where it makes no sense any more."""
        for kind in self._by_number.values():
            if kind.name == name:
                return kind.draw(voice, ids)
        return None

    async def wanted(self, name: str, guild: GuildId, ids: Mapping[str, int]) -> bool:
        """Whether a notice is still to be told."""
        for kind in self._by_number.values():
            if kind.name == name and kind.wanted is not None:
                return await kind.wanted(guild, ids)
        return True

    async def draw(self, parcel: Parcel) -> Post:
        """A notice as a post, to a person or to their own thread."""
        kind = self._by_number.get(parcel.ids["notice"])
        if kind is None:
            raise Undeliverable("nobody_draws")
        to, direct = parcel.ids["to"], parcel.kind == DIRECT
        who = UserId(to if direct else parcel.ids.get("for", to))
        await self._hold(parcel, kind, who)
        if not await self.wanted(kind.name, parcel.guild, parcel.ids):
            raise Unwanted
        card = kind.draw(voice_to(self._house, parcel.guild, who), parcel.ids)
        if card is None:
            raise Unwanted
        return Post(UserId(to) if direct else ChannelId(to), card, direct=direct)

    async def _hold(self, parcel: Parcel, kind: _Kind, who: UserId) -> None:
        """Whoever has asked for quiet since it was planned finds it at their next `/home`.

        Raises:
            Unwanted: it waits for them.
        """
        reach = self._house.feature(Reach)
        if await reach.is_held(parcel.guild, who):
            own = {name: value for name, value in parcel.ids.items() if name not in _ITS_WAY}
            await reach.leave(Notice(parcel.guild, who, kind.name, own))
            raise Unwanted
