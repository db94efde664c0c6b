"""The rehearsal's web application: our page and its actions; all else goes to the Preview."""

import json
import logging
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, ClassVar, cast

from aiohttp import web

from bot.errors import HearthError, StartRefused
from bot.rehearsal.guard import Guard
from bot.rehearsal.proxy import Proxy
from bot.rehearsal.stage import Stage
from bot.rehearsal.travel import Traveller
from bot.rehearsal.view import View

log = logging.getLogger("hearth.rehearsal")

STATIC = Path(__file__).with_name("static")
LOOPBACK = "127.0.0.1"
# A little above the largest upload that the Preview takes.
BODY_LIMIT_BYTES = 28 * 1024 * 1024
STATIC_FILES = {
    "page.css": "text/css",
    "frame.css": "text/css",
    "page.js": "text/javascript",
    "panels.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; object-src 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
}
Act = Callable[[dict[str, Any]], Awaitable[None]]


class PortInUse(StartRefused):
    """Another program answers on the port that the page was to have."""

    exit_code: ClassVar[int] = 7

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} on this machine is in use: choose another one with --port, "
            "or close the program that holds it."
        )
        self.port = port


def take_port(port: int) -> socket.socket:
    """Hold a port of this machine alone, before anything else is begun; 0 takes any free one.

    Raises:
        PortInUse: somebody else holds it, or it may not be taken.
    """
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows would share the port otherwise
        held.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((LOOPBACK, port))
        held.listen()
    except OSError:
        held.close()
        raise PortInUse(port) from None
    return held


class Server:
    """Serves one stage on one port of this machine."""

    def __init__(self, stage: Stage, traveller: Traveller, held: socket.socket) -> None:
        self._stage = stage
        self._view = View(stage, traveller)
        self._traveller = traveller
        self._held = held
        self._proxy = Proxy(stage)
        self._runner: web.AppRunner | None = None
        self.port: int = held.getsockname()[1]

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{LOOPBACK}:{self.port}/rehearsal"

    async def start(self) -> None:
        """Answer from now on; the stage must be open."""
        self._view.settle_in()
        app = web.Application(client_max_size=BODY_LIMIT_BYTES)
        ours = Guard(self.port).over
        for method, path, answer in (
            ("GET", "/rehearsal", self._page),
            ("GET", "/rehearsal/state", self._state),
            ("GET", "/rehearsal/tour", self._tour),
            ("GET", "/rehearsal/static/{name}", self._static),
            ("POST", "/rehearsal/go", self._act(self._go)),
            ("POST", "/rehearsal/time", self._act(self._time)),
            ("POST", "/rehearsal/restart", self._act(self._restart)),
            ("*", "/rehearsal/{rest:.*}", self._nothing),
            ("*", "/{rest:.*}", self._proxy.pass_on),
        ):
            app.router.add_route(method, path, ours(answer))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.SockSite(self._runner, self._held).start()

    async def close(self) -> None:
        """Stop answering."""
        await self._proxy.close()
        if self._runner is not None:
            await self._runner.cleanup()
        self._held.close()

    async def _page(self, request: web.Request) -> web.Response:
        del request
        return _file("page.html", "text/html")

    async def _static(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in STATIC_FILES:
            raise web.HTTPNotFound
        return _file(name, STATIC_FILES[name])

    async def _state(self, request: web.Request) -> web.Response:
        del request
        return web.json_response(self._view.state(), headers=HEADERS)

    async def _tour(self, request: web.Request) -> web.Response:
        del request
        return web.json_response(self._view.tour(), headers=HEADERS)

    async def _nothing(self, request: web.Request) -> web.Response:
        del request
        raise web.HTTPNotFound

    def _act(self, act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def _answer(request: web.Request) -> web.Response:
            try:
                await act(_fields(await request.text()))
            except HearthError as refusal:
                return _refused(400, str(refusal))
            except web.HTTPException:
                raise
            except Exception as problem:  # a door: the operator is told, the rehearsal goes on
                log.error(  # noqa: TRY400 - the log's filter prints frames without words
                    "rehearsal.action_failed", exc_info=problem
                )
                return _refused(500, "The bot could not do all of this. The terminal says why.")
            return web.json_response(self._view.state(), headers=HEADERS)

        return _answer

    async def _go(self, fields: dict[str, Any]) -> None:
        await self._stage.go(_text(fields, "person"), _text(fields, "room"))

    async def _time(self, fields: dict[str, Any]) -> None:
        await self._traveller.skip(_text(fields, "to") or "")

    async def _restart(self, fields: dict[str, Any]) -> None:
        del fields
        await self._stage.restart()


def _file(name: str, kind: str) -> web.Response:
    text = (STATIC / name).read_text("utf-8")
    return web.Response(text=text, content_type=kind, charset="utf-8", headers=HEADERS)


def _fields(body: str) -> dict[str, Any]:
    try:
        fields: object = json.loads(body or "{}")
    except ValueError:
        raise web.HTTPBadRequest(text="The body must be JSON.") from None
    if not isinstance(fields, dict):
        raise web.HTTPBadRequest(text="The body must be a JSON object.")
    return cast("dict[str, Any]", fields)


def _text(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise web.HTTPBadRequest(text=f"{name} must be text.")
    return value


def _refused(status: int, sentence: str) -> web.Response:
    return web.json_response({"error": sentence}, status=status, headers=HEADERS)
