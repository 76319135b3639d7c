/* Places the names: each at its hand-set place for the scale, none over another, the important ones first; then writes them. */
"use strict";

Ink.Namer = (() => {
  const { FAMILY, brief, clamp, nearest } = Ink;

  class Namer extends Ink.Painter {
    names(ctx, seen, bounds, covered) {
      const scale = this.zoom >= 12.8 ? "park" : this.zoom >= 10.8 ? "city" : "region";
      const taken = [...this.state.reserved(), ...covered];
      for (const f of seen) if (f.kind === "site" && this.zoom >= 13.4) {
        const [x, y] = this.heart(f);
        taken.push([x - 16, y - 16, x + 16, y + 16]);
      }
      for (const f of seen) if (f.shape === "point") {
        const [x, y] = this.middle(f), r = f.number ? 13 : f.rules.mark === "ring" || f.rules.mark === "square" ? 6 : 4;
        if (this.marked(f)) taken.push([x - r, y - r, x + r, y + r]);
      }
      this.labels = [];
      this.written = [];
      const drawn = [];
      const size = this.map.getSize(), { right } = this.state.inset, a = this.map.containerPointToLayerPoint([0, 0]);
      const frame = [a.x + 4, a.y + 4, a.x + size.x - right - 4, a.y + size.y - 4];
      const inside = (box) => box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
      const fits = (box) => inside(box) && !taken.some((t) => t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3]);
      const wanted = [...seen].sort((a, b) => rank(a, this.state) - rank(b, this.state));
      for (const f of wanted) {
        const mine = f.id === this.state.selected;
        if (this.zoom < f.rules.zoom - (f.shape === "point" && f.scale === "region" ? 0.4 : 0) && !mine) continue;
        const anchor = f.labels[scale] || (mine || f.shape === "point" ? f.labels.park || null : null);
        const label = f.kind === "expressway" ? this.shield(ctx, f, anchor) : this.label(ctx, f, anchor, scale);
        if (!label) continue;
        const place = label.places.find((p) => fits(label.box(p)));
        if (!place) continue;
        taken.push(label.box(place));
        this.written.push(label.box(place));
        this.labels.push(f.id);
        drawn.push(() => label.draw(place));
      }
      let told = false; // the first that finds room says from where
      for (const ring of this.ringLabels) {
        ctx.font = `400 12px ${FAMILY}`;
        const words = told ? ring.words : ring.first, half = ctx.measureText(words).width / 2 + 3, boxAt = ([x, y]) => [x - half, y - 9, x + half, y + 9];
        const place = ring.places.find((p) => fits(boxAt(p)));
        if (!place) continue;
        taken.push(boxAt(place));
        told = true;
        drawn.push(() => this.text(ctx, words, ...place, 12, 400, this.colour("secondary")));
      }
      return () => {
        for (const draw of drawn) draw();
        this.world.each("label", ctx, bounds, fits, taken);
      };
    }

    shield(ctx, f, anchor) {
      const words = brief(f.short[this.state.lang]), size = 12;
      const spot = this.spot(f, anchor);
      if (!spot) return null;
      ctx.font = `700 ${size}px ${FAMILY}`;
      const half = ctx.measureText(words).width / 2 + 5;
      return {
        places: [0, 64, -64, 128, -128].map((s) => [spot.point[0] + spot.dx * s, spot.point[1] + spot.dy * s])
          .filter((place) => nearest(f.flat[0], place, this).far < 6),
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
      const far = scale !== "park" && this.sheet.distances[f.id];
      if (far) lines.push({ words: far[lang], size: 12, weight: 400, colour: this.colour("secondary") });
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
      const spots = f.shape === "point" ? this.besidePoint(f, anchor, width, height) : this.besideShape(f, anchor, width);
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
      const [x, y] = this.middle(f), gap = f.number ? 17 : f.id === this.state.selected ? 18 : f.kind === "interchange" ? 12 : 9;
      const sides = [[x + gap, y, "left"], [x - gap, y, "right"], [x, y + gap + height / 2, "center"], [x, y - gap - height / 2, "center"]];
      if (f.number) return [sides[2], sides[0], sides[1], sides[3]];
      if (!anchor) return sides;
      const [ax, ay] = this.at(anchor), near = Math.abs(ax - x) < 3;
      const first = near ? [x, ay < y ? sides[3][1] : sides[2][1], "center"] : [ax > x ? x + gap : x - gap, y + clamp(ay - y, -height, height), ax > x ? "left" : "right"];
      return [first, ...sides];
    }

    besideShape(f, anchor, width) {
      const { map, k, ox, oy } = this, size = map.getSize(), a = map.containerPointToLayerPoint([0, 0]), inset = this.state.inset;
      const seen = [a.x + inset.left, a.y, a.x + size.x - inset.right, a.y + size.y];
      const box = [f.box[0] * k - ox, f.box[1] * k - oy, f.box[2] * k - ox, f.box[3] * k - oy];
      const cut = [Math.max(box[0], seen[0]), Math.max(box[1], seen[1]), Math.min(box[2], seen[2]), Math.min(box[3], seen[3])];
      const middle = [(cut[0] + cut[2]) / 2, (cut[1] + cut[3]) / 2]; // of what is seen, when the own place is not
      const ends = [-0.5, 0, 0.5].map((share) => [middle[0] + share * width, middle[1]]);
      const spare = cut[3] - cut[1] > 60 && ends.every((end) => Ink.within(f, end, this)) ? [[...middle, "center"]] : [];
      if (box[2] - box[0] < 70 && f.kind !== "hill") spare.push([box[0] - 8, (box[1] + box[3]) / 2, "right"], [box[2] + 8, (box[1] + box[3]) / 2, "left"]);
      const [x, y] = this.at(anchor);
      const left = f.box[0] * this.k - this.ox, right = f.box[2] * this.k - this.ox;
      if (x < left) return [[x, y, "right", f.kind === "site" ? left + 12 : 0], [x, y + 18, "right"], [x, y - 18, "right"], ...spare];
      if (x > right) return [[x, y, "left"], [x, y + 18, "left"], ...spare];
      return [...[0, 17, -17, 34, -34].map((dy) => [x, y + dy, "center"]), ...spare];
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

  function rank(f, state) {
    return f.id === state.selected ? -1 : f.rules.rank;
  }

  return Namer;
})();
