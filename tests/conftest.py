"""What every test stands on: modules and texts that live as long as the run are swept once."""

import gc


def pytest_collection_finish() -> None:
    """Puts them aside for good: walking through them again and again cost a fifth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
