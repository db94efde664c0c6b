"""Passes requests on to the present Preview, so that it can sit in a frame of our page."""

import contextlib
from collections.abc import Mapping

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, web
from multidict import CIMultiDict
from yarl import URL

from bot.rehearsal.guard import SAFE
from bot.rehearsal.stage import Stage

HOP_BY_HOP = frozenset(
    {
        "connection",
        "content-encoding",
        "content-length",
        "host",
        "keep-alive",
        "origin",
        "transfer-encoding",
        "upgrade",
    }
)
# Our own rules for the frame: the Preview's developer tools have no place in a rehearsal.
FRAME_STYLE = b'<link rel="stylesheet" href="/rehearsal/static/frame.css"></head>'
# Above SimCord's own five seconds, with room for an upload.
PATIENCE = ClientTimeout(total=60)


class Proxy:
    """One client for the one Preview that is open."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._session: ClientSession | None = None

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()

    async def pass_on(self, request: web.Request) -> web.Response:
        """Ask the Preview; what may change the world waits for the stage's lock first.

        A read that falls between two Previews waits for the next one: the frame's own files
        are the same in each, and a frame without them would stay empty.
        """
        body = await request.read()
        if request.method in SAFE:
            with contextlib.suppress(_Between):
                return await self._ask(request, body)
        async with self._stage.lock:
            try:
                return await self._ask(request, body)
            except _Between:
                raise web.HTTPServiceUnavailable(text="The room could not be reached.") from None

    async def _ask(self, request: web.Request, body: bytes) -> web.Response:
        preview = self._stage.preview
        if preview is None:
            raise _Between
        url = URL(preview.url).with_fragment(None).join(URL(request.raw_path, encoded=True))
        headers = _without_hops(request.headers)
        if self._session is None:
            self._session = ClientSession(cookie_jar=DummyCookieJar(), timeout=PATIENCE)
        try:
            async with self._session.request(
                request.method, url, headers=headers, data=body or None, allow_redirects=False
            ) as reply:
                content = await reply.read()
        except (ClientError, TimeoutError):
            raise _Between from None
        if request.path == "/":
            content = content.replace(b"</head>", FRAME_STYLE, 1)
        return web.Response(status=reply.status, body=content, headers=_framed(reply.headers))


class _Between(Exception):
    """No Preview could be asked just now."""


def _without_hops(headers: Mapping[str, str]) -> CIMultiDict[str]:
    kept = CIMultiDict(headers)
    for name in HOP_BY_HOP & {name.casefold() for name in kept}:
        del kept[name]
    return kept


def _framed(headers: Mapping[str, str]) -> CIMultiDict[str]:
    """The Preview refuses every frame; our page is the one that may hold it."""
    kept = _without_hops(headers)
    kept["X-Frame-Options"] = "SAMEORIGIN"
    policy = kept.get("Content-Security-Policy", "frame-ancestors 'none'")
    kept["Content-Security-Policy"] = policy.replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )
    return kept
