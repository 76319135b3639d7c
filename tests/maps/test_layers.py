"""The questions of the map count what is drawn, and the credits name whom it owes."""

from brochure.maps.layers import credits_for, layer_of, layers_for
from brochure.words import maps as say
from tests.maps.world import shipped_features


def test_questions_count_what_is_drawn() -> None:
    layers = {layer.id: layer for layer in layers_for(shipped_features())}
    assert tuple(layers) == tuple(say.QUESTIONS)
    zones = sum(1 for f in shipped_features() if layer_of(f) == "zones" and f.kind in ("zone", "park_outline"))
    assert str(zones) in layers["zones"].note.zh
    assert layers["chain"].note.en == "Incubator chain 1–6"
    assert not layers["enterprises"].available
    assert not layers["heights"].on


def test_credits_follow_what_is_drawn() -> None:
    features = shipped_features()
    only_zone = [f for f in features if f.id == "zone-sme"]
    assert credits_for(only_zone) == ()
    g6 = [f for f in features if f.id == "road-g6"]
    assert credits_for(g6) == (say.CREDIT["open-osm"],)
    assert credits_for([*g6, *only_zone])[-1] == say.OWN_DRAWING
