"""Languages by name: what an admin calls them, and what a reader does."""

from functools import cache
from typing import Any

from bot.content.countries import NEAR, fold
from bot.content.wording import known_locale


def language_name(code: str, locale: str) -> str:
    """A language's name in a language; in English where that one is not known."""
    return _languages(locale).get(code, code)


def find_language(text: str, locale: str) -> str | None:
    """The code of a language by its name in any language that is at hand, or by the code itself."""
    wanted = fold(text)
    return next((code for code in _languages("en") if fold(code) == wanted), None) or next(
        (
            code
            for near in (locale, *reversed(NEAR))
            for code, name in _languages(near).items()
            if fold(name) == wanted
        ),
        None,
    )


@cache
def _languages(locale: str) -> dict[str, str]:
    names: Any = known_locale(locale).languages  # babel's own mapping, without types
    return {str(code): str(names[code]) for code in names}
