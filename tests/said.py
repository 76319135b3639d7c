"""What the program answered to one command."""

import json
from typing import Any, NamedTuple


class Said(NamedTuple):
    """Its exit code, and what stood on stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)
