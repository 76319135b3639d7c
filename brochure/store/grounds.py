"""The list of base maps of one's own, in the file of one user: an order, and what each one needs to be drawn."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from brochure.model.ground import Ground
from brochure.store.user_file import UserFile

_CELLS: Final = (
    "id", "path", "kind", "name", "attribution", "west", "south", "east", "north", "min_zoom", "max_zoom", "opacity",
    "visible", "datum", "review_number", "maker", "map_date", "size", "mtime_ns",
)  # fmt: skip


class GroundStore(UserFile):
    """What is asked of the list, and what is kept in it; each save is one transaction."""

    def grounds(self) -> tuple[Ground, ...]:
        """Return the base maps, the one on top first.

        Raises:
            StoreError: The file is damaged or cannot be read.
        """
        query = f"SELECT {', '.join(_CELLS)} FROM grounds ORDER BY position, id"  # noqa: S608 - names of our own
        return tuple(_ground(row) for row in self._fetch("", "", query))

    def save_ground(self, ground: Ground, position: int = 0) -> int:
        """Put a base map into the list, on top unless told otherwise, and return its number.

        Args:
            ground: The base map; without a number it is given a new one, with its own it comes back.
            position: How many stay above it.

        Raises:
            StoreError: It could not be kept; the list is as it was.
        """
        marks = ", ".join("?" * (len(_CELLS) + 1))
        with self._saving() as connection:
            order = _order(connection)
            number = connection.execute(
                f"INSERT INTO grounds({', '.join(_CELLS)}, position) VALUES ({marks})",  # noqa: S608 - names of our own
                (ground.id or None, *_row(ground), position),
            ).lastrowid
            assert number is not None
            _renumber(connection, [*order[:position], number, *order[position:]])
        return number

    def order_grounds(self, ids: Sequence[int]) -> None:
        """Put base maps in an order; those that are not named stay below, in their own.

        Raises:
            StoreError: It could not be kept; the order is as it was.
        """
        with self._saving() as connection:
            known = _order(connection)
            named = [number for number in dict.fromkeys(ids) if number in known]
            _renumber(connection, [*named, *(number for number in known if number not in named)])

    def set_visible(self, number: int, *, visible: bool) -> None:
        """Show or hide a base map.

        Raises:
            StoreError: It could not be kept.
        """
        with self._saving() as connection:
            connection.execute("UPDATE grounds SET visible = ? WHERE id = ?", (int(visible), number))

    def set_opacity(self, number: int, opacity: float) -> None:
        """Keep how strongly a base map is drawn, 0 to 1.

        Raises:
            StoreError: It could not be kept.
        """
        with self._saving() as connection:
            connection.execute("UPDATE grounds SET opacity = ? WHERE id = ?", (float(opacity), number))

    def drop_ground(self, number: int) -> None:
        """Take a base map off the list.

        Raises:
            StoreError: It could not be kept; the list is as it was.
        """
        with self._saving() as connection:
            connection.execute("DELETE FROM grounds WHERE id = ?", (number,))
            _renumber(connection, _order(connection))


def _order(connection: sqlite3.Connection) -> list[int]:
    return [number for (number,) in connection.execute("SELECT id FROM grounds ORDER BY position, id")]


def _renumber(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    connection.executemany("UPDATE grounds SET position = ? WHERE id = ?", list(enumerate(ids)))


def _row(ground: Ground) -> tuple[Any, ...]:
    cells: dict[str, Any] = {name: getattr(ground, name, None) for name in _CELLS[1:]}
    cells.update(zip(("west", "south", "east", "north"), map(float, ground.bounds), strict=True))
    cells["visible"] = int(ground.visible)
    cells["opacity"] = float(ground.opacity)
    return tuple(cells.values())


def _ground(row: tuple[Any, ...]) -> Ground:
    cells = dict(zip(_CELLS, row, strict=True))
    bounds = tuple(cells.pop(end) for end in ("west", "south", "east", "north"))
    return Ground(**{**cells, "visible": bool(cells["visible"]), "bounds": bounds})
