"""What a case holds of a message: moved with it, marked, and gone when its time is over."""

from datetime import timedelta

from bot.clock import Clock
from bot.ids import GuildId, Tag
from bot.storage.case_files import CaseFiles
from bot.storage.cases import LIVE, Case, Place
from bot.storage.database import Database

# The words go this long after the end of a case, and in any case this long after its start (4.2).
WIPE_AFTER_END = timedelta(days=7)
WIPE_AFTER_START = timedelta(days=30)


class CaseWords:
    """Everything about cases that starts from the message that led to them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def note(self, guild: GuildId, source_index: bytes, step: str) -> None:
        """Something that the person did (such as *Not for me*), on the case that it led to."""
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            number = await files.led_to(guild, source_index)
            if number is not None:
                await files.step(number, step, None, self._clock.now())

    async def note_about(self, guild: GuildId, tag: Tag, kind: str, step: str) -> None:
        """Something that a person did, on their live case of a kind where no message is known."""
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            case = await files.live_about(guild, tag, kind)
            if case is not None:
                await files.step(case.id, step, None, self._clock.now())

    async def not_reached(self, guild: GuildId, source_index: bytes) -> Case | None:
        """No help could be put where the message stands: the case that it led to says so."""
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            number = await files.led_to(guild, source_index)
            if number is None:
                return None
            await files.change(number, LIVE, reached="could-not")
            return await files.get(guild, number)

    async def said_again(self, old: bytes, new: bytes, place: Place) -> None:
        """A proxy bot has said a message again: the case leads to the second saying."""
        async with self._database.write() as tx:
            await CaseFiles(tx).said_again(old, new, place)

    async def wipe_words_of(self, guild: GuildId, source_index: bytes) -> None:
        """The author deleted the message: nothing of its words stays.

        Most deleted messages led to nothing, and cost one read.
        """
        async with self._database.read() as tx:
            if await CaseFiles(tx).led_to(guild, source_index) is None:
                return
        async with self._database.write() as tx:
            await CaseFiles(tx).wipe_excerpts_of(source_index)

    async def wipe_old_words(self) -> None:
        """The nightly round, as the two constants say."""
        now = self._clock.now()
        async with self._database.write() as tx:
            await CaseFiles(tx).wipe_old_excerpts(now - WIPE_AFTER_END, now - WIPE_AFTER_START)
