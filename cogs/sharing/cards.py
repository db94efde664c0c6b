"""Cards about shares: what everybody sees, and what only the one who writes sees."""

from dataclasses import dataclass

from bot.ui.cards import Card, Control, Picture, Tone, plain
from bot.ui.house import Voice
from cogs.sharing.domain import MAX_LENGTH, harmless, tidy
from cogs.sharing.identifying import Kind
from cogs.sharing.pictures import Kept
from cogs.sharing.sealing import Typed
from cogs.sharing.store import Share, Stage

Rows = tuple[tuple[Control, ...], ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """Where a draft would be read, and what somebody could tell from it."""

    channel: str
    people: int | None
    kinds: tuple[Kind, ...]
    pictured: bool = False


def public_card(
    voice: Voice, share: Share, typed: Typed, rows: Rows = (), picture: Picture | None = None
) -> Card:
    """A share or a reply as everybody sees it; `share.alias` is the only name on it."""
    return Card(
        share.alias or voice("sharing.preview-name"),
        _about(voice, share, typed),
        rows,
        tone=Tone.WARM if share.root is None else Tone.CALM,
        words=harmless(tidy(typed.body)),
        veiled=share.veiled,
        picture=picture,
    )


def shown_picture(kept: Kept | None) -> Picture | None:
    """A picture as cards carry it."""
    return None if kept is None else Picture(harmless(kept.alt), kept.body)


def _about(voice: Voice, share: Share, typed: Typed) -> tuple[str, ...]:
    lines = [voice("sharing.note", note=plain(harmless(typed.note)))] if typed.note else []
    if share.root is None:
        lines.append(voice(f"sharing.wish-{share.wish}"))
    return tuple(lines)


def taken_back_card(voice: Voice) -> Card:
    """In place of a share that was taken back while it was on its way; it is deleted at once."""
    return Card("", (voice("sharing.taken-back"),))


def preview_card(voice: Voice, share: Share, audience: Audience, length: int, rows: Rows) -> Card:
    """What will happen at *Post*, what could tell who it is, and who could know."""
    if length > MAX_LENGTH:
        too_long = voice("sharing.too-long", limit=MAX_LENGTH, over=length - MAX_LENGTH)
        return Card(voice("sharing.preview-title"), (too_long,), rows, tone=Tone.CALM)
    body = [trouble(voice, share)] if share.trouble is not None else []
    body.append(voice(_where(share), channel=audience.channel, minutes=share.minutes))
    if share.veiled:
        body.append(voice("sharing.preview-veiled"))
    if audience.kinds:
        listed = ", ".join(voice(f"sharing.detail-{kind}") for kind in audience.kinds)
        body.append(voice("sharing.preview-details", details=listed))
    if audience.pictured:
        body.append(voice("sharing.picture-look"))
    if audience.people is not None:
        body.append(voice("sharing.preview-small", people=audience.people))
    if share.address is not None:
        body.append(voice("sharing.preview-staff"))
    small = voice("sharing.who-could-know")
    return Card(voice("sharing.preview-title"), tuple(body), rows, tone=Tone.CALM, small=small)


def _where(share: Share) -> str:
    if share.edits is not None:
        return "sharing.preview-edit"
    return "sharing.preview-where" if share.root is None else "sharing.preview-reply"


def trouble(voice: Voice, share: Share) -> str:
    """What went wrong with it, or what staff said of it."""
    said = voice(f"sharing.trouble-{share.trouble}") if share.trouble else ""
    return f"{said} {reason(voice, share)}".strip()


def reason(voice: Voice, share: Share) -> str:
    """The reason that staff gave, if they gave one."""
    return voice("sharing.reason", reason=plain(share.reason)) if share.reason else ""


def posted_card(voice: Voice, share: Share, rows: Rows) -> Card:
    """After *Post*: what happens now, and the ways to change one's mind."""
    if share.stage is Stage.REVIEW:
        body = (voice("sharing.sent-review"), voice("sharing.sent-later"))
    else:
        body = (voice("sharing.sent-waiting", minutes=share.minutes), voice("sharing.sent-later"))
    body = (*body, voice("sharing.unlink-offer"))
    return Card(voice("sharing.sent-title"), body, rows, tone=Tone.WARM)


def list_card(voice: Voice, shares: list[Share], unread: set[int], rows: Rows) -> Card:
    """What is somebody's, without a word of it."""
    if not shares:
        return Card(voice("sharing.mine-title"), (voice("sharing.mine-none"),), rows)
    lines = [
        line(voice, share) + (f" · {voice('sharing.mine-letter')}" if share.id in unread else "")
        for share in shares[:25]
    ]
    body = (voice("sharing.mine-body"), "\n".join(f"- {each}" for each in lines))
    return Card(voice("sharing.mine-title"), body, rows, small=voice("sharing.mine-small"))


def line(voice: Voice, share: Share) -> str:
    """One share in one line: its name, what it is, where it stands."""
    what = "edit" if share.edits is not None else "reply" if share.root is not None else "share"
    name = plain(share.alias) if share.alias else voice(f"sharing.line-{what}")
    return voice(
        f"sharing.line-{share.stage}", name=name, when=f"<t:{int(share.at.timestamp())}:d>"
    )


def one_card(voice: Voice, share: Share, replies: int, rows: Rows) -> Card:
    """One of somebody's own: where it stands and what they can do with it."""
    body = [line(voice, share)]
    if share.stage is Stage.POSTED and share.place is not None:
        channel, message = share.place
        address = f"https://discord.com/channels/{share.guild}/{channel}/{message}"
        body.append(voice("sharing.one-where", address=address))
        if share.root is None:
            body.append(voice("sharing.one-replies", count=replies))
    if share.stage is Stage.REMOVED:
        body.append(reason(voice, share) or voice("sharing.one-no-reason"))
    elif share.trouble is not None:
        body.append(trouble(voice, share))
    return Card(voice("sharing.one-title"), tuple(body), rows)
