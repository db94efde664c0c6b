"""The bot itself: the only place that builds things; it closes them in reverse."""

import asyncio
import importlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

import discord
from discord import app_commands

from bot.clock import Clock
from bot.config import Config
from bot.content.loader import Content, load
from bot.epochs.keeper import EpochKeys, KeyDeaths
from bot.ids import ChannelId, GuildId, RoleId
from bot.keyring import Keyring
from bot.safety.lexicon import Lexicon
from bot.safety.load import load as load_lexicon
from bot.sections import CommunitySettings
from bot.services.calls import URGENT
from bot.services.case_words import CaseWords
from bot.services.cases import Cases
from bot.services.gaps import GAP, Nightly, SignOfLife, notices
from bot.services.guideline_lines import GuidelineLines
from bot.services.heartbeat import Alarm, Heartbeat
from bot.services.helplines import CommunityLines
from bot.services.outbox import Outbox
from bot.services.people import People
from bot.services.privacy import Retention
from bot.services.reach import DIRECT, THREAD, Reach
from bot.services.recurring import Recurring
from bot.services.rota import Duty
from bot.services.settings import Settings
from bot.services.signposting import Signposting
from bot.storage.database import Database, StorageDown
from bot.storage.schema import prepare
from bot.texts import Texts
from bot.ui.catalogue import Catalogue, christen
from bot.ui.checkup import Checkup
from bot.ui.courier import DiscordCourier
from bot.ui.ear import Ear, Frame, intents, remembered
from bot.ui.explain import HouseTree, OldButton, explain
from bot.ui.forms import Form
from bot.ui.home import HomePanel
from bot.ui.house_notices import draw_gap
from bot.ui.notices import Notices
from bot.ui.router import Router
from bot.ui.routes import Pick, Route
from bot.ui.setup_menu import SetupMenu
from bot.ui.tellers import Overview, Weekly

log = logging.getLogger("hearth.app")
T = TypeVar("T")
ReadBack = Callable[[GuildId, datetime], Awaitable[None]]
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Words:
    """What ships in `data/`, read once a process: a rehearsal's restart need not read it again."""

    texts: Texts
    content: Content
    lexicon: Lexicon

    @classmethod
    def load(cls, directory: Path = ROOT / "data") -> "Words":
        """Read and check everything.

        Raises:
            BrokenContent: names the file, the entry and the field.
        """
        lexicon = load_lexicon(directory / "lexicon")  # first: the others use what it lets go of
        return cls(Texts.load(directory / "texts"), load(directory), lexicon)


class SupportBot(Ear):
    """The bot. Features find what they share as attributes, and one another never."""

    def __init__(
        self, config: Config, words: Words, keyring: Keyring, clock: Clock, alarm: Alarm
    ) -> None:
        # No voice is ever joined: what its libraries would need is no news to an operator.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=(),
            help_command=None,
            intents=intents(members=config.members),
            tree_cls=HouseTree,
            max_messages=None,  # nothing is read from a cache of what people wrote
            member_cache_flags=remembered(members=config.members),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self.config, self.clock, self.keyring, self.contact = config, clock, keyring, config.contact
        self.texts, self.content, self.lexicon = words.texts, words.content, words.lexicon
        self.database = Database(config.database_url, keyring)
        self.settings = Settings(self.database)
        self.people = People(self.database, clock)
        self.reach = Reach(self.database, self.people, clock)
        self.cases = Cases(self.database, self.people, self.settings, clock)
        self.case_words = CaseWords(self.database, clock)
        self.duty = Duty(self.database, self.people, clock)
        self.signposting = Signposting(self.database, clock)
        self.courier = DiscordCourier(self, self.reach)
        self.outbox = Outbox(self.database, self.courier, clock, again=URGENT)
        self.heartbeat, self.epochs = Heartbeat(clock, alarm), EpochKeys(config.epochs)
        self.heartbeat.add("epochs", KeyDeaths(self.epochs, clock))
        self.sign_of_life = SignOfLife(self.database, clock, lambda: self._listening)
        self.nightly = Nightly(self.database, clock)
        self.router = Router(self)
        self.notices = Notices(self)
        self.home = HomePanel()
        self.setup_menu = SetupMenu()
        self._features, self._forms = dict[type[Any], Any](), list[type[Form]]()
        self._routes: list[type[Route] | type[Pick]] = []
        self._reading_back: list[ReadBack] = []
        self._adopting: list[Callable[[GuildId], Awaitable[None]]] = []
        self._was_ready = self._listening = False
        own = (self.cases, self.duty, self.reach, self.heartbeat, self.notices, self.home)
        recurring = Recurring(self.database, clock)
        self.heartbeat.add("recurring", recurring)
        also = CommunityLines(self.content.helplines, self.settings), GuidelineLines(), recurring
        told = self.signposting, self.setup_menu, Checkup(), Weekly(), Overview()
        for shared in own + also + told:
            self.provide(shared)

    def provide(self, thing: object) -> None:
        """Give the house one object, to be found by its type."""
        self._features[type(thing)] = thing

    def feature(self, kind: type[T]) -> T:
        """The object of a type that a feature has provided."""
        return cast("T", self._features[kind])

    def add_routes(self, *routes: type[Route] | type[Pick]) -> None:
        """Let these buttons and selects work, also those of before the start."""
        self._routes += routes
        self.add_dynamic_items(*routes)

    def add_forms(self, *forms: type[Form]) -> None:
        """Let these forms be taken, also those opened before the start."""
        self._forms += forms

    def on_adopted(self, adopt: Callable[[GuildId], Awaitable[None]]) -> None:
        """Name who furnishes the rehearsal's community: panels, and what else a wizard posts."""
        self._adopting.append(adopt)

    def on_gap(self, read: ReadBack) -> None:
        """Name who reads a community's messages again after a gap."""
        self._reading_back.append(read)

    async def setup_hook(self) -> None:
        await prepare(self.database, self.keyring)
        await self.people.load()
        await self.settings.load()
        await self.signposting.load()
        self.tree.add_command(self.setup_menu)
        self.courier.draws(GAP, draw_gap(self))
        self.courier.draws(DIRECT, self.notices.draw)
        self.courier.draws(THREAD, self.notices.draw)
        for name in feature_names():
            await importlib.import_module(f"cogs.{name}").setup(self)
        christen(self.tree, self.texts)
        await self.tree.set_translator(Catalogue(self.texts))
        self.heartbeat.add("nightly", self.nightly)
        self.nightly.add(self.signposting.prune)
        self.nightly.add(self.case_words.wipe_old_words)
        memories, stay = (self.settings.forget, self.people.forget), self.home.standing
        self.nightly.add(Retention(self.database, self.clock, *memories, stay=stay).sweep)
        self.heartbeat.add("outbox", self.outbox)
        self.heartbeat.add("alive", self.sign_of_life)
        await self.tree.sync()

    def allowed(self, guild: int) -> bool:
        """Whether the operator lets the bot serve a community."""
        return not self.config.guilds or guild in self.config.guilds

    async def on_ready(self) -> None:
        served = self._served()
        for guild in served:
            await self.people.meet(guild)
        await self._listen_again(served)
        if not self._was_ready:
            self._was_ready = True
            self.heartbeat.start()
        log.info("app.ready", extra={"communities": len(served)})
        await self.heartbeat.beat()

    async def on_disconnect(self) -> None:
        self._listening = False

    async def on_resumed(self) -> None:
        await self._listen_again(self._served())

    def _served(self) -> list[GuildId]:
        return [GuildId(guild.id) for guild in self.guilds if self.allowed(guild.id)]

    async def _listen_again(self, served: list[GuildId]) -> None:
        """After a start or a cut: tell staff of a gap, and read once what was said meanwhile."""
        gap = await self.sign_of_life.back()
        self._listening = True
        if gap is None:
            return
        staffed = [g for g in served if self.settings.of(g, CommunitySettings).staff_channel]
        try:
            await self.outbox.put(notices(gap, staffed))
        except StorageDown:  # what was said meanwhile is read all the same
            log.error("app.gap_not_told", extra={"communities": len(staffed)})  # noqa: TRY400 - frames say nothing more
        for read in self._reading_back:
            await asyncio.gather(*(read(guild, gap.read_from) for guild in served))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.people.meet(GuildId(guild.id))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self.people.part(GuildId(guild.id))

    def hear(self, frame: Frame) -> Awaitable[None] | None:
        return self.router.raw(frame)

    async def on_thread_create(self, thread: discord.Thread) -> None:
        await self.router.titled(thread)

    async def on_thread_update(self, before: discord.Thread, after: discord.Thread) -> None:
        if before.name != after.name:
            await self.router.titled(after)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        await self.router.edited(payload)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        await self.router.deleted(payload.guild_id, payload.message_id)

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        for message in payload.message_ids:
            await self.router.deleted(payload.guild_id, message)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Takes forms by their address, and answers buttons that nobody knows any more."""
        custom_id = str(cast("Mapping[str, Any]", interaction.data or {}).get("custom_id", ""))
        if interaction.type is discord.InteractionType.modal_submit:
            for kind in self._forms:
                form = kind.rebuilt(custom_id)
                if form is not None:
                    await form.receive(interaction)
                    return
            await explain(interaction, OldButton())
        elif interaction.type is discord.InteractionType.component:
            known = (route.__discord_ui_compiled_template__ for route in self._routes)
            if not any(pattern.fullmatch(custom_id) for pattern in known):
                await explain(interaction, OldButton())

    async def beat(self) -> None:
        """Do what is due now (the rehearsal's ticker and the tests call this)."""
        await self.heartbeat.beat()

    async def next_due(self) -> tuple[datetime, str] | None:
        """What is due next: the instant, and what it is called."""
        return await self.heartbeat.next_due()

    async def adopt_rehearsal(
        self, guild_id: int, rooms: Mapping[str, int], roles: Mapping[str, int]
    ) -> None:
        """Set up the rehearsal's community as a finished wizard would have left it."""
        here = GuildId(guild_id)
        await self.people.meet(here)
        await self.settings.change(
            here,
            CommunitySettings,
            staff_channel=ChannelId(rooms["staff"]),
            home_channel=ChannelId(rooms["welcome"]),
            moderator_role=RoleId(roles["moderator"]),
            facilitator_role=RoleId(roles["facilitator"]),
            country="GB",
            set_up=True,
        )
        for adopt in self._adopting:
            await adopt(here)
        await self.beat()

    async def close(self) -> None:
        """End in reverse: no new beats, then Discord, then the database."""
        self.heartbeat.stop()
        await super().close()
        await self.database.close()


def feature_names(folder: Path = ROOT / "cogs") -> list[str]:
    """The features that are there: folders and files of `cogs/`, by name."""
    found = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    found += [path.parent.name for path in folder.glob("*/__init__.py")]
    return sorted(found)
