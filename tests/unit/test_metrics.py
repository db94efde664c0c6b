"""Figures for the operator: only where asked for, only on this machine, about nobody."""

import asyncio
import logging
import socket
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from bot.app import SupportBot
from bot.config import WrongSetting, read_config
from bot.keyring import Keyring
from bot.process.metrics import PortTaken, watched
from bot.services.alarm import SilentAlarm
from bot.storage.schema import prepare
from tests.fakes import FakeClock
from tests.world import KEY, WORDS, config_in


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def read(port: int) -> str:
    def ask() -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            return str(answer.read().decode())

    return await asyncio.to_thread(ask)


@pytest.fixture
async def bot(tmp_path: Path) -> Any:
    made = SupportBot(config_in(tmp_path), WORDS, Keyring([KEY]), FakeClock(), SilentAlarm())
    await prepare(made.database, made.keyring)
    yield made
    await made.close()


async def test_they_tell_of_the_machine_and_end_with_it(bot: SupportBot) -> None:
    port = free_port()
    async with watched(bot, port):
        await bot.beat()
        logging.getLogger("hearth.outbox").warning("outbox.late", extra={"row": 7})
        said = await read(port)
        assert "hearth_late_seconds 0.0" in said
        assert "hearth_ready 0.0" in said
        assert 'hearth_log_lines_total{level="WARNING",name="outbox.late"} 1.0' in said
        assert "process_resident_memory_bytes" in said
        with socket.socket() as other:
            assert other.connect_ex(("127.0.0.2", port)) != 0
    with pytest.raises(OSError, match="refused"):
        await read(port)


async def test_off_by_default_and_nothing_is_loaded(bot: SupportBot) -> None:
    loaded = "prometheus_client" in sys.modules
    async with watched(bot, bot.config.metrics):
        assert bot.config.metrics is None
        assert ("prometheus_client" in sys.modules) == loaded


async def test_a_port_in_use_is_named(bot: SupportBot) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(PortTaken, match="HEARTH_METRICS: port"):
            async with watched(bot, other.getsockname()[1]):
                pass


@pytest.mark.parametrize("written", ["80", "-1", "70000", "on", "९४६४", "9" * 400])
def test_what_is_no_port_is_refused_by_name(written: str) -> None:
    with pytest.raises(WrongSetting, match="HEARTH_METRICS must be a port"):
        read_config({"HEARTH_METRICS": written})
