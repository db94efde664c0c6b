"""Presses every button that a story comes across, as a curious visitor would.

Nothing is listed here: a card that a story reaches is opened further by what stands on it. What
takes something away is pressed last.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import simcord

from tests.gallery.album import Album, Part, address_of, parts
from tests.world import World

BUTTON, TEXTS, USERS, ROLES, CHANNELS = 2, 3, 5, 6, 8
LINK = 5
ENDING = (
    "remove", "removed", "discard", "delete", "clear", "gone", "erase", "withdraw", "unlink", "cut",
    "deckgone", "cardgone", "out", "restore", "off", "drop", "end", "false", "close", "leave", "no",
)  # fmt: skip
TYPED = {
    "country": "Germany", "zone": "Europe/Berlin", "at": "19:30", "start": "2026-02-05 19:00",
    "minutes": "60", "hours": "9:00-17:00", "from": "22:00", "until": "07:00", "night": "22-7",
    "name": "Willow Line", "phone": "0800 123 456", "web": "willow.example", "word": "erase",
    "languages": "English", "source": "https://willow.example", "checked": "2026-01-01",
}  # fmt: skip
# Whoever chooses another language leaves the pages of their own.
ANOTHER_LANGUAGE = ("me:speak", "setup:language")
WORDS = "It was a long week, and I would like to say so somewhere."

Root = Callable[[], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Step:
    """One control on a card: by its address and its place among those of that address."""

    address: str
    place: int
    value: int = 0


@dataclass(slots=True)
class Door:
    """A control that waits to be used, and the way to it."""

    root: Root
    way: tuple[Step, ...]
    message: Any = field(repr=False)

    @property
    def step(self) -> Step:
        return self.way[-1]

    @property
    def ends_something(self) -> bool:
        return self.step.address.partition(":")[2] in ENDING


class Crawl:
    """One person's walk through everything that can be pressed from where they start."""

    def __init__(self, world: World, album: Album, who: str) -> None:
        self.world, self.album, self.who = world, album, world.people[who]
        self.most, self.deepest = 4, 5
        self._used: Counter[str] = Counter()
        self._seen: set[tuple[Step, frozenset[str]]] = set()

    async def walk(self, root: Root, presses: int = 120) -> None:
        """Open the first card and press whatever it leads to, up to so many presses."""
        waiting = self._doors(root, (), cards(await root()))
        while waiting and presses:
            presses -= 1
            waiting.sort(key=lambda door: door.ends_something)
            door = waiting.pop(0)
            if self._used[door.step.address] >= self.most:
                continue
            self._used[door.step.address] += 1
            shown = await self._through(door)
            if len(door.way) < self.deepest:
                waiting += self._doors(door.root, door.way, shown)

    async def _through(self, door: Door) -> list[Any]:
        if find(self.world, door.message, door.step) is not None:
            return await self._use(door.message, door.step)
        try:
            shown = cards(await door.root())
        except (simcord.SetupError, AssertionError):
            return []  # what led there is over
        for step in door.way:
            places = [each for each in shown if find(self.world, each, step) is not None]
            if not places:
                return []
            shown = await self._use(places[-1], step)
        return shown

    async def _use(self, message: Any, step: Step) -> list[Any]:
        part = find(self.world, message, step)
        assert part is not None
        try:
            if part["type"] == BUTTON:
                result = await self.who.click(message, custom_id=part["custom_id"])
            else:
                values = self._values(part, step.value)
                result = await self.who.select(message, values, custom_id=part["custom_id"])
            if result.modal:
                fields = [each["component"] for each in result.modal["components"]]
                typed = {each["custom_id"]: written(each) for each in fields}
                result = await self.who.submit_modal(result, typed)
        except simcord.SetupError:
            return []
        return cards(result)

    def _values(self, part: Part, value: int) -> list[Any]:
        if part["type"] == TEXTS:
            return [part["options"][value]["value"]]
        world = self.world
        chosen = {
            USERS: world.people["theo"],
            ROLES: world.roles["moderator"],
            CHANNELS: world.rooms["lounge"],
        }
        return [chosen[part["type"]]]

    def _doors(self, root: Root, way: tuple[Step, ...], shown: Sequence[Any]) -> list[Door]:
        found: list[Door] = []
        for message in shown:
            wire = standing(self.world, message)
            look = frozenset(address_of(part) for part in parts(wire))
            for step in steps(wire):
                # The same button on another card may do more.
                if (step, look) in self._seen or step.address in ANOTHER_LANGUAGE:
                    continue
                self._seen.add((step, look))
                found.append(Door(root, (*way, step), message))
        return found


def cards(result: Any) -> list[Any]:
    """The messages that a deed was answered with."""
    if not hasattr(result, "followups"):
        return [] if result is None else [result]
    pieces = (result.response, *result.followups)
    return [piece.message for piece in pieces if piece is not None]


def standing(world: World, message: Any) -> Part:
    """A message as it stands now; nothing if it is gone."""
    try:
        kept = world.env.backend.get_message(message.channel.id, message.id)
    except Exception:  # noqa: BLE001 - SimCord's own errors for whatever is not there
        return {}
    return {"components": kept.components}


def steps(wire: Part) -> list[Step]:
    """Every control, and of a choice its first and last value."""
    found: list[Step] = []
    count: Counter[str] = Counter()
    for part in parts(wire):
        address = address_of(part)
        if not address or part.get("style") == LINK or part.get("disabled"):
            continue
        last = len(part.get("options") or ()) - 1
        found += [Step(address, count[address], value) for value in sorted({0, max(last, 0)})]
        count[address] += 1
    return found


def find(world: World, message: Any, step: Step) -> Part | None:
    """The control of a step on a message, as it stands now."""
    alike = [part for part in parts(standing(world, message)) if address_of(part) == step.address]
    if step.place >= len(alike):
        return None
    part = alike[step.place]
    return part if step.value < max(1, len(part.get("options") or ())) else None


def written(part: Part) -> Any:
    """What is put into a field of a form: what stands there, else something fitting."""
    options = part.get("options")
    if options:
        return next((each["value"] for each in options if each.get("default")), options[0]["value"])
    if part["type"] == 19:  # a file
        return ("picture.png", b"\x89PNG")
    most = part.get("max_length") or 4000
    return (part.get("value") or TYPED.get(part["custom_id"], WORDS))[:most]


async def hours(world: World, album: Album, count: float) -> None:
    """Time passes."""
    album.begin("", f"{timedelta(hours=count)} later")
    await world.later(count * 3600)
    album.look()
