"""The stage: one simulated Discord, one bot, one person and room at a time, one lock.

    closed ──open──► open ──restart──► open (another bot, the same world and database)
      ▲                │
      └─────close──────┘

Invariants: at most one Preview is open, and it shows `place`. SimCord refuses operations that
overlap, so whoever changes anything holds `lock`: `open`, `go` and `restart` take it themselves;
the ticker, the skips and the proxy take it around what they do.
"""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime

import simcord

from bot.errors import HearthError
from bot.rehearsal.part import Build, RehearsalClock, RehearsedBot, as_client
from bot.rehearsal.script import DM, Script
from bot.rehearsal.world import Persona, World, build_world

log = logging.getLogger("hearth.rehearsal")


class NoSuchPlace(HearthError):
    """A person or a room was asked for that the rehearsal does not have."""


@dataclass(frozen=True, slots=True)
class Place:
    """Who the operator speaks as, and where."""

    persona: Persona
    room: simcord.ChannelHandle

    @property
    def viewer(self) -> simcord.MemberActor | simcord.UserHandle:
        """The same person, as SimCord wants them for this kind of room."""
        return viewer_in(self.persona, self.room)


class Stage:
    """Owns everything that a rehearsal consists of, except its web page."""

    def __init__(self, build: Build, script: Script, opening: datetime) -> None:
        self.script = script
        self.opening = opening
        self.lock = asyncio.Lock()
        self.clock = RehearsalClock(opening)
        self.bot: RehearsedBot = build(self.clock)
        # Errors of the bot are logged by the bot and counted on the page; they must not end it.
        self.env = simcord.Env(as_client(self.bot), check_errors=False)
        self.world: World = build_world(self.env, script.community, opening)
        self.clock.follow(self.env.now)
        self.place = self._arrival()
        self.preview: simcord.Preview | None = None
        self.notice: tuple[int, str] = (0, "")
        self._build = build
        self._shown = 0

    async def open(self) -> None:
        """Start the bot, let it adopt the community, and show the first room."""
        async with self.lock:
            await self.env.start()
            with self.env.time_context():
                await self.bot.adopt_rehearsal(
                    self.world.guild.id,
                    {key: room.id for key, room in self.world.rooms.items()},
                    {key: role.id for key, role in self.world.roles.items()},
                )
                await self.bot.beat()
            await self.env.settle()
            await self._show()

    async def close(self) -> None:
        """Take everything down; safe to call at any moment, and twice."""
        try:
            await self._hide()
            await self.env.shutdown()
        finally:
            await self.bot.close()

    async def go(self, person: str | None, room: str | None) -> None:
        """Speak as somebody else, or somewhere else.

        Where the person may not see the room, they arrive in the first room and the page says so.

        Args:
            person: a persona's key; None stays who one is.
            room: a room's key, `dm`, or a channel id; None stays where one is.

        Raises:
            NoSuchPlace: the rehearsal has no such person or room.
        """
        async with self.lock:
            persona = self._persona(person)
            wanted = self._room(persona, room)
            if can_see(persona, wanted):
                await self._move(Place(persona, wanted))
                return
            start = self._arrival().room
            self.tell(
                f"{persona.part.name} cannot see #{wanted.name}. You are in #{start.name} now."
            )
            await self._move(Place(persona, start))

    async def restart(self) -> None:
        """End the bot and start a new one over the same community and the same database."""
        async with self.lock:
            await self._hide()
            await self.bot.close()
            self.bot = self._build(self.clock)
            await self.env.restart_bot(as_client(self.bot))
            await self.beat()
            await self._show()
            self.tell("The bot was restarted. Everything that it had posted still works.")

    async def beat(self) -> None:
        """Let the bot do what is due, and wait until it has come to rest. Needs the lock."""
        with self.env.time_context():
            await self.bot.beat()
        await self.env.settle()

    async def refresh(self) -> None:
        """Show what is new, if the bot did anything since the last time. Needs the lock."""
        done = len(self.env.http_requests)
        if done == self._shown and self.preview is not None:
            return
        if not can_see(self.place.persona, self.place.room):
            start = self._arrival().room
            self.tell(f"That room is no longer there for you. You are in #{start.name} now.")
            await self._move(Place(self.place.persona, start))
        elif self.preview is None:
            await self._show()
        else:
            await self.preview.refresh()
        self._shown = done

    def tell(self, sentence: str) -> None:
        """Say one sentence on the page."""
        self.notice = (self.notice[0] + 1, sentence)

    async def _move(self, place: Place) -> None:
        await self._hide()
        self.place = place
        await self._show()

    async def _show(self) -> None:
        preview = self.env.preview(
            self.place.room, viewers=[self.place.viewer], layout="channel", locale="en-GB"
        )
        await preview.__aenter__()
        self.preview = preview
        self._shown = len(self.env.http_requests)

    async def _hide(self) -> None:
        preview, self.preview = self.preview, None
        if preview is not None:
            await preview.close()

    def _arrival(self) -> Place:
        arrive = self.script.community.arrive
        return Place(self.world.personas[arrive.person], self.world.rooms[arrive.room])

    def _persona(self, key: str | None) -> Persona:
        if key is None:
            return self.place.persona
        if key not in self.world.personas:
            raise NoSuchPlace("There is nobody of that name in this rehearsal.")
        return self.world.personas[key]

    def _room(self, persona: Persona, key: str | None) -> simcord.ChannelHandle:
        direct = persona.actor.user.dm_channel
        if key in {DM, str(direct.id)} or (key is None and self.place.room.guild is None):
            return direct
        if key is None:
            return self.place.room
        if key in self.world.rooms:
            return self.world.rooms[key]
        for channel in channels(self.world):
            if str(channel.id) == key:
                return channel
        raise NoSuchPlace("That room is not there any more.")


def channels(world: World) -> list[simcord.ChannelHandle]:
    """Every channel of the community, each followed by its threads."""
    return [
        place for channel in world.guild.channels.values() for place in (channel, *channel.threads)
    ]


def viewer_in(
    persona: Persona, room: simcord.ChannelHandle
) -> simcord.MemberActor | simcord.UserHandle:
    """The person as SimCord wants them there: a member in a community, a user in a DM."""
    return persona.actor if room.guild is not None else persona.actor.user


def can_see(persona: Persona, room: simcord.ChannelHandle) -> bool:
    """Whether the person may read that room as it is now."""
    try:
        room.history(viewer=viewer_in(persona, room))
    except (simcord.SetupError, simcord.BackendError):
        return False
    return True
