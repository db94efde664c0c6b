"""The lines that each community shows: the built-in ones and its own, without those that rest.

Everything is asked from memory, as the settings are: numbers are shown with the database broken.
"""

from dataclasses import dataclass
from datetime import date

from bot.content.helplines import Helplines, both_ways, is_stale
from bot.content.line import KINDS, Line
from bot.content.own_lines import OwnLines, Reading, Typed, line_of, lines_of, read
from bot.errors import Refusal
from bot.ids import GuildId
from bot.services.settings import Settings

MOST = 25  # lines of their own: as many as one select holds


class NoSuchLine(Refusal):
    """No line has that name or number, or it was removed meanwhile."""

    key = "refusal.no-such-line"


class EmergencyStays(Refusal):
    """The line answers under an emergency number: that is always shown."""

    key = "refusal.emergency-stays"


class TooManyLines(Refusal):
    """The community has as many lines of its own as it may."""

    key = "refusal.too-many-lines"


class NotReady(Refusal):
    """Something in the draft is still to be mended, so members cannot see it yet."""

    key = "refusal.line-not-ready"


@dataclass(frozen=True, slots=True)
class Listed:
    """A line as admins see it: built in or their own, resting, stale, among those shown."""

    line: Line
    own: bool
    retired: bool
    stale: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads drafts in one language on one day."""

    helplines: Helplines
    locale: str
    today: date

    def __call__(self, typed: Typed) -> Reading:
        return read(typed, self.helplines, self.locale, self.today)


class CommunityLines:
    """Answers which lines a community shows, and changes that; every change is written through."""

    def __init__(self, helplines: Helplines, settings: Settings) -> None:
        self._helplines = helplines
        self._settings = settings

    def lines_for(
        self, guild: GuildId | None, country: str, category: str, limit: int = 3
    ) -> tuple[Line, ...]:
        """The lines to show: a community's own first, then the built-in ones, best first.

        One to speak to and one to type to are among them wherever there are such lines.
        """
        chosen = self._chosen(guild)
        fitting = self._fitting(chosen, country, category)
        return both_ways(tuple(each for each in fitting if not self._rests(chosen, each)), limit)

    def listed(
        self, guild: GuildId, country: str, category: str, today: date
    ) -> tuple[Listed, ...]:
        """Every line for a category, whatever became of it, in the order of `lines_for`."""
        chosen = self._chosen(guild)
        shown = self.lines_for(guild, country, category)
        own = {each.line_id for each in chosen.own}
        return tuple(
            Listed(
                line,
                own=line.id in own,
                retired=self._rests(chosen, line),
                stale=is_stale(line, today),
                shown=line in shown,
            )
            for line in self._fitting(chosen, country, category)
        )

    def stale_own(self, guild: GuildId, today: date) -> int:
        """How many of the lines that a community added itself were checked more than a year ago."""
        chosen = self._chosen(guild)
        lines = [line_of(each) for each in chosen.own if each.line_id not in chosen.retired]
        return sum(line is not None and is_stale(line, today) for line in lines)

    def emptied(self, guild: GuildId, country: str) -> tuple[str, ...]:
        """The categories in which a community shows no line, though there are some that rest."""
        chosen = self._chosen(guild)
        return tuple(
            category
            for category in KINDS
            if self._fitting(chosen, country, category)
            and not self.lines_for(guild, country, category)
        )

    async def keep(self, guild: GuildId, typed: Typed, reading: Reader) -> int:
        """Keep what was typed as a draft; answers its number.

        Args:
            guild: the community.
            typed: the fields that were typed, and no others; `id` 0 begins a new line.
            reading: how to read them, in whose language and on which day.

        Raises:
            TooManyLines: there is no room for a new one.
            StorageDown: nothing was kept.
        """
        number = 0

        def how(now: OwnLines) -> dict[str, object]:
            nonlocal number
            number = typed.id if 0 < typed.id <= now.last else now.last + 1
            before = now.draft(number) or now.kept(number)
            if before is None and len({each.id for each in (*now.own, *now.drafts)}) >= MOST:
                raise TooManyLines
            newly = {**typed.model_dump(exclude_unset=True), "id": number}
            drafted = reading((before or Typed()).model_copy(update=newly)).typed
            drafts = (*(each for each in now.drafts if each.id != number), drafted)
            return {"drafts": drafts, "last": max(number, now.last)}

        await self._settings.decide(guild, OwnLines, how)
        return number

    async def show(self, guild: GuildId, number: int, reading: Reader) -> None:
        """Let members see a draft from now on, in the place of what they saw before.

        Raises:
            NoSuchLine, NotReady: as they say.
            StorageDown: nothing was changed.
        """

        def how(now: OwnLines) -> dict[str, object]:
            draft = now.draft(number)
            if draft is None and now.kept(number) is None:
                raise NoSuchLine
            if draft is None:  # pressed twice: it shows already
                return {}
            read_again = reading(draft)
            if read_again.faults or line_of(read_again.typed) is None:
                raise NotReady
            own = {each.id: each for each in now.own} | {number: read_again.typed}
            drafts = tuple(each for each in now.drafts if each.id != number)
            return {"own": tuple(own.values()), "drafts": drafts}

        await self._settings.decide(guild, OwnLines, how)

    async def drop_draft(self, guild: GuildId, number: int) -> None:
        """Throw a draft away; what members see stays as it is."""

        def how(now: OwnLines) -> dict[str, object]:
            return {"drafts": tuple(each for each in now.drafts if each.id != number)}

        await self._settings.decide(guild, OwnLines, how)

    async def retire(self, guild: GuildId, line_id: str) -> None:
        """Show a line to nobody until it is brought back.

        Raises:
            NoSuchLine, EmergencyStays: as they say.
            StorageDown: nothing was changed.
        """

        def how(now: OwnLines) -> dict[str, object]:
            built_in = next((each for each in self._helplines.line if each.id == line_id), None)
            if built_in is None and line_id not in {each.line_id for each in now.own}:
                raise NoSuchLine
            if built_in is not None and self._helplines.emergency_line(built_in):
                raise EmergencyStays
            return {"retired": now.retired | {line_id}}

        await self._settings.decide(guild, OwnLines, how)

    async def bring_back(self, guild: GuildId, line_id: str) -> None:
        """Show a line again."""
        await self._settings.decide(
            guild, OwnLines, lambda now: {"retired": now.retired - {line_id}}
        )

    async def remove(self, guild: GuildId, number: int) -> None:
        """Remove a line of their own for good; only one that rests.

        Raises:
            NoSuchLine: none of that number rests.
            StorageDown: nothing was changed.
        """

        def how(now: OwnLines) -> dict[str, object]:
            gone = now.kept(number)
            if gone is None or gone.line_id not in now.retired:
                raise NoSuchLine
            return {
                "own": tuple(each for each in now.own if each.id != number),
                "drafts": tuple(each for each in now.drafts if each.id != number),
                "retired": now.retired - {gone.line_id},
            }

        await self._settings.decide(guild, OwnLines, how)

    def _chosen(self, guild: GuildId | None) -> OwnLines:
        return OwnLines() if guild is None else self._settings.of(guild, OwnLines)

    def _fitting(self, chosen: OwnLines, country: str, category: str) -> tuple[Line, ...]:
        kind = category if category in KINDS else "general"
        own = lines_of(chosen.own, country.upper(), kind)
        return (*own, *self._helplines.ranked(country, kind))

    def _rests(self, chosen: OwnLines, line: Line) -> bool:
        # A newer list may put an emergency number on a line that was retired before.
        return line.id in chosen.retired and not self._helplines.emergency_line(line)
