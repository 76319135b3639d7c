"""Red lines as an office brings them, good ones and bad ones: how each file is written and what must be said of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

W, S = 101.735, 36.675
"""The south-western corner of everything drawn here."""


def box(east: float = 0, north: float = 0, size: float = 10) -> list[list[float]]:
    """Return a closed ring; the numbers are thousandths of a degree from the corner."""
    west, south = W + east / 1000, S + north / 1000
    far_east, far_north = west + size / 1000, south + size / 1000
    ring = [[west, south], [far_east, south], [far_east, far_north], [west, far_north], [west, south]]
    return [[round(lon, 6), round(lat, 6)] for lon, lat in ring]


def feature(coordinates: Any = None, name: Any = "食保区", shape: Any = "Polygon", **properties: Any) -> dict[str, Any]:
    """Return a feature of a zone."""
    geometry = {"type": shape, "coordinates": [box()] if coordinates is None else coordinates}
    given = {**({"name": name} if name is not None else {}), **properties}
    return {"type": "Feature", "properties": given, "geometry": geometry}


def collection(*features: Any, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", **more, "features": list(features)}


def write(folder: Path, *features: Any, file: str = "红线.geojson", **more: Any) -> Path:
    """Write a file of red lines."""
    path = folder / file
    path.write_text(json.dumps(collection(*features, **more), ensure_ascii=False), encoding="utf-8")
    return path


class Bad(NamedTuple):
    """One bad file: its bytes, and what the Chinese sentence must hold."""

    name: str
    data: bytes | Callable[[], bytes]
    said: str
    file: str = "红线.geojson"


def _json(*features: Any, **more: Any) -> bytes:
    return json.dumps(collection(*features, **more), ensure_ascii=False).encode()


def _bad(coordinates: Any, shape: Any = "Polygon") -> bytes:
    return _json(feature(coordinates, shape=shape))


def _raw(coordinates: str) -> bytes:
    """Return a file whose coordinates no program would write."""
    return _bad("HERE").replace(b'"HERE"', coordinates.encode())


NEAR = f"[[[{W},{S}],[{W + 0.01},{S}],[{W + 0.01},{S + 0.01}],"
CROSS = [[W, S], [W + 0.01, S + 0.01], [W + 0.01, S], [W, S + 0.01], [W, S]]
BAD = [
    Bad("empty", b"", "是空的"),
    Bad("only blanks", b" \n\n ", "是空的"),
    Bad("broken", b'{"type": "FeatureCollection",\n "features": [\n', "第 3 行"),
    Bad("a comma too many", b'{"type": "FeatureCollection",\n "features": [1,]}', "第 2 行"),
    Bad("not JSON at all", "片区,红线".encode(), "第 1 行第 1 个字"),
    Bad("a list", b"[]", "不是 GeoJSON"),
    Bad("a number", b"7", "不是 GeoJSON"),
    Bad("null", b"null", "不是 GeoJSON"),
    Bad("TopoJSON", b'{"type": "Topology", "objects": {}}', "Topology"),
    Bad("a single feature", json.dumps(feature()).encode(), "现为“Feature”"),
    Bad("a bare geometry", json.dumps({"type": "Polygon", "coordinates": [box()]}).encode(), "现为“Polygon”"),
    Bad("no list of features", b'{"type": "FeatureCollection", "features": {}}', "不是 GeoJSON"),
    Bad("a type that is no text", b'{"type": 5, "features": []}', "别的内容"),
    Bad("no features", _json(), "没有要素"),
    Bad("too many features", lambda: _json(*[feature()] * 201), "最多 200 个"),
    Bad("a constant", b'{"type": "FeatureCollection", "features": [NaN]}', "数值 NaN"),
    Bad("an infinite constant", _raw(NEAR + f"[Infinity,{S}]]]"), "数值 Infinity"),
    Bad("deep nesting", b'{"type": "FeatureCollection", "features": ' + b"[" * 100_000, "嵌套太深"),
    Bad("deep coordinates", _raw("[" * 900 + "]" * 900), "应为"),
    Bad("a number of 5,000 digits", _raw(NEAR + "[" + "1" * 5000 + f",{S}]]]"), "位数过多"),
    Bad("a huge float", _raw(NEAR + f"[1e999,{S}]]]"), "不是有限的数"),
    Bad("big numbers", _raw(NEAR + f"[1e300,{S}]]]"), "以米计"),
    Bad("half a file in UTF-16", '{"type":'.encode("utf-16-le") * 20, "不是有效的 JSON"),
    Bad("bytes of no encoding", b'{"type": "\xff\xfe\x80\x81"}', "编码"),
    Bad("a PDF by another name", b"%PDF-1.7\n\x00\xff\xfe", ""),
    Bad("a NUL inside", _json(feature(name="食保区\0")), "没有叫"),
    Bad("other degrees", _json(feature(), crs={"type": "name", "properties": {"name": "EPSG:4214"}}), "EPSG:4214"),
    Bad("web Mercator", _json(feature(), crs={"type": "name", "properties": {"name": "EPSG:3857"}}), "EPSG:3857"),
    Bad("a system that is none", _json(feature(), crs={"properties": [1]}), "坐标系写作"),
    Bad("a system that is a word", _json(feature(), crs="beijing54"), "beijing54"),
    Bad("a feature that is null", _json(None), "应为 Feature"),
    Bad("a feature that is a text", _json("x"), "应为 Feature"),
    Bad("a feature of another type", _json({**feature(), "type": "Thing"}), "Thing"),
    Bad("no geometry", _json({**feature(), "geometry": None}), "没有图形"),
    Bad("a geometry that is a text", _json({**feature(), "geometry": "POLYGON"}), "POLYGON"),
    Bad("a point", _bad([W, S], "Point"), "现为“Point”"),
    Bad("a line", _bad(box(), "LineString"), "现为“LineString”"),
    Bad("a collection of geometries", _bad([], "GeometryCollection"), "GeometryCollection"),
    Bad("a shape that is none", _bad([box()], 5), "现为“5”"),
    Bad("a shape that is a list", _bad([box()], ["Polygon"]), "Polygon 或 MultiPolygon"),
    Bad("no coordinates", _json({**feature(), "geometry": {"type": "Polygon"}}), "现为“null”"),
    Bad("coordinates that are a text", _bad("x"), "现为“x”"),
    Bad("no rings", _bad([]), "应为"),
    Bad("an empty ring", _bad([[]]), "应为"),
    Bad("a level too few", _bad(box()), "应为"),
    Bad("a level too many", _bad([[box()]]), "应为"),
    Bad("a polygon as many", _bad([box()], "MultiPolygon"), "应为"),
    Bad("an empty part of many", _bad([[box()], []], "MultiPolygon"), "应为"),
    Bad("an open ring", _bad([box()[:4]]), "首尾不相接"),
    Bad("three positions", _bad([[*box()[:2], box()[0]]]), "只有 3 点"),
    Bad("one position four times", _bad([[box()[0]] * 4]), "不同的点"),
    Bad("a straight line", _bad([[[W, S], [W + 0.01, S], [W + 0.02, S], [W, S]]]), "围不成面积"),
    Bad("a speck", _bad([[[W, S], [W + 2e-6, S], [W, S + 2e-6], [W, S]]]), "围不成面积"),
    Bad("a bow tie", _bad([CROSS]), "与自己相交"),
    Bad("a spike", _bad([[*box()[:3], [W + 0.01, S + 0.02], *box()[2:]]]), "折回"),
    Bad("a hole outside", _bad([box(), box(20, 20, 2)]), "不在外环之内"),
    Bad("a hole across the edge", _bad([box(), box(8, 2, 4)]), "相交"),
    Bad("a hole in a hole", _bad([box(), box(2, 2, 6), box(3, 3, 2)]), "重叠"),
    Bad("parts that overlap", _bad([[box()], [box(5, 5)]], "MultiPolygon"), "相交"),
    Bad("a part inside a part", _bad([[box()], [box(2, 2, 2)]], "MultiPolygon"), "重叠"),
    Bad("the same part twice", _bad([[box()], [box()]], "MultiPolygon"), "相交"),
    Bad("another city", _bad([[[lon + 14, lat] for lon, lat in box()]]), "不在西宁一带"),
    Bad("null island", _bad([[[0, 0], [0, 1], [1, 1], [0, 0]]]), "不在西宁一带"),
    Bad("swapped axes", _bad([[[lat, lon] for lon, lat in box()]]), "写反"),
    Bad("projected metres", _bad([[[396e3, 4060e3], [397e3, 4060e3], [397e3, 4061e3], [396e3, 4060e3]]]), "以米计"),
    Bad("texts for numbers", _bad([[[str(lon), lat] for lon, lat in box()]]), "应为两个数"),
    Bad("yes and no", _bad([[[True, lat] for _, lat in box()]]), "应为两个数"),
    Bad("a null in it", _bad([[[None, lat] for _, lat in box()]]), "应为两个数"),
    Bad("one number", _bad([[[lon] for lon, _ in box()]]), "应为两个数"),
    Bad("five numbers", _bad([[[lon, lat, 1, 2, 3] for lon, lat in box()]]), "应为两个数"),
    Bad("objects for positions", _bad([[{"lon": lon, "lat": lat} for lon, lat in box()]]), "应为两个数"),
    Bad("too many points", lambda: _bad([[[round(W + i * 1e-6, 6), S] for i in range(1500)]]), "最多 1400 点"),
    Bad("too many points in all", lambda: _json(*[feature([[[W, S]] * 5001], name=f"x{i}") for i in range(2)]),
        "最多 10000 点"),
    Bad("no name", _json(feature(name=None)), "没有写明"),
    Bad("a name that is a number", _json(feature(name=7)), "没有写明"),
    Bad("properties that are a list", _json({**feature(), "properties": ["食保区"]}), "没有写明"),
    Bad("an unknown zone", _json(feature(name="完全不认识的地方")), "没有叫“完全不认识的地方”"),
    Bad("nearly a zone", _json(feature(name=None, id="zone-fod")), "是否指“食保区”（zone-food）"),
    Bad("two zones at once", _json(feature(name="食保区", zone="zone-tcm")), "同时指向"),
    Bad("one zone twice", _json(feature(), feature([box(2, 2)])), "前面已有（第 1 个要素）"),
    Bad("a script for a name", _json(feature(name="<img src=x onerror=alert(1)>{{7*7}}")), "没有叫"),
    Bad("a name that steers the terminal", _json(feature(name="\x1b[31m食\u202e")), "没有叫"),
    Bad("a very long name", _json(feature(name="长" * 5000)), "没有叫"),
    Bad("a folder", b"", "文件夹", "folder.geojson"),
    Bad("not there", b"", "找不到文件", "gone.geojson"),
]  # fmt: skip
