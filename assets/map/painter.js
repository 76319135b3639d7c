/* Draws the features of the park on one canvas, pane after pane. Data in, pixels out; marks come from marks.js, names from names.js. */
"use strict";

Ink.Painter = (() => {
  const WAY_ORDER = { hsr_link: 0, railway: 1, local_road: 2, arterial: 3, tunnel: 4, expressway: 5 };
  const { clamp } = Ink;

  /* Whether a box covers at least half of another. */
  const covers = ([left, top, right, bottom], { min, max }) => {
    const wide = Math.min(right, max.x) - Math.max(left, min.x), high = Math.min(bottom, max.y) - Math.max(top, min.y);
    return wide > 0 && high > 0 && wide * high * 2 >= (max.x - min.x) * (max.y - min.y);
  };

  class Painter extends Ink.Marker {
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
  }

  return Painter;
})();
