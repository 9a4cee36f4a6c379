"""The state that all routes share: the service, the configuration, the counters."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copylint.core.errors import ConfigError
from copylint.core.record import record
from copylint.serve.forms import parameters
from copylint.serve.replies import Refusal

if TYPE_CHECKING:
    from starlette.requests import Request

    from copylint.config.schema import Config
    from copylint.serve.metrics import Metrics
    from copylint.serve.remembering import ArticleMemory
    from copylint.serve.settings import ServeSettings
    from copylint.serve.upstream import Upstream
    from copylint.service.service import Service
    from copylint.service.settings import Settings


@record(eq=False)
class State:
    """The parts of a running server."""

    settings: ServeSettings
    service: Service
    folders: Settings
    memory: ArticleMemory
    metrics: Metrics
    upstream: Upstream | None

    @property
    def home(self) -> str:
        """A path in the folder whose configuration applies to text without a path."""
        return os.path.join(self.settings.folder, "text")  # noqa: PTH118

    def config(self) -> Config:
        """The configuration for text without a path. Raises ``Refusal`` if it is wrong."""
        try:
            return self.folders.for_path(self.home)
        except ConfigError as error:
            raise Refusal(500, f"the server's configuration: {error}") from None


def state_of(request: Request) -> State:
    """The parts of the server that answers ``request``."""
    state = request.app.state.copylint
    assert isinstance(state, State)
    return state


async def fields_of(request: Request) -> dict[str, str]:
    """The parameters of a request. Raises ``Refusal`` if they cannot be read."""
    kind = request.headers.get("content-type", "")
    return parameters(request.scope["query_string"], await request.body(), kind)
