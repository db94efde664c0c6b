"""Every sentence, in every language: Project Fluent files in `data/texts/<locale>/`."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self, TypeVar

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast, visitor

from bot.errors import BrokenContent, HearthError

FALLBACK = "en"
_KEY = re.compile(r"[a-z][a-z0-9]*(?:[.-][a-z0-9]+)+")


class UnknownText(HearthError):
    """A key that no file holds, or a value that a sentence needs and did not get: a bug."""


class Texts:
    """Says sentences.

    A key is `feature.place`; in the file it is `feature-place`. What a locale lacks is said in
    its parent (`de-AT`, then `de`) and at last in English.
    """

    def __init__(
        self,
        messages: Mapping[str, Mapping[str, ast.Message]],
        terms: Mapping[str, Mapping[str, ast.Term]],
    ) -> None:
        self._messages = messages
        self._terms = terms
        self._bundles: dict[str, Any] = {}
        self._still: dict[tuple[str, str], str] = {}
        self._chains: dict[str, tuple[str, ...]] = {}

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Read every file.

        Raises:
            BrokenContent: names the file and the entry that cannot be read, or was said twice.
        """
        found: dict[str, dict[str, ast.Message]] = {}
        terms: dict[str, dict[str, ast.Term]] = {}
        for folder in sorted(path for path in directory.iterdir() if path.is_dir()):
            messages = found.setdefault(folder.name, {})
            for path in sorted(folder.glob("*.ftl")):
                for entry in _read(path):
                    if isinstance(entry, ast.Term):
                        _keep(entry, terms.setdefault(folder.name, {}), path)
                    else:
                        _keep(entry, messages, path)
        if FALLBACK not in found:
            raise BrokenContent(directory, FALLBACK, "", "the English sentences are missing")
        return cls(found, terms)

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages that ship."""
        return tuple(sorted(self._messages))

    def keys(self, locale: str) -> frozenset[str]:
        """Every message id of a language, as it stands in its files (with hyphens)."""
        return frozenset(self._messages[locale])

    def has(self, key: str) -> bool:
        """Whether a key can be said."""
        return key.replace(".", "-") in self._messages[FALLBACK]

    def placeholders(self, key: str, locale: str) -> frozenset[str]:
        """The values that a sentence of a language names."""
        collector = _Names()
        collector.visit(self._messages[locale][key.replace(".", "-")])
        return frozenset(collector.names)

    def say(self, key: str, locale: str | None, **values: str | int | float) -> str:
        """The sentence of a key in a language, or in the nearest that has it.

        Raises:
            UnknownText: no language has the key, or English lacks a value. It is a bug.
        """
        for name in self._chain(locale or FALLBACK):
            said = self._said(name, key.replace(".", "-"), values)
            if said is not None:
                return said
        raise UnknownText(key)

    def _said(self, locale: str, name: str, values: Mapping[str, str | int | float]) -> str | None:
        if not values and (still := self._still.get((locale, name))) is not None:
            return still
        if name not in self._messages[locale]:
            return None
        bundle = self._bundle(locale)
        message = bundle.get_message(name)
        if message.value is None:
            return None
        text, faults = bundle.format_pattern(message.value, dict(values))
        if faults:
            return None
        if not values:
            self._still[locale, name] = str(text)
        return str(text)

    def _chain(self, locale: str) -> tuple[str, ...]:
        chain = self._chains.get(locale)
        if chain is None:
            wanted = (locale, locale.partition("-")[0], FALLBACK)
            chain = tuple(dict.fromkeys(name for name in wanted if name in self._messages))
            self._chains[locale] = chain
        return chain

    def _bundle(self, locale: str) -> Any:
        found = self._bundles.get(locale)
        if found is not None:
            return found
        # No isolating marks: they would be copied together with a telephone number.
        bundle: Any = FluentBundle([locale], use_isolating=False)
        terms = self._terms.get(locale, {}).values()
        bundle.add_resource(ast.Resource([*terms, *self._messages[locale].values()]))
        self._bundles[locale] = bundle
        return bundle


class _Names(visitor.Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's naming
        self.names.add(node.id.name)


E = TypeVar("E", ast.Message, ast.Term)


def _keep(entry: E, kept: dict[str, E], path: Path) -> None:
    if entry.id.name in kept:
        raise BrokenContent(path, entry.id.name, "", "stands twice")
    kept[entry.id.name] = entry


def _read(path: Path) -> list[ast.Message | ast.Term]:
    try:
        written = path.read_text(encoding="utf-8")
    except OSError as problem:
        raise BrokenContent(path, "", "", problem.strerror or "cannot be read") from None
    except UnicodeDecodeError:
        raise BrokenContent(path, "", "", "is not UTF-8 text") from None
    # Where each piece stood is a third of what a file takes in memory, and nobody asks for it.
    resource = FluentParser(with_spans=False).parse(written)
    messages: list[ast.Message | ast.Term] = []
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            line = (entry.content or "").strip().partition("\n")[0]
            raise BrokenContent(path, line[:60], "", "cannot be read as a Fluent message")
        if isinstance(entry, ast.Message | ast.Term):
            messages.append(entry)
    return messages
