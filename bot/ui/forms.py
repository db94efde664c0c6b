"""Modals that survive a restart: what somebody typed is taken even if the process is a new one.

discord.py keeps an open modal in memory and discards what is submitted to one that it does not
know. So a form's modal only shows the fields; every submission is taken from the interaction
itself, by the address in its `custom_id`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self, cast

import discord

from bot.ui.explain import check_served, door, give_back
from bot.ui.house import Voice, voice_of
from bot.ui.routes import arguments, pattern_of

# An hour in memory for the drawing alone; the submission does not need it.
_SHOWN_FOR = 3600.0
# Characters. What a longer field holds somebody thought about; an hour or a zone is typed again.
_A_SENTENCE = 100


@dataclass(frozen=True, slots=True)
class Field:
    """One text field. `longest` is in characters; Discord's own limit is 4,000."""

    name: str
    label: str
    longest: int
    tall: bool = False
    required: bool = True
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of two to ten options, as (value, text key); the first is chosen until they choose."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Upload:
    """One file; `how` says below the label which kind."""

    name: str
    label: str
    how: str


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that somebody sent with a form: where Discord keeps it, and its size in bytes."""

    url: str = field(repr=False)
    size: int


class Form:
    """A modal by address. A feature declares its fields and writes `sent()`.

    class Tell(Form, address="gratitude:tell", title="gratitude.tell-title"):
        fields = (Field("words", "gratitude.tell-words", longest=280, tall=True),)
        async def sent(self, interaction, words): ...
    """

    address: ClassVar[str]
    title_key: ClassVar[str]
    id_count: ClassVar[int]
    has_token: ClassVar[bool]
    pattern: ClassVar[re.Pattern[str]]
    fields: ClassVar[tuple[Field | Choice | Upload, ...]] = ()

    def __init_subclass__(
        cls, *, address: str, title: str, ids: int = 0, token: bool = False
    ) -> None:
        super().__init_subclass__()
        cls.address, cls.title_key, cls.id_count, cls.has_token = address, title, ids, token
        cls.pattern = pattern_of(address, ids, token=token)

    def __init__(self, *ids: int, token: str = "") -> None:
        self.ids: tuple[int, ...] = ids
        self.token = token

    @classmethod
    def rebuilt(cls, custom_id: str) -> Self | None:
        """The form that a `custom_id` names, or None if it names another."""
        match = cls.pattern.fullmatch(custom_id)
        if match is None:
            return None
        ids, token = arguments(match, cls.id_count)
        return cls(*ids, token=token)

    async def open(
        self, interaction: discord.Interaction[Any], written: Mapping[str, str] | None = None
    ) -> None:
        """Show the form; `written` fills fields that were typed before."""
        await interaction.response.send_modal(self.modal(voice_of(interaction), written or {}))

    def modal(self, voice: Voice, written: Mapping[str, str]) -> discord.ui.Modal:
        """The modal as Discord shows it."""
        parts = [self.address, *(str(number) for number in self.ids)]
        custom_id = ":".join([*parts, *([self.token] if self.token else [])])
        modal = discord.ui.Modal(
            title=voice(self.title_key)[:45], custom_id=custom_id, timeout=_SHOWN_FOR
        )
        for part in self.fields:
            was, how = written.get(part.name, ""), None
            if isinstance(part, Choice):
                shown = _picked(voice, part, was)
            elif isinstance(part, Upload):
                shown, how = _upload(part), voice(part.how)[:100]
            else:
                shown = _text(voice, part, was)
            label = discord.ui.Label[Any](
                text=voice(part.label)[:45], description=how, component=shown
            )
            modal.add_item(label)
        return modal

    async def receive(self, interaction: discord.Interaction[Any]) -> None:
        """Take what was typed; whatever goes wrong with it is explained, and no word is lost."""
        words = typed(interaction)
        async with door(interaction):
            check_served(interaction)
            await self.sent(interaction, words)
            return
        long = [part for part in self.fields if isinstance(part, Field)]
        said = [words.get(part.name, "") for part in long if part.longest >= _A_SENTENCE]
        await give_back(interaction, "\n\n".join(each for each in said if each.strip()))

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        """What the form does with what was typed."""
        raise NotImplementedError


def _text(voice: Voice, field: Field, was: str) -> Any:
    shown: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if field.tall else discord.TextStyle.short,
        max_length=field.longest,
        required=field.required,
        placeholder=voice(field.hint)[:100] if field.hint else None,
        default=was[: field.longest] or None,
    )
    return shown


def _upload(part: Upload) -> Any:
    shown: discord.ui.FileUpload[Any] = discord.ui.FileUpload(
        custom_id=part.name, required=True, max_values=1
    )
    return shown


def uploaded(interaction: discord.Interaction[Any]) -> Uploaded | None:
    """The file that came with a form, if one did."""
    payload = cast("dict[str, Any]", interaction.data or {})
    files = cast("dict[str, dict[str, Any]]", payload.get("resolved", {}).get("attachments", {}))
    for file in files.values():
        return Uploaded(str(file["url"]), int(file["size"]))
    return None


def _picked(voice: Voice, choice: Choice, was: str) -> Any:
    chosen = was or choice.options[0][0]
    options = [
        discord.RadioGroupOption(label=voice(key)[:100], value=value, default=value == chosen)
        for value, key in choice.options
    ]
    shown: discord.ui.RadioGroup[Any] = discord.ui.RadioGroup(
        custom_id=choice.name, options=options
    )
    return shown


def typed(interaction: discord.Interaction[Any]) -> dict[str, str]:
    """What somebody typed into a modal, by field name."""
    found: dict[str, str] = {}
    payload = cast("dict[str, Any]", interaction.data or {})
    waiting: list[Any] = list(payload.get("components", ()))
    while waiting:
        part = cast("dict[str, Any]", waiting.pop())
        if "custom_id" in part and "value" in part:
            found[str(part["custom_id"])] = str(part["value"] or "")
        waiting.extend(part.get("components", ()))
        if "component" in part:
            waiting.append(part["component"])
    return found
