"""What the page shows of a stage, as plain values for JSON."""

import secrets
from typing import Any

import discord
import simcord

from bot.rehearsal.script import DM
from bot.rehearsal.stage import Stage, can_see, viewer_in
from bot.rehearsal.travel import Traveller
from bot.rehearsal.world import Persona

Wire = dict[str, Any]


class View:
    """Remembers what each person has seen, and tells the page what there is."""

    def __init__(self, stage: Stage, traveller: Traveller) -> None:
        self._stage = stage
        self._traveller = traveller
        self._seen: dict[tuple[str, int], int] = {}
        self._run = secrets.token_hex(4)  # ticks of the tour belong to one rehearsal
        self._rooms: list[Wire] = []
        self._rooms_as_of: tuple[object, ...] = ()

    def settle_in(self) -> None:
        """Count everything that is there now as seen, by everybody."""
        for persona in self._stage.world.personas.values():
            for room in self._visible(persona):
                self._newest(persona, room)

    def state(self) -> Wire:
        """The whole page, as it is now."""
        stage = self._stage
        return {
            "run": self._run,
            "community": stage.world.guild.name,
            "opening": stage.opening.isoformat(),
            "now": stage.env.now().isoformat(),
            "frame": self._frame(),
            "place": {"person": stage.place.persona.part.key, "room": str(stage.place.room.id)},
            "people": [self._person(persona) for persona in stage.world.personas.values()],
            "rooms": self._list_rooms(),
            "due": self._due(),
            "notice": {"number": stage.notice[0], "text": stage.notice[1]},
            "faults": stage.env.error_cursor,
        }

    def tour(self) -> list[Wire]:
        """The steps of the tour, with the names of people and rooms."""
        world = self._stage.world
        return [
            {
                **step.model_dump(),
                "who": world.personas[step.person].part.name,
                "where": "the direct messages"
                if step.room == DM
                else f"#{world.rooms[step.room].name}",
            }
            for step in self._stage.script.tour.steps
        ]

    def _frame(self) -> str | None:
        preview = self._stage.preview
        return None if preview is None else "/#" + preview.capability

    def _due(self) -> Wire | None:
        due = self._traveller.next_due
        if due is None:
            return None
        at, name = due
        words = self._stage.script.community.due_words
        return {"at": at.isoformat(), "what": words.get(name, name)}

    def _person(self, persona: Persona) -> Wire:
        part = persona.part
        return {"key": part.key, "name": part.name, "part": part.part, "line": part.line}

    def _list_rooms(self) -> list[Wire]:
        place = self._stage.place
        as_of = (place, len(self._stage.env.http_requests), self._stage.env.bot)
        if as_of != self._rooms_as_of:
            self._newest(place.persona, place.room)
            self._rooms = [self._room(place.persona, room) for room in self._visible(place.persona)]
            self._rooms_as_of = as_of
        return self._rooms

    def _room(self, persona: Persona, room: simcord.ChannelHandle) -> Wire:
        seen = self._seen.get((persona.part.key, room.id), 0)
        me = self._stage.env.bot.user
        fresh = [
            message
            for message in room.history(viewer=viewer_in(persona, room))
            if message.id > seen
            and me is not None
            and message.author.id == me.id
            and not message.is_system()
        ]
        return {
            "id": str(room.id),
            "name": room.name if room.guild is not None else self._stage.script.community.bot,
            "kind": _kind(room),
            "topic": self._topic(room),
            "unread": len(fresh),
        }

    def _topic(self, room: simcord.ChannelHandle) -> str:
        known = self._stage.env.bot.get_channel(room.id)
        return (known.topic or "") if isinstance(known, discord.TextChannel) else ""

    def _newest(self, persona: Persona, room: simcord.ChannelHandle) -> None:
        history = room.history(viewer=viewer_in(persona, room))
        self._seen[persona.part.key, room.id] = history[-1].id if history else 0

    def _visible(self, persona: Persona) -> list[simcord.ChannelHandle]:
        rooms: list[simcord.ChannelHandle] = []
        for channel in self._stage.world.guild.channels.values():
            if not isinstance(self._stage.env.bot.get_channel(channel.id), discord.TextChannel):
                continue  # categories and voice have nothing to read here
            rooms += [place for place in (channel, *channel.threads) if can_see(persona, place)]
        return [*rooms, persona.actor.user.dm_channel]


def _kind(room: simcord.ChannelHandle) -> str:
    if room.guild is None:
        return "dm"
    return "thread" if room.is_thread else "room"
