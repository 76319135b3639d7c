/* Draws the features of the park on one canvas, pane after pane. Data in, pixels out; names come in names.js. */
"use strict";

Ink.Painter = (() => {
  const WAY_ORDER = { hsr_link: 0, railway: 1, local_road: 2, arterial: 3, tunnel: 4, expressway: 5 };
  const { FAMILY, clamp, flatten, boxOf, area } = Ink;

  /* Whether a box covers at least half of another. */
  const covers = ([left, top, right, bottom], { min, max }) => {
    const wide = Math.min(right, max.x) - Math.max(left, min.x), high = Math.min(bottom, max.y) - Math.max(top, min.y);
    return wide > 0 && high > 0 && wide * high * 2 >= (max.x - min.x) * (max.y - min.y);
  };

  class Painter {
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

    paint(ctx, bounds) {
      this.begin();
      const size = bounds.getSize(), seen = this.sorted.filter((f) => this.shown(f));
      const wayStep = this.order.get("way"), zoneStep = this.order.get("zone"), holes = this.world.each("holes");
      this.thin = holes.length ? 0.6 : 1; // over a base map of one's own
      this.day = holes.some((hole) => covers(hole, bounds)); // which is a map for the day
      const area = (f) => { if (f.shape === "polygon") this.area(ctx, f); else if (f.kind === "river") this.river(ctx, f); };
      ctx.save();
      for (const [left, top, right, bottom] of holes) { // where it lies, our own hills, water and parks would hide it
        ctx.beginPath();
        ctx.rect(bounds.min.x, bounds.min.y, size.x, size.y);
        ctx.rect(left, top, right - left, bottom - top);
        ctx.clip("evenodd");
      }
      this.valleys(ctx, bounds);
      for (const f of seen) if (f.step < zoneStep) area(f);
      ctx.restore();
      for (const f of seen) if (f.step >= zoneStep) area(f);
      this.ways(ctx, seen.filter((f) => f.step === wayStep));
      const chosen = this.state.selected && seen.find((f) => f.id === this.state.selected);
      this.rings(ctx);
      if (chosen) {
        ctx.globalAlpha = this.sheet.style.veil;
        ctx.fillStyle = this.colour("veil");
        ctx.fillRect(bounds.min.x, bounds.min.y, size.x, size.y);
        ctx.globalAlpha = 1;
        this.chosen(ctx, chosen);
      }
      const write = this.names(ctx, seen, bounds, this.world.each("covers", ctx, bounds));
      if (this.state.layers.has("chain")) this.chain(ctx, seen, bounds);
      for (const f of seen) if (f.shape === "point") this.mark(ctx, f);
      for (const f of seen) if (f.kind === "site" && this.zoom >= 13.4) this.lotus(ctx, f);
      const focused = this.state.focused && seen.find((f) => f.id === this.state.focused);
      if (focused) this.focus(ctx, focused);
      this.world.each("paint", ctx, bounds);
      write();
      this.day = false;
    }

    pixels(km) { // at the latitude of the park
      return (km * 1000 * 256 * this.k) / (40075016.7 * Math.cos((36.68 * Math.PI) / 180));
    }

    /* The ground of city and region: the valleys lighter than what lies between them. Art, and gone at park scale. */
    valleys(ctx, bounds) {
      const alpha = clamp((13.6 - this.zoom) / 1.4, 0, 1), size = bounds.getSize(), { style } = this.sheet;
      if (!alpha || this.state.grounded) return;
      ctx.globalAlpha = alpha;
      ctx.fillStyle = this.colour("upland");
      ctx.fillRect(bounds.min.x, bounds.min.y, size.x, size.y);
      ctx.globalAlpha = 1;
      for (const wide of style.valley) {
        for (const f of this.sorted) if (style.valley_kinds.includes(f.kind)) {
          this.trace(ctx, f.flat, false);
          this.stroke(ctx, this.colour("paper"), this.pixels(wide), [], wide === style.valley.at(-1) ? 1 : 0.5);
        }
      }
    }

    /* How far from the south gate, as the crow flies. */
    rings(ctx) {
      this.ringLabels = [];
      const gate = this.sheet.features.find((f) => f.kind === "interchange" && f.scale === "region");
      if (!gate || this.zoom >= 12.8 || !this.state.layers.has("access")) return;
      const [x, y] = this.middle(gate), lang = this.state.lang;
      this.sheet.style.rings.filter((km) => this.pixels(km) > 90).forEach((km) => {
        const r = this.pixels(km);
        ctx.beginPath();
        ctx.arc(x, y, r, 0, 7);
        this.stroke(ctx, this.colour("secondary"), 1, [2, 5], 0.55);
        const written = (key) => this.sheet.words[key][lang].replace("{}", String(km));
        this.ringLabels.push({ first: written("RING_FIRST"), words: written("RING"), places: [-0.25, -0.75, 0.25, -0.1, 0.75].map((turn) => [x + r * Math.cos(turn * Math.PI), y + r * Math.sin(turn * Math.PI)]) });
      });
    }

    area(ctx, f) {
      const style = this.sheet.style, rules = f.rules;
      this.trace(ctx, f.flat, true);
      if (rules.glow) {
        this.stroke(ctx, this.colour("glow"), style.glow[0], [], 0.3);
        this.stroke(ctx, this.colour("glow"), style.glow[1], [], 0.45);
      }
      if (f.fill) {
        ctx.globalAlpha = f.alpha;
        ctx.fillStyle = this.colour(f.fill);
        ctx.fill();
        ctx.globalAlpha = 1;
      }
      if (f.kind === "hill") return this.hill(ctx, f);
      if (f.edge) this.stroke(ctx, this.colour(f.edge), rules.width_px * Math.min(1, this.grow + 0.2), f.dashed ? style.dash : []);
    }

    hill(ctx, f) {
      f.flatTints.forEach((tint, i) => {
        this.trace(ctx, [tint], true);
        ctx.fillStyle = this.colour(i ? "hill_3" : "hill_2");
        ctx.fill();
      });
      if (this.zoom < 12) return;
      const s = f.flatStrokes, step = this.zoom < 12.8 ? 8 : 4; // fewer strokes where they would run together
      ctx.beginPath();
      for (let i = 0; i < s.length; i += step) {
        ctx.moveTo(s[i] * this.k - this.ox, s[i + 1] * this.k - this.oy);
        ctx.lineTo(s[i + 2] * this.k - this.ox, s[i + 3] * this.k - this.oy);
      }
      this.stroke(ctx, this.colour("hachure"), 0.8, [], 0.75);
    }

    river(ctx, f) { // it widens downstream: short pieces, each a little broader
      for (const [extra, colour] of [[1.6, "water_edge"], [0, "water"]]) {
        for (const run of f.flat) {
          const n = run.length / 2 - 1, pieces = 12;
          for (let p = 0; p < pieces; p++) {
            const from = Math.floor((p * n) / pieces), to = Math.floor(((p + 1) * n) / pieces);
            this.trace(ctx, [run.subarray(from * 2, to * 2 + 2)], false);
            const thin = this.zoom < 12 ? 0.6 : 1;
            this.stroke(ctx, this.colour(colour), f.rules.width_px * this.grow * thin * (0.62 + (0.5 * p) / pieces) + extra * thin);
          }
        }
      }
      for (const lake of this.sheet.features) if (lake.kind === "water" && this.shown(lake)) this.area(ctx, lake);
    }

    ways(ctx, ways) {
      const lines = [...ways].sort((a, b) => (WAY_ORDER[a.kind] ?? 2) - (WAY_ORDER[b.kind] ?? 2));
      for (const f of lines) {
        const { rules } = f, width = rules.width_px * this.grow * this.thin;
        this.trace(ctx, f.flat, false);
        if (rules.case) this.stroke(ctx, this.colour(rules.case), width + 2 * rules.case_px);
        if (rules.pattern === "ticks") {
          this.stroke(ctx, this.colour("rail"), width + 0.8, [], 1, "butt");
          this.stroke(ctx, this.colour("rail_gap"), Math.max(0.8, width - 0.4), [7, 7]);
        } else if (rules.pattern === "dashes") {
          if (f.kind === "tunnel" && this.thin === 1) this.stroke(ctx, this.colour("hill_2"), 9 * this.grow, [], 1, "butt");
          this.stroke(ctx, this.colour(rules.edge), width, f.kind === "tunnel" ? [8, 5] : [5, 5], 0.8);
        } else if (!rules.case) this.stroke(ctx, this.colour(rules.edge), width);
      }
      const inside = (kind) => { // fills come after all casings of a kind, so that crossings stay open
        for (const f of lines) if (f.kind === kind && f.rules.case) {
          this.trace(ctx, f.flat, false);
          this.stroke(ctx, this.colour(f.rules.edge), f.rules.width_px * this.grow * this.thin);
        }
      };
      ["local_road", "arterial", "expressway"].forEach(inside);
      for (const f of lines) if (f.kind === "tunnel") { // the road goes below ground
        this.trace(ctx, f.flat, false);
        if (this.thin === 1) this.stroke(ctx, this.colour("hill_2"), (f.rules.width_px + 4) * this.grow, [], 1, "butt");
        this.stroke(ctx, this.colour(f.rules.edge), f.rules.width_px * this.grow * this.thin, [8, 5], 0.8);
      }
    }

    chosen(ctx, f) {
      const lake = this.colour("lake"), style = this.sheet.style;
      this.trace(ctx, f.flat, f.shape === "polygon");
      if (f.shape === "polygon") {
        if (f.rules.glow) {
          this.stroke(ctx, this.colour("glow"), style.glow[0], [], 0.55);
          this.stroke(ctx, this.colour("glow"), style.glow[1], [], 0.8);
        }
        ctx.globalAlpha = 0.22;
        ctx.fillStyle = lake;
        ctx.fill();
        ctx.globalAlpha = 1;
        this.stroke(ctx, lake, style.selected, f.dashed ? [9, 5] : []);
        for (const child of this.sorted) if (child.kind === "garden" && f.kind === "site" && this.shown(child)) this.area(ctx, child);
      } else if (f.shape === "line") this.stroke(ctx, lake, f.rules.width_px * this.grow + 3);
    }

    chain(ctx, seen, { min, max }) {
      const stops = seen.filter((f) => f.number).sort((a, b) => a.number - b.number).map((f) => this.middle(f));
      if (stops.length < 2 || this.zoom < 12.4) return;
      ctx.save();
      ctx.beginPath();
      ctx.rect(min.x, min.y, max.x - min.x, max.y - min.y);
      for (const [left, top, right, bottom] of this.written) ctx.rect(left, top, right - left, bottom - top);
      ctx.clip("evenodd"); // the line makes way for the names
      ctx.beginPath();
      ctx.moveTo(...stops[0]);
      let length = 0;
      for (let i = 1; i < stops.length; i++) {
        const [ax, ay] = stops[i - 1], [bx, by] = stops[i], far = Math.hypot(bx - ax, by - ay);
        const bulge = far > 2.2 * 65 * (this.k / 2 ** 13) ? 0.2 : 0; // long ways swing out, so that they cover nothing
        ctx.quadraticCurveTo((ax + bx) / 2 - (by - ay) * bulge, (ay + by) / 2 + (bx - ax) * bulge, bx, by);
        length += far * (1 + bulge * bulge * 2.6);
      }
      const share = this.state.chain;
      this.stroke(ctx, this.colour("gold"), 2.2, share < 1 ? [length * share, length * 2] : []);
      ctx.restore();
    }

    middle(f) {
      const run = f.flat[0];
      return [run[0] * this.k - this.ox, run[1] * this.k - this.oy];
    }

    /* Small marks come with their names; the numbered discs, gates and stations a good while before. */
    marked(f) {
      if (f.id === this.state.selected || f.id === this.state.focused) return true;
      if (this.zoom < 10.8 && f.scale !== "region") return false;
      if (f.number) return this.zoom >= 12.4;
      return this.zoom >= f.rules.zoom - (f.rules.mark === "ring" ? 1.6 : 0.2);
    }

    mark(ctx, f) {
      const [x, y] = this.middle(f), shape = f.rules.mark, chosen = f.id === this.state.selected;
      if (!this.marked(f)) return;
      const ink = this.colour("text"), disc = this.colour("disc");
      ctx.fillStyle = disc;
      ctx.beginPath();
      if (shape === "number") {
        const r = this.zoom < 12.5 ? 9 : 12;
        ctx.arc(x, y, r, 0, 7);
        ctx.fillStyle = chosen ? this.colour("lake") : disc;
        ctx.fill();
        this.stroke(ctx, chosen ? this.colour("lake") : ink, 1.8, f.precision === "schematic" && !chosen ? [3.4, 2.6] : []);
        this.text(ctx, String(f.number), x, y, 13, 700, chosen ? this.colour("disc") : ink, "center", false);
      } else if (shape === "triangle") {
        ctx.moveTo(x - 5, y + 4);
        ctx.lineTo(x + 5, y + 4);
        ctx.lineTo(x, y - 5);
        ctx.closePath();
        ctx.fillStyle = this.colour("hill_text");
        ctx.fill();
      } else if (shape === "square") {
        ctx.rect(x - 5, y - 5, 10, 10);
        ctx.fill();
        this.stroke(ctx, chosen ? this.colour("lake") : ink, 2);
      } else if (shape === "ring") {
        ctx.arc(x, y, f.kind === "interchange" ? 6 : 4.5, 0, 7);
        ctx.fill();
        this.stroke(ctx, chosen ? this.colour("lake") : this.colour(f.kind === "interchange" ? "gold" : "text"), 2.4);
      } else this.dot(ctx, x, y, f.precision);
      if (chosen && shape !== "number") {
        ctx.beginPath();
        ctx.arc(x, y, 12, 0, 7);
        this.stroke(ctx, this.colour("lake"), this.sheet.style.selected);
      }
    }

    /* Measured: a full disc. By address: a ring. Put there by the park: a disc in a ring. A sketch: a dashed ring. */
    dot(ctx, x, y, precision) {
      const ink = this.colour("text");
      ctx.beginPath();
      ctx.arc(x, y, precision === "placed" ? 5.4 : 3.8, 0, 7);
      ctx.fillStyle = precision === "surveyed" ? ink : this.colour("disc");
      ctx.fill();
      this.stroke(ctx, ink, 1.5, precision === "schematic" ? [2, 1.6] : []);
      if (precision !== "placed") return;
      ctx.beginPath();
      ctx.arc(x, y, 2.6, 0, 7);
      ctx.fillStyle = this.colour("lake");
      ctx.fill();
    }

    heart(f) {
      return [((f.box[0] + f.box[2]) / 2) * this.k - this.ox, ((f.box[1] + f.box[3]) / 2) * this.k - this.oy];
    }

    lotus(ctx, f) { // the site's own sign: five petals on a disc
      const [x, y] = this.heart(f);
      ctx.beginPath();
      ctx.arc(x, y, 15, 0, 7);
      ctx.fillStyle = this.colour("disc");
      ctx.fill();
      this.stroke(ctx, this.colour("gold"), 2);
      ctx.beginPath();
      for (const [lean, reach] of [[0, 8.5], [0.62, 8], [-0.62, 8], [1.2, 8], [-1.2, 8]]) {
        const tip = [x + Math.sin(lean) * reach, y + 5 - Math.cos(lean) * reach * 1.35];
        const out = [Math.cos(lean) * 3.4, Math.sin(lean) * 3.4], mid = [(x + tip[0]) / 2, (y + 5 + tip[1]) / 2];
        ctx.moveTo(x, y + 5);
        ctx.quadraticCurveTo(mid[0] - out[0], mid[1] - out[1], ...tip);
        ctx.quadraticCurveTo(mid[0] + out[0], mid[1] + out[1], x, y + 5);
      }
      this.stroke(ctx, this.colour("lake"), 1.4);
    }

    focus(ctx, f) {
      ctx.beginPath();
      if (f.shape === "point") ctx.arc(...this.middle(f), 17, 0, 7);
      else this.trace(ctx, f.flat, f.shape === "polygon");
      this.stroke(ctx, this.colour("halo"), 7);
      this.stroke(ctx, this.colour("lake"), 3, [2, 3]);
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

  return Painter;
})();
