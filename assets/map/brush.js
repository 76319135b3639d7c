/* The brush of the map: where a position lies in pixels, which colour it is, and one line, one edge, one word. */
"use strict";

Ink.Brush = (() => {
  const { FAMILY, clamp, flatten, boxOf, area } = Ink;

  class Brush {
    constructor(map, sheet, state, world) {
      Object.assign(this, { map, sheet, state, world });
      this.order = new Map(sheet.panes.map((pane, i) => [pane, i]));
      for (const f of sheet.features) {
        f.flat = f.runs.map((run) => flatten(run));
        f.flatTints = (f.tints || []).map((run) => flatten(run));
        f.flatStrokes = f.strokes ? flatten(f.strokes) : null;
        f.rules = sheet.looks[f.look];
        f.step = this.order.get(f.rules.pane);
        f.box = boxOf(f.flat);
      }
      this.sorted = [...sheet.features].sort((a, b) => a.step - b.step || area(b) - area(a));
      this.labels = [];
    }

    colour(name) {
      const pair = this.sheet.colours[name];
      return pair ? pair[this.state.theme === "dark" && !this.day ? 1 : 0] : name;
    }

    shown(f) {
      if (f.kind === "hsr_link" && this.map.getZoom() > 12) return false;
      return f.layer === "ground" || this.state.layers.has(f.layer);
    }

    begin() {
      const zoom = this.map.getZoom(), origin = this.map.getPixelOrigin();
      this.k = 2 ** zoom;
      this.ox = origin.x;
      this.oy = origin.y;
      this.zoom = zoom;
      this.grow = clamp(2 ** ((zoom - 14) * 0.6), 0.42, 1.5);
    }

    at(position) {
      const p = this.map.project(position, 0);
      return [p.x * this.k - this.ox, p.y * this.k - this.oy];
    }

    trace(ctx, runs, closed) {
      ctx.beginPath();
      for (const run of runs) {
        for (let i = 0; i < run.length; i += 2) {
          const x = run[i] * this.k - this.ox, y = run[i + 1] * this.k - this.oy;
          if (i) ctx.lineTo(x, y); else ctx.moveTo(x, y);
        }
        if (closed) ctx.closePath();
      }
    }

    stroke(ctx, colour, width, dash = [], alpha = 1, cap = "round") {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.setLineDash(dash);
      ctx.globalAlpha = alpha;
      ctx.lineCap = dash.length ? "butt" : cap;
      ctx.lineJoin = "round";
      ctx.stroke();
      ctx.globalAlpha = 1;
      ctx.setLineDash([]);
    }

    pixels(km) { // at the latitude of the park
      return (km * 1000 * 256 * this.k) / (40075016.7 * Math.cos((36.68 * Math.PI) / 180));
    }

    middle(f) {
      const run = f.flat[0];
      return [run[0] * this.k - this.ox, run[1] * this.k - this.oy];
    }

    heart(f) {
      return [((f.box[0] + f.box[2]) / 2) * this.k - this.ox, ((f.box[1] + f.box[3]) / 2) * this.k - this.oy];
    }

    text(ctx, words, x, y, size, weight, colour, align = "center", halo = true) {
      ctx.font = `${weight} ${size}px ${FAMILY}`;
      ctx.textAlign = align;
      ctx.textBaseline = "middle";
      if (halo) {
        ctx.strokeStyle = this.colour("halo");
        ctx.lineWidth = 3.6;
        ctx.lineJoin = "round";
        ctx.globalAlpha = 0.92;
        ctx.strokeText(words, x, y + 0.5);
        ctx.globalAlpha = 1;
      }
      ctx.fillStyle = colour;
      ctx.fillText(words, x, y + 0.5);
    }
  }

  return Brush;
})();
