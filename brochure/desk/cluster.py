"""A batch on the machines of a Dask cluster: an executor like any other, behind the extra ``cluster``."""

import importlib
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any, Final

from brochure.errors import SettingsError
from brochure.words import batch as say
from brochure.words.text import shown

WAIT_S: Final = 10


@contextmanager
def connect(address: str) -> Iterator[Executor]:
    """Give the executor of a cluster; its machines need this program and the same content.

    Raises:
        SettingsError: The part is not installed, or nobody answers at that address.
    """
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise SettingsError(say.NO_CLUSTER.fill(sys.executable)) from error
    try:
        client: Any = distributed.Client(address, timeout=WAIT_S, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise SettingsError(say.NO_SCHEDULER.fill(shown(address), shown(str(error)))) from error
    with client:
        executor: Executor = client.get_executor(pure=False)
        yield executor
