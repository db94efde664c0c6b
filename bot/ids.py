"""Names for Discord's numbers, so that a channel is never taken for a person."""

from typing import NewType

GuildId = NewType("GuildId", int)
ChannelId = NewType("ChannelId", int)
"""A text channel, a voice channel's chat, a forum or a thread."""
MessageId = NewType("MessageId", int)
RoleId = NewType("RoleId", int)
UserId = NewType("UserId", int)
"""A person. Never stored as it is and never logged: see `bot.keyring`."""

Tag = NewType("Tag", bytes)
"""A person inside one community, as the database knows them: 16 bytes, keyed."""
