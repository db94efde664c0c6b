"""What every test stands on."""

import gc

from hypothesis import settings

# A busy machine is slow, not wrong: speed is promised in tests/bench alone.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_collection_finish() -> None:
    """Modules and texts live as long as the run: the collector walks through them once."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
