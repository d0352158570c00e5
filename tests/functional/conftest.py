"""What functional tests start from."""

from collections.abc import Iterator

import pytest

from tests.functional.launched import Launcher
from tests.functional.sync_site import with_plugin


@pytest.fixture(scope="module")
def launcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launcher]:
    """A launcher that knows the plugin engine."""
    running = with_plugin(tmp_path_factory.mktemp("packages"))
    yield running
    running.close()
