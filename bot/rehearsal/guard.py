"""The door of the page: only this machine, only our own page, may see or press anything."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

SAFE = frozenset({"GET", "HEAD"})
NAMES = ("127.0.0.1", "localhost")
HTTP_PORT = 80


class Guard:
    """Refuses a foreign `Host` and a foreign `Origin` with 403.

    The host check keeps out pages whose name was pointed at this machine; the origin check
    keeps other pages from pressing anything. Whatever may change something must name our origin.
    """

    def __init__(self, port: int) -> None:
        # Browsers leave the default port of http out.
        bare = NAMES if port == HTTP_PORT else ()
        self._hosts = frozenset((*(f"{name}:{port}" for name in NAMES), *bare))
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    def over(self, answer: Answer) -> Answer:
        """The same answer, for our own page alone."""

        async def _guarded(request: web.Request) -> web.StreamResponse:
            if not self._ours(request):
                raise web.HTTPForbidden(text="This page answers only itself, on this machine.")
            return await answer(request)

        return _guarded

    def _ours(self, request: web.Request) -> bool:
        if request.headers.get("Host") not in self._hosts:
            return False
        origin = request.headers.get("Origin")
        return request.method in SAFE if origin is None else origin in self._origins
