"""Reads what a rehearsal is made of: the community, and the tour through it."""

import tomllib
from collections.abc import Iterable
from datetime import time
from pathlib import Path
from typing import Annotated, Self, TypeVar

import discord
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.errors import BrokenContent

CONTENT = Path(__file__).resolve().parents[2] / "data" / "rehearsal"
DM = "dm"

Key = Annotated[str, Field(pattern=r"^[a-z]+$", max_length=20)]
Short = Annotated[str, Field(min_length=1, max_length=60)]
Sentence = Annotated[str, Field(min_length=1, max_length=300)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_P = TypeVar("_P", bound=_Part)


class RolePart(_Part):
    """A role of the community, and what its holders may do in all rooms."""

    key: Key
    name: Short
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    permissions: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _known(self) -> Self:
        unknown = set(self.permissions) - set(discord.Permissions.VALID_FLAGS)
        if unknown:
            raise ValueError(f"unknown permission {', '.join(sorted(unknown))}")
        return self


class RoomPart(_Part):
    """A text channel; `only` names the roles that may see it, none means everybody."""

    key: Key
    name: Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=60)]
    topic: Sentence
    only: tuple[Key, ...] = ()


class PersonPart(_Part):
    """Somebody whom the operator can speak as."""

    key: Key
    name: Short
    part: Short
    line: Sentence
    roles: tuple[Key, ...] = ()


class MessagePart(_Part):
    """Something ordinary, said before the bot came."""

    room: Key
    person: Key
    minutes_before: Annotated[int, Field(gt=30, le=24 * 60)]
    text: Sentence


class Arrival(_Part):
    """Who one is at first, and where."""

    person: Key
    room: Key


class Community(_Part):
    """`community.toml`."""

    name: Short
    bot: Short
    owner: Short
    opens_at: time
    morning: time
    due_words: dict[str, Short] = {}
    arrive: Arrival
    roles: tuple[RolePart, ...]
    rooms: Annotated[tuple[RoomPart, ...], Field(min_length=1)]
    people: Annotated[tuple[PersonPart, ...], Field(min_length=1)]
    messages: tuple[MessagePart, ...] = ()

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        rooms, roles = {room.key for room in self.rooms}, {role.key for role in self.roles}
        people = {person.key for person in self.people}
        _all_in(roles, (key for room in self.rooms for key in room.only), "role")
        _all_in(roles, (key for person in self.people for key in person.roles), "role")
        _all_in(rooms, (said.room for said in self.messages), "room")
        _all_in(people, (said.person for said in self.messages), "person")
        _all_in(rooms, (self.arrive.room,), "room")
        _all_in(people, (self.arrive.person,), "person")
        return self


class Step(_Part):
    """One thing to try."""

    key: Key
    title: Short
    text: Sentence
    person: Key
    room: Key


class Tour(_Part):
    """`tour.toml`."""

    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class Script(_Part):
    """Everything that a rehearsal reads before it opens."""

    community: Community
    tour: Tour

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        rooms = {room.key for room in self.community.rooms} | {DM}
        people = {person.key for person in self.community.people}
        _all_in(rooms, (step.room for step in self.tour.steps), "room")
        _all_in(people, (step.person for step in self.tour.steps), "person")
        return self


def load_script(directory: Path = CONTENT) -> Script:
    """The script of a rehearsal.

    Raises:
        BrokenContent: a file is missing, is not TOML, or an entry does not fit.
    """
    community = _read(directory / "community.toml", Community)
    tour = _read(directory / "tour.toml", Tour)
    try:
        return Script(community=community, tour=tour)
    except ValidationError as problem:
        raise _broken(directory / "tour.toml", problem) from None


def _read(path: Path, model: type[_P]) -> _P:
    try:
        return model.model_validate(tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        raise BrokenContent(path, "", "", "the file is missing") from None
    except ValidationError as problem:
        raise _broken(path, problem) from None
    except ValueError as problem:  # not TOML, or not UTF-8
        raise BrokenContent(path, "", "", str(problem)) from None


def _broken(path: Path, problem: ValidationError) -> BrokenContent:
    first = problem.errors(include_url=False)[0]
    place = [str(part) for part in first["loc"]]
    return BrokenContent(path, " ".join(place[:-1]), place[-1] if place else "", first["msg"])


def _all_in(known: set[str], used: Iterable[str], what: str) -> None:
    for key in used:
        if key not in known:
            raise ValueError(f"there is no {what} {key!r}")
