"""The commands of the program, and one clear line where one of them cannot start."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.errors import StartRefused

DEFAULT_PORT = 8765
LAST_PORT = 65_535


def parser() -> argparse.ArgumentParser:
    """Every command with its help."""
    whole = argparse.ArgumentParser(
        prog="hearth", description="A bot on which a peer-support community lives."
    )
    commands = whole.add_subparsers(dest="command", metavar="command")
    run_ = commands.add_parser(
        "run", help="start the bot (the default): live with DISCORD_TOKEN, else a rehearsal"
    )
    rehearse = commands.add_parser("rehearse", help="open a rehearsal community in the browser")
    for each in (run_, rehearse):
        each.add_argument("--port", type=_port, default=DEFAULT_PORT, help="port of the page")
        each.add_argument("--no-browser", action="store_true", help="only print the address")
    commands.add_parser("doctor", help="check settings, key, content and database")
    copy = commands.add_parser(
        "backup", help="make a sealed copy of the database, also while it runs"
    )
    copy.add_argument(
        "--to", type=Path, metavar="DIR", help="folder for it; without, backups in HEARTH_HOME"
    )
    back = commands.add_parser("restore", help="make a backup the database, where there is none")
    back.add_argument("file", type=Path, metavar="FILE", help="what `backup` made")
    keys = commands.add_parser("keys", help="make a key, or seal everything anew under the newest")
    keys.add_argument(
        "what",
        choices=["new", "rotate"],
        help="new: print a fresh key for HEARTH_KEY; rotate: seal everything under the newest one",
    )
    commands.add_parser(
        "assess", help='read {"text": …} lines, write what the crisis screen says of each'
    )
    return whole


def _port(written: str) -> int:
    """A port as written; argparse names the option where this says no."""
    if not written.isascii() or not written.isdigit() or int(written) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{written} is not a number from 0 to {LAST_PORT}")
    return int(written)


def run(arguments: Sequence[str]) -> int:
    """Run one command; answers the exit code (docs/operating.md lists them)."""
    chosen = parser().parse_args(list(arguments) or ["run"])
    try:
        return _command(chosen)
    except StartRefused as refused:
        print(f"hearth: {refused}", file=sys.stderr)  # noqa: T201 - the one line for the operator
        return refused.exit_code
    except KeyboardInterrupt:
        return 0


def _command(chosen: argparse.Namespace) -> int:
    # Each command loads only what it needs: `assess` must start at once, without Discord.
    if chosen.command == "assess":
        from bot.process.assess import assess  # noqa: PLC0415 - as said above

        return assess(sys.stdin.buffer, sys.stdout.buffer)
    if chosen.command == "keys" and chosen.what == "new":
        from bot.keyring import new_key  # noqa: PLC0415 - as said above

        print(new_key())  # noqa: T201 - the answer of the command
        return 0
    if chosen.command in ("backup", "restore", "keys"):
        return _keep(chosen)
    from bot.config import read_config, read_environment  # noqa: PLC0415 - as said above

    config = read_config(read_environment(os.environ, Path(".env")))
    if chosen.command == "doctor":
        from bot.process.doctor import examine  # noqa: PLC0415 - as said above

        return examine(config)
    from bot.process.start import Page, start  # noqa: PLC0415 - as said above

    page = Page(port=chosen.port, open_browser=not chosen.no_browser)
    return start(config, page, rehearse_only=chosen.command == "rehearse")


def _keep(chosen: argparse.Namespace) -> int:
    """What keeps a community's database safe."""
    from bot.clock import SystemClock  # noqa: PLC0415 - as said above
    from bot.config import read_config, read_environment  # noqa: PLC0415 - as said above

    config = read_config(read_environment(os.environ, Path(".env")))
    if chosen.command == "backup":
        from bot.process.backup import backup  # noqa: PLC0415 - as said above

        return backup(config, chosen.to, SystemClock())
    if chosen.command == "restore":
        from bot.process.restore import restore  # noqa: PLC0415 - as said above

        return restore(config, chosen.file, SystemClock())
    from bot.process.rotate import rotate  # noqa: PLC0415 - as said above

    return rotate(config, SystemClock())
