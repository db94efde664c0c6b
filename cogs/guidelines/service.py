"""What can be done with a community's guidelines, as verbs; speaks of ids, not of Discord.

    (nobody agreed) ──agree──► agreed to version n ──material change──► asked again ──agree──► …
                                     │                                       │
                                     └──"I am younger"──► (nothing is kept) ◄┘

Invariants: a press agrees to the version that its card showed; a version that a material change
has replaced takes no more agreements; from the first agreement on, the words are the community's
own, and a newer Hearth does not change them behind anybody's back.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from bot.clock import Clock
from bot.content.loader import Content
from bot.errors import Refusal
from bot.ids import GuildId, Tag, UserId
from bot.sections import CommunitySettings
from bot.services.people import People
from bot.services.settings import Settings
from bot.storage.database import Database
from cogs.guidelines.domain import (
    MOST,
    Change,
    GuidelineSettings,
    Rule,
    changes,
    find,
    rules_of,
    sum_of,
)
from cogs.guidelines.store import Agreed, Agreements


class OlderVersion(Refusal):
    """The card is of a version that a material change has replaced."""

    key = "refusal.older-guidelines"


class NoSuchRule(Refusal):
    """The guideline is not there any more."""

    key = "refusal.no-such-guideline"


class TooManyRules(Refusal):
    """The community has as many guidelines as a card can offer."""

    key = "refusal.too-many-guidelines"


class NothingToPublish(Refusal):
    """There is no draft, or it says what is published already."""

    key = "refusal.nothing-to-publish"


class Services(Protocol):
    """What the charter stands on; the bot has it."""

    database: Database
    settings: Settings
    people: People
    content: Content
    clock: Clock


class Charter:
    """A community's guidelines: read, agreed to, and changed."""

    def __init__(self, services: Services) -> None:
        self._database, self._settings = services.database, services.settings
        self._people, self._clock = services.people, services.clock
        self._content, self._spoken = services.content, dict[str, tuple[Rule, ...]]()
        self.shipped = rules_of(services.content.guidelines)

    def chosen(self, guild: GuildId) -> GuidelineSettings:
        """What was decided; from memory."""
        return self._settings.of(guild, GuidelineSettings)

    def begins_with(self, guild: GuildId) -> tuple[Rule, ...]:
        """What holds before a community has words of its own: what ships, in its language."""
        locale = self._settings.of(guild, CommunitySettings).locale
        found = self._spoken.get(locale)
        if found is None:
            found = self._spoken[locale] = rules_of(self._content.near(locale).guidelines)
        return found

    def rules(self, guild: GuildId) -> tuple[Rule, ...]:
        """What holds now; from memory, so that it is read with the database broken."""
        return self.chosen(guild).published or self.begins_with(guild)

    def draft(self, guild: GuildId) -> tuple[Rule, ...]:
        """What an admin is writing, or what holds where nobody is."""
        draft = self.chosen(guild).draft
        return self.rules(guild) if draft is None else draft

    def rule(self, guild: GuildId, number: int) -> Rule:
        """One guideline as it holds now.

        Raises:
            NoSuchRule: it is not there any more.
        """
        found = find(self.rules(guild), number)
        if found is None:
            raise NoSuchRule
        return found

    def holds(self, guild: GuildId, agreed: Agreed | None) -> bool:
        """Whether an agreement still holds, or has to be asked for again."""
        return agreed is not None and agreed.version >= self.chosen(guild).material

    async def agreed(self, guild: GuildId, user: UserId) -> Agreed | None:
        """What somebody agreed to, and when.

        Raises:
            StorageDown: nobody can know now.
        """
        async with self._database.read() as tx:
            return await Agreements(tx).of(guild, self._people.tag(guild, user))

    async def agree(self, guild: GuildId, user: UserId, version: int) -> Agreed:
        """Somebody agrees to the version that they were shown; twice is once.

        Raises:
            OlderVersion: a material change has replaced it.
            StorageDown: nothing was kept.
        """
        chosen = self.chosen(guild)
        if not chosen.published:  # what somebody agreed to is kept as it stood
            chosen = await self._settings.decide(
                guild,
                GuidelineSettings,
                lambda now: {"published": now.published or self.begins_with(guild)},
            )
        if not chosen.material <= version <= chosen.version:
            raise OlderVersion
        tag, now = self._people.tag(guild, user), self._clock.now()
        async with self._database.write() as tx:
            agreements = Agreements(tx)
            before = await agreements.of(guild, tag)
            if before is not None and before.version >= version:
                return before
            await agreements.print(guild, chosen.version, chosen.published, now)
            agreed = Agreed(version, now)
            await agreements.keep(guild, tag, agreed)
        return agreed

    def overdue(self, guild: GuildId) -> bool:
        """Whether roles follow agreements now: the time to answer a material change is over."""
        return self.chosen(guild).overdue(self._clock.now())

    async def behind(self, guild: GuildId) -> frozenset[Tag]:
        """Whoever agreed to a version that a material change has replaced, and to none since."""
        async with self._database.read() as tx:
            return await Agreements(tx).before(guild, self.chosen(guild).material)

    async def withdraw(self, guild: GuildId, user: UserId) -> bool:
        """Delete an agreement; answers whether there was one.

        Raises:
            StorageDown: nothing was deleted.
        """
        tag = self._people.tag(guild, user)
        async with self._database.write() as tx:
            agreements = Agreements(tx)
            before = await agreements.of(guild, tag)
            await agreements.forget(guild, tag)
        return before is not None

    async def since(self, guild: GuildId, version: int) -> list[Change]:
        """What changed since a version; everything is new where its words were never kept."""
        async with self._database.read() as tx:
            before = await Agreements(tx).edition(guild, version)
        return changes(before or (), self.rules(guild))

    async def write(self, guild: GuildId, rule: Rule) -> None:
        """Change a guideline in the draft, or add it.

        Raises:
            TooManyRules: there is no room for one more.
        """

        def put(rules: Sequence[Rule]) -> tuple[Rule, ...]:
            if any(each.id == rule.id for each in rules):
                return tuple(rule if each.id == rule.id else each for each in rules)
            if len(rules) >= MOST:
                raise TooManyRules
            return (*rules, rule)

        await self._redraft(guild, put)

    async def leave_out(self, guild: GuildId, number: int) -> None:
        """Take a guideline out of the draft.

        Raises:
            NoSuchRule: it is the last one: a community without guidelines has nothing to agree to.
        """

        def without(rules: Sequence[Rule]) -> tuple[Rule, ...]:
            left = tuple(each for each in rules if each.number != number)
            if not left:
                raise NoSuchRule
            return left

        await self._redraft(guild, without)

    async def restore(self, guild: GuildId) -> None:
        """The draft becomes what ships; nothing is published by it."""
        await self._redraft(guild, lambda _: self.begins_with(guild))

    async def discard(self, guild: GuildId) -> None:
        """The draft goes; what holds stays."""
        await self._settings.change(guild, GuidelineSettings, draft=None)

    def unpublished(self, guild: GuildId) -> list[Change]:
        """How the draft differs from what holds."""
        return changes(self.rules(guild), self.draft(guild))

    async def publish(self, guild: GuildId, seen: int, *, material: bool) -> GuidelineSettings:
        """The draft holds from now on; a material change asks everybody again.

        Args:
            guild: the community.
            seen: the check sum of the draft that was shown; another one is not published.
            material: whether everybody is asked again.

        Raises:
            NothingToPublish: there is nothing new, or somebody changed the draft meanwhile.
        """
        now = self._clock.now()
        before = self.chosen(guild)
        async with self._database.write() as tx:
            await Agreements(tx).print(guild, before.version, self.rules(guild), now)

        def published(stands: GuidelineSettings) -> dict[str, object]:
            rules = stands.published or self.begins_with(guild)
            if stands.draft is None or stands.draft == rules or sum_of(stands.draft) != seen:
                raise NothingToPublish
            version = stands.version + 1
            return {
                "published": stands.draft,
                "draft": None,
                "version": version,
                "material": version if material else stands.material,
                "material_at": now if material else stands.material_at,
            }

        after = await self._settings.decide(guild, GuidelineSettings, published)
        async with self._database.write() as tx:
            await Agreements(tx).print(guild, after.version, after.published, now)
        return after

    async def _redraft(
        self, guild: GuildId, how: Callable[[Sequence[Rule]], tuple[Rule, ...]]
    ) -> None:
        def drafted(now: GuidelineSettings) -> dict[str, object]:
            stands = now.published or self.begins_with(guild)
            draft = how(stands if now.draft is None else now.draft)
            return {"draft": None if draft == stands else draft}

        await self._settings.decide(guild, GuidelineSettings, drafted)
