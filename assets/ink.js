/* Draws the features of the park on one canvas, pane after pane, and their names on top. Data in, pixels out. */
"use strict";

const Ink = (() => {
  const WAY_ORDER = { hsr_link: 0, railway: 1, local_road: 2, arterial: 3, tunnel: 4, expressway: 5 };
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

  /* Positions become world pixels once; a redraw is then a multiplication. */
  function flatten(map, run) {
    const flat = new Float64Array(run.length);
    for (let i = 0; i < run.length; i += 2) {
      const point = map.project([run[i], run[i + 1]], 0);
      flat[i] = point.x;
      flat[i + 1] = point.y;
    }
    return flat;
  }

  class Painter {
    constructor(map, sheet, state) {
      Object.assign(this, { map, sheet, state });
      this.order = new Map(sheet.panes.map((pane, i) => [pane, i]));
      for (const f of sheet.features) {
        f.flat = f.runs.map((run) => flatten(map, run));
        f.flatTints = (f.tints || []).map((run) => flatten(map, run));
        f.flatStrokes = f.strokes ? flatten(map, f.strokes) : null;
        f.rules = sheet.looks[f.look];
        f.step = this.order.get(f.rules.pane);
        f.box = boxOf(f.flat);
      }
      this.sorted = [...sheet.features].sort((a, b) => a.step - b.step || area(b) - area(a));
      this.labels = [];
    }

    colour(name) {
      const pair = this.sheet.colours[name];
      return pair ? pair[this.state.theme === "dark" ? 1 : 0] : name;
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
      const wayStep = this.order.get("way");
      for (const f of seen) if (f.shape === "polygon") this.area(ctx, f); else if (f.kind === "river") this.river(ctx, f);
      this.ways(ctx, seen.filter((f) => f.step === wayStep));
      const chosen = this.state.selected && seen.find((f) => f.id === this.state.selected);
      if (chosen) {
        ctx.globalAlpha = this.sheet.style.veil;
        ctx.fillStyle = this.colour("veil");
        ctx.fillRect(bounds.min.x, bounds.min.y, size.x, size.y);
        ctx.globalAlpha = 1;
        this.chosen(ctx, chosen);
      }
      if (this.state.layers.has("chain")) this.chain(ctx, seen);
      for (const f of seen) if (f.shape === "point") this.mark(ctx, f);
      for (const f of seen) if (f.kind === "site" && this.zoom >= 13.4) this.lotus(ctx, f);
      const focused = this.state.focused && seen.find((f) => f.id === this.state.focused);
      if (focused) this.focus(ctx, focused);
      this.names(ctx, seen, bounds);
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
      const s = f.flatStrokes;
      ctx.beginPath();
      for (let i = 0; i < s.length; i += 4) {
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
            this.stroke(ctx, this.colour(colour), f.rules.width_px * this.grow * (0.62 + (0.5 * p) / pieces) + extra);
          }
        }
      }
      for (const lake of this.sheet.features) if (lake.kind === "water" && this.shown(lake)) this.area(ctx, lake);
    }

    ways(ctx, ways) {
      const lines = [...ways].sort((a, b) => (WAY_ORDER[a.kind] ?? 2) - (WAY_ORDER[b.kind] ?? 2));
      for (const f of lines) {
        const { rules } = f, width = rules.width_px * this.grow;
        this.trace(ctx, f.flat, false);
        if (rules.case) this.stroke(ctx, this.colour(rules.case), width + 2 * rules.case_px);
        if (rules.pattern === "ticks") {
          this.stroke(ctx, this.colour("rail"), width + 0.8, [], 1, "butt");
          this.stroke(ctx, this.colour("rail_gap"), Math.max(0.8, width - 0.4), [7, 7]);
        } else if (rules.pattern === "dashes") {
          if (f.kind === "tunnel") this.stroke(ctx, this.colour("hill_2"), 9 * this.grow, [], 1, "butt");
          this.stroke(ctx, this.colour(rules.edge), width, f.kind === "tunnel" ? [8, 5] : [5, 5], 0.8);
        } else if (!rules.case) this.stroke(ctx, this.colour(rules.edge), width);
      }
      const inside = (kind) => { // fills come after all casings of a kind, so that crossings stay open
        for (const f of lines) if (f.kind === kind && f.rules.case) {
          this.trace(ctx, f.flat, false);
          this.stroke(ctx, this.colour(f.rules.edge), f.rules.width_px * this.grow);
        }
      };
      ["local_road", "arterial", "expressway"].forEach(inside);
      for (const f of lines) if (f.kind === "tunnel") { // the road goes below ground
        this.trace(ctx, f.flat, false);
        this.stroke(ctx, this.colour("hill_2"), (f.rules.width_px + 4) * this.grow, [], 1, "butt");
        this.stroke(ctx, this.colour(f.rules.edge), f.rules.width_px * this.grow, [8, 5], 0.8);
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

    chain(ctx, seen) {
      const stops = seen.filter((f) => f.number).sort((a, b) => a.number - b.number).map((f) => this.middle(f));
      if (stops.length < 2) return;
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
    }

    middle(f) {
      const run = f.flat[0];
      return [run[0] * this.k - this.ox, run[1] * this.k - this.oy];
    }

    /* Small marks come with their names; the numbered discs, gates and stations a good while before. */
    marked(f) {
      if (f.id === this.state.selected || f.id === this.state.focused) return true;
      if (f.number) return this.zoom >= 12.4;
      return this.zoom >= f.rules.zoom - (f.rules.mark === "dot" || f.rules.mark === "triangle" ? 0.2 : 1.6);
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
      } else {
        ctx.arc(x, y, 3.6, 0, 7);
        ctx.fillStyle = f.precision === "schematic" ? disc : ink;
        ctx.fill();
        this.stroke(ctx, chosen ? this.colour("lake") : ink, 1.4, f.precision === "schematic" ? [2, 1.6] : []);
      }
      if (chosen && shape !== "number") {
        ctx.beginPath();
        ctx.arc(x, y, 12, 0, 7);
        this.stroke(ctx, this.colour("lake"), this.sheet.style.selected);
      }
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

    names(ctx, seen, bounds) {
      const scale = this.zoom >= 12.8 ? "park" : this.zoom >= 10.8 ? "city" : "region";
      const taken = this.state.reserved();
      for (const f of seen) if (f.kind === "site" && this.zoom >= 13.4) {
        const [x, y] = this.heart(f);
        taken.push([x - 16, y - 16, x + 16, y + 16]);
      }
      for (const f of seen) if (f.shape === "point") {
        const [x, y] = this.middle(f), r = f.number ? 13 : f.rules.mark === "ring" || f.rules.mark === "square" ? 6 : 4;
        if (this.marked(f)) taken.push([x - r, y - r, x + r, y + r]);
      }
      this.labels = [];
      const wanted = [...seen].sort((a, b) => rank(a, this.state) - rank(b, this.state));
      for (const f of wanted) {
        const mine = f.id === this.state.selected;
        if (this.zoom < f.rules.zoom && !mine) continue;
        const anchor = f.labels[scale] || (mine || f.shape === "point" ? f.labels.park || null : null);
        const label = f.kind === "expressway" ? this.shield(ctx, f, anchor) : this.label(ctx, f, anchor, scale);
        if (!label) continue;
        const fits = (box) => !taken.some((t) => t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3]);
        const place = label.places.find((p) => fits(label.box(p)));
        if (!place) continue;
        taken.push(label.box(place));
        this.labels.push(f.id);
        label.draw(place);
      }
    }

    shield(ctx, f, anchor) {
      const words = brief(f.short[this.state.lang]), size = 12;
      const spot = this.spot(f, anchor);
      if (!spot) return null;
      ctx.font = `700 ${size}px ${FAMILY}`;
      const half = ctx.measureText(words).width / 2 + 5;
      return {
        places: [0, 64, -64, 128, -128].map((s) => [spot.point[0] + spot.dx * s, spot.point[1] + spot.dy * s]),
        box: ([x, y]) => [x - half - 2, y - 12, x + half + 2, y + 12],
        draw: ([x, y]) => {
          ctx.beginPath();
          ctx.roundRect(x - half, y - 9.5, half * 2, 19, 4);
          ctx.fillStyle = this.colour("shield");
          ctx.fill();
          this.stroke(ctx, this.colour("disc"), 1);
          this.text(ctx, words, x, y, size, 700, this.colour("shield_text"), "center", false);
        },
      };
    }

    /* The hand-set place when it can be seen, else the corner of the line nearest to the middle of the view. */
    spot(f, anchor) {
      const view = this.state.view();
      const inside = ([x, y]) => x > view[0] + 30 && x < view[2] - 30 && y > view[1] + 20 && y < view[3] - 20;
      if (anchor) {
        const near = nearest(f.flat[0], this.at(anchor), this);
        if (inside(near.point)) return near;
      }
      const middle = [(view[0] + view[2]) / 2, (view[1] + view[3]) / 2], near = nearest(f.flat[0], middle, this);
      return inside(near.point) ? near : null;
    }

    label(ctx, f, anchor, scale) {
      const { lang } = this.state, rules = f.rules, mine = f.id === this.state.selected;
      if (!anchor && f.shape !== "point") return null;
      if (f.shape === "line" && f.kind !== "tunnel") return this.wayName(ctx, f, anchor);
      const weight = mine ? 700 : rules.weight, size = rules.size_px;
      const colour = this.colour(mine ? "text" : f.text || "text");
      const lines = f.short[lang].split("\n").slice(0, 3).map((words) => ({ words: brief(words), size, weight, colour }));
      if (f.kind === "interchange" && lines.length > 1) lines.slice(1).forEach((line) => Object.assign(line, { weight: 400 }));
      if (f.note && scale === "park") lines.push({ words: f.note[lang], size: 12, weight: 400, colour });
      const other = f.short.en.replace("\n", " ");
      const wide = (f.box[2] - f.box[0]) * this.k, tall = (f.box[3] - f.box[1]) * this.k;
      if (lang === "zh" && f.shape === "polygon" && !f.note && this.zoom >= 13.9 && other !== f.short.zh) {
        ctx.font = `400 12px ${FAMILY}`;
        if (ctx.measureText(other).width < wide - 24 && tall > 76) lines.push({ words: other, size: 12, weight: 400, colour: this.colour("secondary") });
      }
      const spread = f.kind === "hill" && lang === "zh" && this.zoom >= 13 ? "6px" : "0px";
      let width = 0;
      for (const line of lines) {
        ctx.font = `${line.weight} ${line.size}px ${FAMILY}`;
        ctx.letterSpacing = line === lines[0] ? spread : "0px";
        width = Math.max(width, ctx.measureText(line.words).width);
      }
      ctx.letterSpacing = "0px";
      const height = lines.reduce((sum, line) => sum + line.size * 1.3, 0);
      const spots = f.shape === "point" ? this.besidePoint(f, anchor, width, height) : this.besideShape(f, anchor);
      return {
        places: spots,
        box: ([x, y, align]) => {
          const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
          return [left - 2, y - height / 2, left + width + 2, y + height / 2];
        },
        draw: ([x, y, align, target]) => {
          if (target) this.leader(ctx, align === "right" ? x + 6 : x - 6, y, target);
          let top = y - height / 2;
          for (const line of lines) {
            ctx.letterSpacing = line === lines[0] ? spread : "0px";
            this.text(ctx, line.words, x, top + line.size * 0.65, line.size, line.weight, line.colour, align);
            top += line.size * 1.3;
          }
          ctx.letterSpacing = "0px";
        },
      };
    }

    leader(ctx, from, y, target) {
      const colour = this.colour("gold_text");
      ctx.beginPath();
      ctx.moveTo(from, y);
      ctx.lineTo(target, y);
      this.stroke(ctx, colour, 1.2);
      ctx.beginPath();
      ctx.arc(target, y, 2.6, 0, 7);
      ctx.fillStyle = colour;
      ctx.fill();
    }

    besidePoint(f, anchor, width, height) {
      const [x, y] = this.middle(f), gap = f.number ? 17 : f.kind === "interchange" ? 12 : 9;
      const sides = [[x + gap, y, "left"], [x - gap, y, "right"], [x, y + gap + height / 2, "center"], [x, y - gap - height / 2, "center"]];
      if (f.number) return [sides[2], sides[0], sides[1], sides[3]];
      if (!anchor) return sides;
      const [ax, ay] = this.at(anchor), near = Math.abs(ax - x) < 3;
      const first = near ? [x, ay < y ? sides[3][1] : sides[2][1], "center"] : [ax > x ? x + gap : x - gap, y + clamp(ay - y, -height, height), ax > x ? "left" : "right"];
      return [first, ...sides];
    }

    besideShape(f, anchor) {
      const [x, y] = this.at(anchor);
      const left = f.box[0] * this.k - this.ox, right = f.box[2] * this.k - this.ox;
      if (x < left) return [[x, y, "right", f.kind === "site" ? left + 12 : 0], [x, y + 18, "right"], [x, y - 18, "right"]];
      if (x > right) return [[x, y, "left"], [x, y + 18, "left"]];
      return [0, 17, -17, 34, -34].map((dy) => [x, y + dy, "center"]);
    }

    wayName(ctx, f, anchor) {
      const words = brief(f.short[this.state.lang].replace("\n", " ")), colour = this.colour(f.text || "secondary");
      const target = this.at(anchor), near = this.spot(f, anchor) || nearest(f.flat[0], target, this);
      let angle = Math.atan2(near.dy, near.dx);
      if (angle > Math.PI / 2) angle -= Math.PI;
      if (angle <= -Math.PI / 2) angle += Math.PI;
      let nx = -near.dy, ny = near.dx;
      if ((target[0] - near.point[0]) * nx + (target[1] - near.point[1]) * ny < 0) { nx = -nx; ny = -ny; }
      const gap = f.rules.width_px * this.grow / 2 + 11;
      ctx.font = `400 13px ${FAMILY}`;
      const w = ctx.measureText(words).width, sin = Math.abs(Math.sin(angle)), cos = Math.abs(Math.cos(angle));
      const half = [(w * cos + 16 * sin) / 2, (w * sin + 16 * cos) / 2];
      const [px, py] = near.point;
      return {
        places: [0, 70, -70, 140, -140].map((s) => [px + nx * gap + near.dx * s, py + ny * gap + near.dy * s]),
        box: ([x, y]) => [x - half[0], y - half[1], x + half[0], y + half[1]],
        draw: ([x, y]) => {
          ctx.save();
          ctx.translate(x, y);
          ctx.rotate(angle);
          this.text(ctx, words, 0, 0, 13, 400, colour);
          ctx.restore();
        },
      };
    }
  }

  /* The list and the card tell a name of any length in full; the map tells its beginning. */
  function brief(words) {
    const letters = Array.from(words);
    return letters.length > 28 ? `${letters.slice(0, 27).join("")}…` : words;
  }

  function rank(f, state) {
    return f.id === state.selected ? -1 : f.rules.rank;
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

  return { Sheet, Painter, nearest, contains, flatten, area, clamp, FAMILY };
})();
