"""Lets people's Discord speak a language: SimCord's always speaks English."""

from typing import Any

import pytest
from simcord import interactions


def speaks(monkeypatch: pytest.MonkeyPatch, locales: dict[int, str]) -> None:
    """From now on these people's Discord is in these languages, by their ids."""
    english = interactions.base_payload

    def spoken(backend: Any, **values: Any) -> Any:
        record, payload = english(backend, **values)
        payload["locale"] = locales.get(values["user_id"], payload["locale"])
        return record, payload

    monkeypatch.setattr(interactions, "base_payload", spoken)
