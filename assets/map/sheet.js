/* What all drawing stands on: a canvas that follows the map, and a little plane geometry. */
"use strict";

const Ink = (() => {
  const FAMILY = '"Park Sans SC", "Park Sans Whole", sans-serif';
  const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

  /* A canvas that moves and scales with the map and is drawn anew where it comes to rest. */
  const Sheet = L.Renderer.extend({
    options: { padding: 0.3 },
    initialize(paint, options) {
      L.Renderer.prototype.initialize.call(this, options);
      this.paint = paint;
      this._layers = {};
    },
    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._follow };
    },
    _initContainer() {
      this._container = document.createElement("canvas");
      this._ctx = this._container.getContext("2d");
    },
    _destroyContainer() {
      this._container.remove();
    },
    _follow() { // a long drag runs off the drawn part before the hand lets go
      const view = this._map.getBounds ? L.bounds(
        this._map.containerPointToLayerPoint([0, 0]), this._map.containerPointToLayerPoint(this._map.getSize())) : null;
      if (view && this._bounds && !this._map._animatingZoom && !this._bounds.contains(view)) this._update();
    },
    _onZoom() { // flights and pinches: a redraw a frame costs less than a blurred name
      this._update();
    },
    _onZoomEnd() {},
    _updatePaths() {},
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const { min } = this._bounds, size = this._bounds.getSize(), ratio = window.devicePixelRatio || 1;
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, min);
      canvas.width = Math.round(size.x * ratio);
      canvas.height = Math.round(size.y * ratio);
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      this.redraw();
    },
    redraw() {
      if (!this._bounds) return;
      const ratio = window.devicePixelRatio || 1, { min } = this._bounds, size = this._bounds.getSize();
      this._ctx.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
      this._ctx.clearRect(min.x, min.y, size.x, size.y);
      this.paint(this._ctx, this._bounds);
    },
  });

  /* Positions become world pixels of zoom 0 once, by the same Mercator as the map; a redraw is then a multiplication. */
  function flatten(run) {
    const flat = new Float64Array(run.length), share = 256 / (2 * Math.PI), turn = Math.PI / 180;
    for (let i = 0; i < run.length; i += 2) {
      flat[i] = share * (Math.PI + run[i + 1] * turn);
      flat[i + 1] = share * (Math.PI - Math.asinh(Math.tan(run[i] * turn)));
    }
    return flat;
  }

  function boxOf(runs) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const run of runs) for (let i = 0; i < run.length; i += 2) {
      box[0] = Math.min(box[0], run[i]);
      box[1] = Math.min(box[1], run[i + 1]);
      box[2] = Math.max(box[2], run[i]);
      box[3] = Math.max(box[3], run[i + 1]);
    }
    return box;
  }

  function area(f) {
    return f.shape === "polygon" ? (f.box[2] - f.box[0]) * (f.box[3] - f.box[1]) : 0;
  }

  /* The point of a line nearest to another point, with the direction there, in pixels of the layer. */
  function nearest(run, [x, y], painter) {
    const { k, ox, oy } = painter;
    let best = { far: Infinity, point: [run[0] * k - ox, run[1] * k - oy], dx: 1, dy: 0 };
    for (let i = 0; i + 3 < run.length; i += 2) {
      const ax = run[i] * k - ox, ay = run[i + 1] * k - oy, dx = run[i + 2] * k - ox - ax, dy = run[i + 3] * k - oy - ay;
      const length = dx * dx + dy * dy;
      if (!length) continue;
      const t = clamp(((x - ax) * dx + (y - ay) * dy) / length, 0, 1);
      const point = [ax + dx * t, ay + dy * t], far = Math.hypot(point[0] - x, point[1] - y);
      if (far < best.far) best = { far, point, dx: dx / Math.sqrt(length), dy: dy / Math.sqrt(length) };
    }
    return best;
  }

  function contains(run, [x, y], { k, ox, oy }) {
    let inside = false;
    for (let i = 0, j = run.length - 2; i < run.length; j = i, i += 2) {
      const ax = run[i] * k - ox, ay = run[i + 1] * k - oy, bx = run[j] * k - ox, by = run[j + 1] * k - oy;
      if ((ay > y) !== (by > y) && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
    return inside;
  }

  /* Whether a point lies in a shape of any number of parts: what is in a hole is outside. */
  function within(f, point, painter) {
    return f.flat.filter((run) => contains(run, point, painter)).length % 2 === 1;
  }

  /* The list and the card tell a name of any length in full; the map tells its beginning. */
  function brief(words) {
    const letters = Array.from(words);
    return letters.length > 28 ? `${letters.slice(0, 27).join("")}…` : words;
  }

  return { Sheet, brief, flatten, boxOf, area, nearest, contains, within, clamp, FAMILY };
})();
