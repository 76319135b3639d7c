"""The map as folium is mostly used: a marker and a popup object for each point, everything inside the page."""

from collections.abc import Sequence

import folium
from folium import Element

from brochure.maps.offline import LEAFLET_CSS, LEAFLET_JS
from brochure.maps.shell import HEART
from brochure.model.geometry import Feature

Point = tuple[float, float, str, str]
JQUERY_JS = "park://lib/jquery/jquery.min.js"


class NaiveMap(folium.Map):  # type: ignore[misc]  # folium has no types
    """A plain map; its scripts come from this machine as ours do, and those it can do without are left out."""

    default_js = (("leaflet", LEAFLET_JS), ("jquery", JQUERY_JS))
    default_css = (("leaflet_css", LEAFLET_CSS),)


def build_page(features: Sequence[Feature], points: Sequence[Point], at_the_end: str) -> bytes:
    """Return the page: features as shapes, points as markers with popups, and a script that runs after them."""
    page = NaiveMap(location=HEART, zoom_start=14, tiles=None)
    for feature in features:
        words = folium.Popup(feature.name.zh)
        for part in feature.parts:
            if feature.shape == "polygon":
                folium.Polygon(part, popup=words, fill=True).add_to(page)
            elif feature.shape == "line":
                folium.PolyLine(part, popup=words).add_to(page)
            else:
                folium.CircleMarker(part[0], radius=5, popup=words).add_to(page)
    for lat, lon, name, _ in points:
        folium.Marker((lat, lon), popup=folium.Popup(name), tooltip=name).add_to(page)
    root = page.get_root()
    root.script.add_child(Element(at_the_end.replace("MAP", page.get_name())), name="zz_end")
    html: str = root.render()
    return html.encode()
