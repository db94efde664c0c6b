"""Makes the gallery: tells every story in both languages and lays the shots side by side."""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.gallery.album import Shot
from tests.gallery.chapters import CHAPTERS, Chapter
from tests.gallery.markdown import Names
from tests.gallery.visit import visit
from tests.world import World

LANGUAGES = ("en", "de")


@dataclass(frozen=True, slots=True)
class Told:
    """One story in one language."""

    shots: Sequence[Shot]
    names: Names


@dataclass(frozen=True, slots=True)
class Pair:
    """The same message or form in both languages."""

    english: Shot
    german: Shot

    @property
    def said(self) -> frozenset[str]:
        """The sentences that stand on both."""
        return self.english.said & self.german.said

    @property
    def names(self) -> frozenset[str]:
        """What it shows in both: sentences, and buttons and forms by their address."""
        return self.said | self.english.addresses


@dataclass(frozen=True, slots=True)
class Shown:
    """A chapter as it stands on its page."""

    chapter: Chapter
    pairs: Sequence[Pair]
    names: tuple[Names, Names]


def tell_all(workers: int) -> list[Shown]:
    """Every chapter; a card is kept if it shows a sentence or a button that none before it did."""
    jobs = [(place, locale) for place in range(len(CHAPTERS)) for locale in LANGUAGES]
    with ProcessPoolExecutor(workers) as others:
        told = dict(zip(jobs, others.map(_tell, jobs), strict=True))
    seen: set[str] = set()
    shown: list[Shown] = []
    for place, chapter in enumerate(CHAPTERS):
        english, german = (told[place, locale] for locale in LANGUAGES)
        kept = list(_worth(paired(english.shots, german.shots), seen))
        shown.append(Shown(chapter, kept, (english.names, german.names)))
    return shown


def _worth(pairs: Sequence[Pair], seen: set[str]) -> Iterator[Pair]:
    for pair in pairs:
        found = pair.names | pair.english.said
        if found - seen:
            seen |= found
            yield pair


def paired(english: Sequence[Shot], german: Sequence[Shot]) -> list[Pair]:
    """The shots that both languages have, in order; where the walks differ, both go on."""
    matcher = SequenceMatcher(None, _marks(english), _marks(german), autojunk=False)
    return [
        Pair(english[block.a + step], german[block.b + step])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]


def _marks(shots: Sequence[Shot]) -> list[tuple[str, bool, bool, frozenset[str]]]:
    # Not by the name of the room: a room that the bot makes is called in its own language.
    return [(each.by, bool(each.where), each.form, each.addresses) for each in shots]


def _tell(job: tuple[int, str]) -> Told:
    logging.disable(logging.CRITICAL)
    place, locale = job
    return asyncio.run(tell(CHAPTERS[place], locale))


async def tell(chapter: Chapter, locale: str) -> Told:
    """One story, from an empty community to its end."""
    with TemporaryDirectory() as folder:
        async with visit(Path(folder), locale, ready=chapter.ready) as room:
            await chapter.story(room)
            return Told(tuple(room.album.shots), Names(_called(room.world), locale))


def _called(world: World) -> dict[str, str]:
    guild: Any = world.bot.get_guild(world.guild.id)
    found = {str(each.id): each.name for each in (*guild.roles, *guild.channels, *guild.threads)}
    found |= {str(each.id): each.name.capitalize() for each in guild.members}
    found |= {str(each.id): name.capitalize() for name, each in world.people.items()}
    return {**found, str(world.bot.user.id): "Hearth"}
