/* Base maps of one's own below our drawing: tiles and pictures the window serves, and whom to thank for them. */
"use strict";

Park.part((world) => {
  const { map, say } = world, layers = new Map();
  map.createPane("park-grounds").style.zIndex = 350;
  let grounds = [];

  /* Tiles of another datum are moved by a constant; which tiles are wanted moves the other way. */
  const Tiles = L.TileLayer.extend({
    _moved(zoom) {
      const { bounds, place } = this.options.ground;
      return map.project([place[1], place[0]], zoom).subtract(map.project([bounds[1], bounds[0]], zoom));
    },
    _getTilePos(coords) {
      return L.TileLayer.prototype._getTilePos.call(this, coords).add(this._moved(this._level.zoom)).round();
    },
    _getTiledPixelBounds(center) {
      const { min, max } = L.TileLayer.prototype._getTiledPixelBounds.call(this, center), by = this._moved(this._tileZoom);
      return L.bounds(min.subtract(by), max.subtract(by));
    },
    _initTile(tile) { // between levels tiles are scaled: one more pixel closes the seams
      L.TileLayer.prototype._initTile.call(this, tile);
      const size = this.getTileSize();
      tile.style.width = `${size.x + 1}px`;
      tile.style.height = `${size.y + 1}px`;
    },
  });

  const corners = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

  function build(ground) {
    const common = { pane: "park-grounds", opacity: ground.opacity };
    if (ground.kind === "picture") {
      return L.imageOverlay(`ground/${ground.id}/picture`, corners(ground.place), common);
    }
    const first = Math.max(0, ground.minZoom - 2);
    return new Tiles(`ground/${ground.id}/{z}/{x}/{y}`, {
      ...common, ground, bounds: corners(ground.bounds), minZoom: first, maxZoom: 24, minNativeZoom: ground.minZoom,
      maxNativeZoom: ground.maxZoom, updateWhenZooming: false,
    });
  }

  function isSeen(ground) {
    const zoom = Math.round(map.getZoom());
    return map.getBounds().intersects(corners(ground.place)) && (ground.kind === "picture" || zoom >= ground.minZoom - 2);
  }

  function holeOf(ground) {
    const [west, south, east, north] = ground.place;
    const a = map.latLngToLayerPoint([north, west]), b = map.latLngToLayerPoint([south, east]);
    return [a.x, a.y, b.x, b.y];
  }

  return {
    verbs: {
      setGrounds(list) { // the first one lies on top
        const kept = new Set(list.map((ground) => ground.id));
        for (const [id, layer] of layers) if (!kept.has(id)) {
          layer.remove();
          layers.delete(id);
        }
        grounds = list;
        list.forEach((ground, i) => {
          if (!layers.has(ground.id)) layers.set(ground.id, build(ground).addTo(map));
          layers.get(ground.id).setOpacity(ground.opacity).setZIndex(list.length - i);
        });
        world.dress();
      },
      fadeGround(id, opacity) { // while a slider moves
        if (layers.has(id)) layers.get(id).setOpacity(opacity);
      },
    },
    holes: () => grounds.filter(isSeen).map(holeOf),
    groundCredit() {
      const seen = grounds.filter(isSeen), told = seen.map((ground) => say(ground.credit)).join(say({ zh: "；", en: "; " }));
      return seen.length ? [say(seen[0].heading).replace("{}", () => told)] : [];
    },
    state: () => ({ grounds: grounds.map((ground) => ground.id) }),
  };
});
