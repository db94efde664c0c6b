"""Command names and descriptions from the same catalogue as every other sentence.

In the code a description is a text key; before the commands are registered it is replaced by the
English sentence, and Discord is given the others as localizations.
"""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands

from bot.texts import Texts


class Catalogue(app_commands.Translator):
    """Says a key in a locale; None where that language is not there, and Discord shows English."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        # Asked some thousand times at a start: of thirty languages, for each word of each command.
        self._names = {locale: _nearest(locale.value, texts.locales) for locale in discord.Locale}

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        name = self._names[locale]
        if name is None or name == "en":
            return None
        key = str(string.extras.get("key", string.message))
        return self._texts.say(key, name) if self._texts.has(key) else None


def _nearest(wanted: str, shipped: Sequence[str]) -> str | None:
    return next((name for name in (wanted, wanted[:2]) if name in shipped), None)


def christen(tree: app_commands.CommandTree[Any], texts: Texts) -> None:
    """Replace every description that is a key by its English sentence."""
    for command in tree.walk_commands():
        command.description = _said(texts, command.description)
        if isinstance(command, app_commands.Command):
            for parameter in command.parameters:
                described = parameter._Parameter__parent  # noqa: SLF001  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType] - the public object is a read-only view
                described.description = _said(texts, str(parameter.description))


def menu_name(texts: Texts, key: str) -> app_commands.locale_str:
    """What a message or user menu is called: the tree finds it by the English name."""
    return app_commands.locale_str(texts.say(key, "en"), key=key)


def _said(texts: Texts, key: str) -> str:
    return texts.say(key, "en") if texts.has(key) else key
