/* The marks of points and what joins them: discs, rings, the lotus, the golden line of the stages, the focus. */
"use strict";

Ink.Marker = (() => {
  class Marker extends Ink.Brush {
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
  }

  return Marker;
})();
