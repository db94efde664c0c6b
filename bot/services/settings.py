"""What a community has decided, in memory: asked without waiting, written through."""

import logging
from collections.abc import Callable, Mapping
from typing import TypeVar

from pydantic import ValidationError

from bot.ids import GuildId
from bot.sections import Section
from bot.storage.database import Database
from bot.storage.settings import SettingDocuments

log = logging.getLogger("hearth.settings")


S = TypeVar("S", bound=Section)


class Settings:
    """Every community's settings; `of` never touches the disk."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stored: dict[tuple[GuildId, str], dict[str, object]] = {}
        self._models: dict[tuple[GuildId, str], Section] = {}
        self._newest = 0

    async def load(self) -> None:
        """Read every document.

        Raises:
            StorageDown: the database cannot be read.
        """
        async with self._database.read() as tx:
            documents = SettingDocuments(tx)
            stored, newest = await documents.all(), await documents.newest()
        self._newest = newest
        self._stored = {(each.guild, each.section): each.body for each in stored}
        self._models.clear()

    async def refresh(self) -> None:
        """Read again if another process changed something since."""
        async with self._database.read() as tx:
            newest = await SettingDocuments(tx).newest()
        if newest != self._newest:
            await self.load()

    def of(self, guild: GuildId, model: type[S]) -> S:
        """A feature's settings in a community; its defaults where nothing was decided."""
        found = self._models.get((guild, model.section))
        if isinstance(found, model):
            return found
        fresh = _validated(guild, model, self._stored.get((guild, model.section)))
        self._models[guild, model.section] = fresh
        return fresh

    def decided(self, model: type[S]) -> list[GuildId]:
        """The communities that decided something of a section."""
        return [guild for guild, section in self._stored if section == model.section]

    async def change(self, guild: GuildId, model: type[S], **fields: object) -> S:
        """Change some fields of what is stored: check, write, then swap the copy in memory.

        Raises:
            pydantic.ValidationError: a value does not fit its field.
            StorageDown: nothing was changed.
        """
        return await self.decide(guild, model, lambda _: fields)

    async def decide(
        self, guild: GuildId, model: type[S], how: Callable[[S], Mapping[str, object]]
    ) -> S:
        """Change what is stored by what is stored, so that of two at once neither is lost.

        Args:
            guild: the community.
            model: the feature's settings.
            how: given what stands now, answers the fields that change; what it raises changes
                nothing.

        Raises:
            pydantic.ValidationError: a value does not fit its field.
            StorageDown: nothing was changed.
        """
        async with self._database.write() as tx:
            documents = SettingDocuments(tx)
            before = await documents.newest()
            now = _validated(guild, model, await documents.get(guild, model.section))
            changed = model.model_validate({**now.model_dump(), **how(now)})
            body = changed.model_dump(mode="json")
            await documents.put(guild, model.section, body)
            after = await documents.newest()
        if before == self._newest:  # else another's change is unread, and `refresh` has to see it
            self._newest = after
        self._stored[guild, model.section] = body
        self._models[guild, model.section] = changed
        return changed

    def forget(self, guild: GuildId) -> None:
        """Drop a community's settings from memory."""
        for kept in (self._stored, self._models):
            for key in [key for key in kept if key[0] == guild]:
                del kept[key]


def _validated(guild: GuildId, model: type[S], document: dict[str, object] | None) -> S:
    try:
        return model.model_validate(document or {})
    except ValidationError as problem:
        # A document of another version: the defaults are safer than a bot that stops.
        log.error(  # noqa: TRY400 - a trace would quote the document
            "settings.unreadable",
            extra={"guild": guild, "section": model.section, "faults": problem.error_count()},
        )
        return model()
