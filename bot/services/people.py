"""People as the database knows them: a tag per community, and what they asked for."""

import logging
import secrets
from collections.abc import Mapping
from datetime import datetime, time
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import ChannelId, GuildId, MessageId, Tag, UserId
from bot.keyring import KEY_BYTES, Unopenable, keyed_index, person_tag
from bot.storage.communities import Communities
from bot.storage.database import Database, StorageDown
from bot.storage.people import Persons

log = logging.getLogger("hearth.people")


class Wishes(BaseModel):
    """How somebody asked to be treated. Everything is off, or unknown, until they choose.

    `listening`: here to read and listen, for now; `way`: in which they would rather be spoken to.
    `prompts`: whether the bot may say hello at the hour of theirs; `keep_days`: for how long
    check-ins that they keep stay.
    `hushed` maps a category of help to the moment until which it is not offered. `pinged`: whether
    the bot may mention them; `avoid`: topics that they would rather not be spoken to about.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    country: str | None = None
    locale: str | None = None
    zone: str | None = None
    quiet_from: time | None = None
    quiet_to: time | None = None
    direct_messages: bool = False
    private_thread: ChannelId | None = None
    prompts: bool = False
    concern_alerts: bool = False
    staff_contact: bool = False
    listening: bool = False
    way: Literal["text", "voice"] | None = None
    advice: Literal["none", "ask", "welcome"] | None = None
    never_look_in: bool = False
    keep_days: int = 90
    pinged: bool = True
    avoid: str = ""
    away_until: datetime | None = None
    hushed: Mapping[str, datetime] = {}

    def but(self, **fields: object) -> Self:
        """The same wishes with some of them changed, checked again."""
        return type(self).model_validate({**self.model_dump(), **fields})


class People:
    """Tags, indexes and wishes. Tags need no database once the communities are loaded."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._keys: dict[GuildId, bytes] = {}
        self._languages: dict[GuildId, dict[Tag, str]] = {}
        self._parted: set[GuildId] = set()
        self._stand_in = secrets.token_bytes(KEY_BYTES)

    async def load(self) -> None:
        """Read every community's key.

        Raises:
            StorageDown: the database cannot be read.
        """
        async with self._database.read() as tx:
            known = await Communities(tx).all()
        self._keys = {each.guild: each.tag_key for each in known}
        self._parted = {each.guild for each in known if each.removed_at is not None}

    async def load_languages(self) -> None:
        """Read who chose a language: an answer has no time to ask the database for it.

        Raises:
            StorageDown: the database cannot be read.
        """
        async with self._database.read() as tx:
            async for guild, tag, found in Persons(tx).everybody():
                self._note_language((guild, tag), _read(found).locale)

    def language(self, guild: GuildId, user: UserId) -> str | None:
        """The language that somebody chose; None: the one of their Discord."""
        here = self._languages.get(guild)
        return here.get(self.tag(guild, user)) if here else None

    def language_anywhere(self, user: UserId) -> str | None:
        """The same where Discord names no community: what they chose in one of them."""
        chosen = (self.language(guild, user) for guild in sorted(self._languages))
        return next((each for each in chosen if each is not None), None)

    def forget_language(self, guild: GuildId, user: UserId) -> None:
        """Nothing of a choice stays in memory."""
        self._note_language((guild, self.tag(guild, user)), None)

    def _note_language(self, who: tuple[GuildId, Tag], locale: str | None) -> None:
        guild, tag = who
        if locale is not None:
            self._languages.setdefault(guild, {})[tag] = locale
        elif guild in self._languages:
            self._languages[guild].pop(tag, None)

    async def meet(self, guild: GuildId) -> None:
        """Make sure that a community has a key; with the database down, at the next occasion."""
        self._parted.discard(guild)
        try:
            async with self._database.write() as tx:
                met = await Communities(tx).meet(guild, self._clock.now())
        except StorageDown:
            log.error("people.not_met", extra={"guild": guild})  # noqa: TRY400 - frames say nothing more
            return
        self._keys[guild] = met.tag_key

    async def part(self, guild: GuildId) -> None:
        """The bot was removed from a community; its clock starts."""
        self._parted.add(guild)
        async with self._database.write() as tx:
            await Communities(tx).leave(guild, self._clock.now())

    def has_parted(self, guild: GuildId) -> bool:
        """Whether a community has removed the bot: then nobody there is sent anything."""
        return guild in self._parted

    def forget(self, guild: GuildId) -> None:
        """Nothing of a community stays in memory: its key, and the languages of its people."""
        self._keys.pop(guild, None)
        self._parted.discard(guild)
        self._languages.pop(guild, None)

    def tag(self, guild: GuildId, user: UserId) -> Tag:
        """How this community's rows know a person."""
        return person_tag(self._key(guild), user)

    def tag_aside(self, guild: GuildId, *users: UserId) -> Tag:
        """How a row knows people who must not find it: by no look for what is kept of them.

        The same people have the same tag; one more, or one less, has another.
        """
        *others, last = sorted(set(users))
        purpose = " ".join(["aside", *(str(each) for each in others)])
        return Tag(keyed_index(self._key(guild), purpose, last))

    def message_index(self, guild: GuildId, message: MessageId) -> bytes:
        """By what a sealed message id can be found again."""
        return keyed_index(self._key(guild), "message", message)

    async def wishes(self, guild: GuildId, user: UserId) -> Wishes:
        """What a person asked for; the defaults where nothing is known or nothing can be read."""
        try:
            async with self._database.read() as tx:
                found = await _opened(Persons(tx), guild, self.tag(guild, user))
        except StorageDown:
            log.warning("people.unread", extra={"guild": guild})
            return Wishes()
        return _read(found)

    async def wish(self, guild: GuildId, user: UserId, **fields: object) -> Wishes:
        """Change what a person asked for.

        Raises:
            StorageDown: nothing was changed.
        """
        tag = self.tag(guild, user)
        async with self._database.write() as tx:
            persons = Persons(tx)
            changed = _read(await _opened(persons, guild, tag)).but(**fields)
            body = changed.model_dump(mode="json", exclude_defaults=True)
            today = self._clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
            await persons.keep(guild, tag, body, today)
        self._note_language((guild, tag), changed.locale)
        return changed

    def _key(self, guild: GuildId) -> bytes:
        # With the database down at first sight, people still get help: under a key of the moment.
        return self._keys.get(guild, self._stand_in)


async def _opened(persons: Persons, guild: GuildId, tag: Tag) -> dict[str, object] | None:
    try:
        return await persons.wishes(guild, tag)
    except Unopenable:
        log.warning("people.unread", extra={"guild": guild})
        return None


async def wishes_in(tx: AsyncConnection, guild: GuildId, tag: Tag) -> Wishes:
    """What somebody asked for, in a transaction that is open already."""
    return _read(await _opened(Persons(tx), guild, tag))


def _read(found: dict[str, object] | None) -> Wishes:
    try:
        return Wishes.model_validate(found or {})
    except ValidationError:
        log.error("people.unreadable")  # noqa: TRY400 - a trace would quote the wishes
        return Wishes()
