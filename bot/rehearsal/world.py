"""Builds the rehearsal community in a simulated Discord that has not started yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import discord
import simcord

from bot.rehearsal import simcord_edges as edges
from bot.rehearsal.script import Community, PersonPart, RoomPart

EARLIER = timedelta(hours=25)  # older than the oldest message that the script allows


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody whom the operator can speak as."""

    part: PersonPart
    actor: simcord.MemberActor


@dataclass(frozen=True, slots=True)
class World:
    """The community, by the keys of its script."""

    community: Community
    guild: simcord.GuildHandle
    rooms: Mapping[str, simcord.ChannelHandle]
    roles: Mapping[str, simcord.RoleHandle]
    personas: Mapping[str, Persona]


def build_world(env: simcord.Env, community: Community, opening: datetime) -> World:
    """Make guild, roles, rooms and people, say what was said before, and end at `opening`."""
    edges.set_date(env, opening - EARLIER)
    edges.name_the_bot(env, community.bot)
    owner = env.create_user(community.owner.casefold(), global_name=community.owner)
    guild = env.create_guild(community.name, owner=owner, preferred_locale="en-US")
    roles = {
        part.key: guild.create_role(
            part.name,
            permissions=discord.Permissions(**dict.fromkeys(part.permissions, True)),
            color=int(part.colour.removeprefix("#"), 16),
            hoist=True,
        )
        for part in community.roles
    }
    rooms = {part.key: _room(guild, part, community.bot, roles) for part in community.rooms}
    personas = {part.key: _persona(env, guild, part, roles) for part in community.people}
    world = World(community, guild, rooms, roles, personas)
    _say(env, world, opening)
    edges.set_date(env, opening)
    return world


def _room(
    guild: simcord.GuildHandle,
    part: RoomPart,
    bot: str,
    roles: Mapping[str, simcord.RoleHandle],
) -> simcord.ChannelHandle:
    if not part.only:
        return guild.create_text_channel(part.name, topic=part.topic)
    see = discord.PermissionOverwrite(view_channel=True)
    allowed = [roles[key] for key in part.only]
    # The bot's own role carries its name; without it a private room would be closed to the bot.
    overwrites = dict.fromkeys([*allowed, guild.roles[bot]], see)
    overwrites[guild.default_role] = discord.PermissionOverwrite(view_channel=False)
    return guild.create_text_channel(part.name, topic=part.topic, overwrites={**overwrites})


def _persona(
    env: simcord.Env,
    guild: simcord.GuildHandle,
    part: PersonPart,
    roles: Mapping[str, simcord.RoleHandle],
) -> Persona:
    user = env.create_user(part.name.casefold(), global_name=part.name)
    actor = guild.add_member(user, roles=[roles[key] for key in part.roles])
    return Persona(part, actor)


def _say(env: simcord.Env, world: World, opening: datetime) -> None:
    said = sorted(world.community.messages, key=lambda message: -message.minutes_before)
    for message in said:
        edges.set_date(env, opening - timedelta(minutes=message.minutes_before))
        author = world.personas[message.person].actor
        edges.say_before_start(env, world.rooms[message.room], author, message.text)
