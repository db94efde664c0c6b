"""Buttons and selects whose meaning is written in their address, so that a restart forgets nothing.

A `custom_id` is `feature:verb`, then ids (or one opaque sealed token), then, on posts of the
outbox, `~` and the marker by which the post is found again. Every client can read it: nothing
telling belongs in it.
"""

import re
from collections.abc import Sequence
from typing import Any, ClassVar, Self, cast

import discord

from bot.ui.explain import OldButton, check_served, door
from bot.ui.house import Voice

MAX_CUSTOM_ID = 100
MARK_LENGTH = 25  # "~" and 24 hex digits
_ID = r":(\d{1,20})"
_SEALED = r":([A-Za-z0-9_-]{16,84})"
_MARK = r"(?:~[0-9a-f]{24})?"
_TOO_LARGE = 2**63

_NO_TEMPLATE = re.compile(r"(?!)")


def pattern_of(address: str, ids: int, *, token: bool) -> re.Pattern[str]:
    """What the `custom_id`s of one address look like."""
    tail = _SEALED if token else ""
    return re.compile(re.escape(address) + _ID * ids + tail + _MARK)


class Addressed:
    """What a button and a select share: an address from which they are rebuilt."""

    address: ClassVar[str] = ""
    label_key: ClassVar[str] = ""
    id_count: ClassVar[int] = 0
    has_token: ClassVar[bool] = False

    def __init_subclass__(
        cls, *, address: str = "", label: str = "", ids: int = 0, token: bool = False
    ) -> None:
        cls.address, cls.label_key, cls.id_count, cls.has_token = address, label, ids, token
        template = pattern_of(address, ids, token=token) if address else _NO_TEMPLATE
        super().__init_subclass__(template=template)  # pyright: ignore[reportCallIssue] - DynamicItem's


class Route(Addressed, discord.ui.DynamicItem[discord.ui.Button[Any]]):
    """A button. A feature declares its address and writes `press()`.

    class Hug(Route, address="gratitude:hug", label="gratitude.hug", ids=1):
        async def press(self, interaction): ...
    """

    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.secondary

    def __init__(
        self, button: discord.ui.Button[Any], ids: tuple[int, ...] = (), token: str = ""
    ) -> None:
        super().__init__(button)
        self.ids = ids
        self.token = token

    @classmethod
    def button(cls, voice: Voice, *ids: int, token: str = "", label: str | None = None) -> Self:
        """The button to put on a card."""
        shown = label if label is not None else voice(cls.label_key)
        custom_id = address_of(cls, ids, token)
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=shown[:80], style=cls.style, custom_id=custom_id
        )
        return cls(button, ids, token)

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        return cls(cast("discord.ui.Button[Any]", item), *arguments(match, cls.id_count))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with door(interaction):
            check_served(interaction)
            await self.press(interaction)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        """What the button does. Rights are asked in here."""
        raise OldButton


class Pick(Addressed, discord.ui.DynamicItem[discord.ui.Select[Any]]):
    """A select. A feature declares its address and writes `chosen()`."""

    def __init__(
        self, select: discord.ui.Select[Any], ids: tuple[int, ...] = (), token: str = ""
    ) -> None:
        super().__init__(select)
        self.ids = ids
        self.token = token

    @classmethod
    def words(
        cls,
        voice: Voice,
        options: Sequence[tuple[str, str]],
        *ids: int,
        token: str = "",
        most: int = 1,
        label: str = "",
    ) -> Self:
        """A select of written options: (value, words), at most 25; up to `most` may be chosen.

        `label` stands where two selects of one card would read alike.
        """
        shown = [discord.SelectOption(value=v, label=words[:100]) for v, words in options[:25]]
        select: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=address_of(cls, ids, token),
            placeholder=(label or voice(cls.label_key))[:150],
            max_values=min(most, len(shown)),
            options=shown,
        )
        return cls(select, ids, token)

    @classmethod
    def channels(cls, voice: Voice, *ids: int, also: Sequence[discord.ChannelType] = ()) -> Self:
        """A select of the text channels that the person can see, and of other kinds if wanted."""
        select = discord.ui.ChannelSelect[Any](
            custom_id=address_of(cls, ids, ""),
            placeholder=voice(cls.label_key)[:150],
            channel_types=[discord.ChannelType.text, *also],
        )
        return cls(cast("discord.ui.Select[Any]", select), ids)

    @classmethod
    def roles(cls, voice: Voice, *ids: int) -> Self:
        """A select of the community's roles."""
        select = discord.ui.RoleSelect[Any](
            custom_id=address_of(cls, ids, ""), placeholder=voice(cls.label_key)[:150]
        )
        return cls(cast("discord.ui.Select[Any]", select), ids)

    @classmethod
    def people(cls, voice: Voice, *ids: int, token: str = "", most: int = 1) -> Self:
        """A select of people; up to `most` may be chosen."""
        select = discord.ui.UserSelect[Any](
            custom_id=address_of(cls, ids, token),
            placeholder=voice(cls.label_key)[:150],
            max_values=most,
        )
        return cls(cast("discord.ui.Select[Any]", select), ids, token)

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        return cls(cast("discord.ui.Select[Any]", item), *arguments(match, cls.id_count))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with door(interaction):
            check_served(interaction)
            await self.chosen(interaction, self.picked())

    def picked(self) -> list[str]:
        """What was chosen, as ids or words.

        Raises:
            OldButton: a word that this card does not offer; Discord lets nobody choose one.
        """
        values: list[Any] = list(self.item.values)
        offered = {each.value for each in getattr(self.item, "options", ())}
        if offered and not offered.issuperset(values):
            raise OldButton
        return [str(getattr(each, "id", each)) for each in values]

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        """What the choice does; channels and roles come as their ids. Rights are asked in here."""
        raise OldButton


def way_to(
    address: str, voice: Voice, *ids: int, token: str = "", label: str | None = None
) -> Route:
    """A button of another feature, by its address: neighbours do not import one another.

    It has to be the route itself: beside a plain button of the same address, discord.py would
    forget every route of a card as soon as that card is turned.
    """
    waiting: list[type[Route]] = [Route]
    for kind in waiting:
        if kind.address == address:
            return kind.button(voice, *ids, token=token, label=label)
        waiting += kind.__subclasses__()
    raise LookupError(address)


def address_of(kind: type[Addressed], ids: tuple[int, ...], token: str) -> str:
    """The `custom_id` of one button: address, ids, token."""
    if len(ids) != kind.id_count or bool(token) is not kind.has_token:
        raise ValueError(f"{kind.address} takes {kind.id_count} ids")
    parts = [kind.address, *(str(number) for number in ids), *([token] if token else [])]
    custom_id = ":".join(parts)
    # A post of the outbox gets a marker behind its ids; a token never stands on such a post.
    if len(custom_id) > MAX_CUSTOM_ID - (0 if kind.has_token else MARK_LENGTH):
        raise ValueError(f"{kind.address} leaves no room for the marker")
    return custom_id


def arguments(match: re.Match[str], id_count: int) -> tuple[tuple[int, ...], str]:
    """The ids and the token that a `custom_id` carries."""
    groups = match.groups()
    # A number that no row can have is no row's: it leads to "not there" and not to an error.
    ids = tuple(int(each) if int(each) < _TOO_LARGE else 0 for each in groups[:id_count])
    return ids, "".join(groups[id_count:])


def mark(view: discord.ui.LayoutView, marker: str) -> None:
    """Write the marker of a post into its buttons; without buttons, into a small line."""
    marked = False
    for item in view.walk_children():
        if isinstance(item, Route | Pick):
            bare = (item.item.custom_id or "").partition("~")[0]
            item.item.custom_id = f"{bare}~{marker}"
            marked = True
    if not marked:
        view.add_item(discord.ui.TextDisplay(f"-# № {marker[:12]}"))
