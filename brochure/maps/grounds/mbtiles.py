"""MBTiles: a SQLite database of tiles, read as it lies and with bounds to what it may cost."""

import contextlib
import sqlite3
from pathlib import Path
from typing import Any, Final

from brochure.errors import GroundError
from brochure.maps.grounds import checks
from brochure.model.ground import Bounds, Kind
from brochure.words import grounds as say

OPENING_STEPS: Final = 100_000
TILE_STEPS: Final = 60
STEP: Final = 2_000
"""The work of one question is counted in thousands of the database's own instructions: a question about one tile that
needs more has no index, or is a trap."""
_ENDS: Final = ("SELECT min(zoom_level) FROM tiles", "SELECT max(zoom_level) FROM tiles")
"""Two questions: each is answered from an index, both at once would not be."""
_VECTOR: Final = ("pbf", "mvt", "application/vnd.mapbox-vector-tile")


class _Spent(Exception):  # noqa: N818 - it never leaves this module
    """A question cost more than it may."""


class MbtilesPack:
    """One open database; may be handed from the thread that opened it to the one that asks."""

    kind: Kind = "mbtiles"

    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._left = OPENING_STEPS
        try:
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
                isolation_level=None,
            )
            try:
                self._open(path.stem)
            except BaseException:
                self._connection.close()
                raise
        except sqlite3.Error as error:
            raise self._explained(error) from error
        except _Spent as error:
            raise GroundError(say.SLOW.fill(self._file)) from error

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        try:
            return self._tile(z, x, y)
        except (sqlite3.Error, _Spent):
            return None

    def close(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()

    def _open(self, stem: str) -> None:
        # A stranger's database: no functions of its schema, no surprise in a cell, no map in memory that a pulled stick
        # would tear.
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, checks.TILE_BYTES + 4096)
        self._connection.set_progress_handler(self._spend, STEP)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "mmap_size = 0"):
            self._connection.execute(f"PRAGMA {pragma}").close()
        self._check_tables()
        told = self._metadata()
        if str(told.get("format", "")).lower() in _VECTOR:
            raise GroundError(say.VECTOR.fill(self._file))
        self.name = checks.plain_words(told.get("name"), 80) or stem
        self.attribution = checks.plain_words(told.get("attribution"))
        self.min_zoom, self.max_zoom = self._zooms(told)
        self.bounds = self._bounds(told)
        self._look_near()

    def _check_tables(self) -> None:
        lacking = []
        for table, columns in (
            ("metadata", ("name", "value")),
            ("tiles", ("zoom_level", "tile_column", "tile_row", "tile_data")),
        ):
            there = {str(row[1]).lower() for row in self._all(f"PRAGMA table_info({table})")}
            lacking += [table] if not there else [f"{table}.{column}" for column in columns if column not in there]
        if lacking:
            raise GroundError(say.NO_TABLES.fill(self._file, ", ".join(lacking)))

    def _metadata(self) -> dict[str, str]:
        wanted = ("name", "format", "bounds", "minzoom", "maxzoom", "attribution")
        rows = self._all("SELECT name, value FROM metadata WHERE name IN (?, ?, ?, ?, ?, ?) LIMIT 50", wanted)
        return {str(name): str(value) for name, value in rows if value is not None}

    def _zooms(self, told: dict[str, str]) -> tuple[int, int]:
        """Return the levels that are really there; what the pack says of itself must only make sense."""
        for name in ("minzoom", "maxzoom"):
            if name in told and not told[name].strip().isdecimal():
                raise GroundError(
                    say.BAD_ZOOMS.fill(self._file, told.get("minzoom", "?")[:20], told.get("maxzoom", "?")[:20])
                )
        low, high = (int(told[name][:9]) if name in told else None for name in ("minzoom", "maxzoom"))
        if low is not None and high is not None:
            checks.check_zooms(self._file, low, high)
        ends = [self._all(query)[0][0] for query in _ENDS]
        if None in ends:
            raise GroundError(say.NO_TILES.fill(self._file))
        if not all(isinstance(end, int) for end in ends):
            raise GroundError(say.BAD_ZOOMS.fill(self._file, *(str(end)[:20] for end in ends)))
        checks.check_zooms(self._file, ends[0], ends[1])
        return ends[0], ends[1]

    def _bounds(self, told: dict[str, str]) -> Bounds:
        words = told.get("bounds")
        if words is None:
            bounds = self._covered()
            words = ""
        else:
            parts = words.split(",")
            try:
                west, south, east, north = map(float, parts)
            except ValueError:
                raise GroundError(say.BAD_BOUNDS.fill(self._file, words[:60])) from None
            bounds = (west, south, east, north)
        checks.check_bounds(self._file, bounds, words)
        return bounds

    def _covered(self) -> Bounds:
        """Return what the tiles of the coarsest level cover: a pack that states no bounds still has them."""
        z = self.min_zoom
        rows = self._all(
            "SELECT min(tile_column), max(tile_column), min(tile_row), max(tile_row) FROM tiles WHERE zoom_level = ?",
            (z,),
        )
        if not all(isinstance(end, int) and 0 <= end < 1 << z for end in rows[0]):
            raise GroundError(say.DAMAGED.fill(self._file))
        left, right, bottom, top = rows[0]
        return checks.tile_bounds(z, left, right, (1 << z) - 1 - top, (1 << z) - 1 - bottom)

    def _look_near(self) -> None:
        """Look at a few tiles around the park; there must be one, and each must be a picture."""
        seen = 0
        near = checks.overlap(self.bounds, checks.REGION)
        assert near is not None  # looked at with the bounds
        for z in range(self.min_zoom, self.max_zoom + 1):
            left, right, top, bottom = checks.tile_range(near, z)
            last = (1 << z) - 1
            rows = self._all(
                "SELECT tile_column, tile_row FROM tiles WHERE zoom_level = ? AND tile_column BETWEEN ? AND ? "
                "AND tile_row BETWEEN ? AND ? LIMIT 2",
                (z, left, right, last - bottom, last - top),
            )
            for x, row in rows:
                data = self._tile(z, x, last - row)
                if data is None:
                    raise GroundError(say.NO_RASTER.fill(self._file))
                checks.check_tile(self._file, data)
                seen += 1
        if not seen:
            raise GroundError(say.NOTHING_NEAR.fill(self._file))

    def _tile(self, z: int, x: int, y: int) -> bytes | None:
        self._left = TILE_STEPS
        rows = self._ask(
            "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1",
            (z, x, (1 << z) - 1 - y),
        )
        return rows[0][0] if rows and isinstance(rows[0][0], bytes) else None

    def _all(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        self._left = OPENING_STEPS
        return self._ask(query, values)

    def _ask(self, query: str, values: tuple[Any, ...]) -> list[Any]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                raise _Spent from error
            raise

    def _spend(self) -> int:
        self._left -= 1
        return int(self._left < 0)

    def _explained(self, error: sqlite3.Error) -> GroundError:
        name = getattr(error, "sqlite_errorname", "")
        if name == "SQLITE_TOOBIG":
            return GroundError(say.TILE_TOO_BIG.fill(self._file))
        if name == "SQLITE_NOTADB":
            return GroundError(say.NO_DATABASE.fill(self._file))
        return GroundError(say.DAMAGED.fill(self._file))
