"""What a community may decide: the base of every feature's settings, and what all of them share."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from bot.ids import ChannelId, RoleId


class Section(BaseModel):
    """One feature's settings in one community; frozen, with a default for every field."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    section: ClassVar[str]


class CaseSettings(Section):
    """How a community's staff are called. `escalate_minutes`: until the next circle is."""

    section: ClassVar[str] = "cases"

    escalate_minutes: int = 3


class CommunitySettings(Section):
    """What every feature needs to know of a community.

    `country` is an ISO 3166-1 alpha-2 code, the pack shown to members who chose none.
    `locale` is the language of public words.
    """

    section: ClassVar[str] = "community"

    staff_channel: ChannelId | None = None
    home_channel: ChannelId | None = None
    moderator_role: RoleId | None = None
    facilitator_role: RoleId | None = None
    country: str | None = None
    locale: str = "en"
    zone: str = "UTC"
    set_up: bool = False
