"""What `/setup doctor` says: each feature examines itself, and the doctor lays it out."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

import discord

from bot.ui.house import Voice


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor: well or not, and the sentence with the way to mend it."""

    well: bool
    sentence: str


def well(sentence: str) -> Finding:
    """Something that is as it should be."""
    return Finding(well=True, sentence=sentence)


def unwell(sentence: str) -> Finding:
    """Something that is missing or wrong."""
    return Finding(well=False, sentence=sentence)


Examiner = Callable[[discord.Guild, Voice], Awaitable[Iterable[Finding]]]
"""Looks at one part of the bot in one community. It may raise `StorageDown`."""


class Checkup:
    """The examiners that features have added, in the order in which they came."""

    def __init__(self) -> None:
        self._examiners: list[Examiner] = []

    def by(self, examiner: Examiner) -> None:
        """Add a feature's own look at itself."""
        self._examiners.append(examiner)

    async def findings(self, guild: discord.Guild, voice: Voice) -> list[Finding]:
        """Every finding of every feature.

        Raises:
            StorageDown: an examiner needed the database and it does not answer.
        """
        return [each for examine in self._examiners for each in await examine(guild, voice)]
