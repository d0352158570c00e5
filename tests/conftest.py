"""What holds for all tests."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Machines are noisy; a test that measures time tells of the machine.
settings.register_profile("noisy", deadline=None)
settings.load_profile("noisy")


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_developers_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test meets a translation model or a key that the developer has installed."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("I18N_MODELS", str(tmp_path_factory.mktemp("no-models")))
        environment.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        for name in ("DEEPL_AUTH_KEY", "DEEPL_SERVER_URL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
            if name in os.environ:
                environment.delenv(name)
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of the language model in one process: it is loaded once and has the cores for itself."""
    for item in items:
        if item.get_closest_marker("model"):
            item.add_marker(pytest.mark.xdist_group("model"))
