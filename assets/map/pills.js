/* Numbered places outside the view wait as pills at that edge. */
"use strict";

Park.part((world) => {
  const { map, state, make, say, word } = world, EDGE = 16;
  let pills = [];

  function place() {
    pills.forEach((pill) => pill.remove());
    pills = [];
    if (!state.layers.has("chain") || map.getZoom() < 12.5) return;
    const size = map.getSize(), left = state.inset.left + EDGE, right = size.x - state.inset.right - EDGE;
    const top = EDGE, bottom = size.y - 44 - 2 * EDGE - 44;
    const origin = map.containerPointToLayerPoint([0, 0]);
    const blocked = state.reserved().map(([a, b, c, d]) => [a - origin.x - 4, b - origin.y - 4, c - origin.x + 4, d - origin.y + 4]);
    const waiting = { north: [], south: [], west: [], east: [] };
    for (const f of world.sheet.features) {
      if (!f.number) continue;
      const p = map.latLngToContainerPoint([f.runs[0][0], f.runs[0][1]]);
      const side = p.y < 0 ? "north" : p.y > size.y ? "south" : p.x < 0 ? "west" : p.x > size.x - state.inset.right + 14 ? "east" : null;
      if (side) waiting[side].push({ f, p });
    }
    for (const [side, list] of Object.entries(waiting)) {
      const upright = side === "west" || side === "east";
      list.sort((a, b) => (upright ? a.p.y - b.p.y : a.p.x - b.p.x));
      for (const { f, p } of list) {
        const pill = build(f, side, list.length > 2), { width, height } = pill.getBoundingClientRect();
        const edge = { north: top, south: bottom, west: left, east: right - width }[side], inward = side === "north" || side === "west" ? 1 : -1;
        const wish = upright ? p.y - height / 2 : p.x - width / 2;
        const [first, last] = upright ? [top, bottom - height] : [left, right - width];
        const [x, y] = settle({ edge, inward, wish, first, last, upright, width, height }, blocked);
        pill.style.left = `${x}px`;
        pill.style.top = `${y}px`;
        blocked.push([x - 8, y - 8, x + width + 8, y + height + 8]);
      }
    }
  }

  /* Along its edge as near to its place as what floats there allows; else a step further in. */
  function settle({ edge, inward, wish, first, last, upright, width, height }, blocked) {
    const start = Math.max(first, Math.min(wish, last)), along = [start];
    for (let step = 8; step <= last - first; step += 8) along.push(...[start + step, start - step].filter((at) => at >= first && at <= last));
    const free = ([x, y]) => !blocked.some(([a, b, c, d]) => a < x + width && x < c && b < y + height && y < d);
    const spots = [0, 44, 88, 132].flatMap((deep) => along.map((at) => (upright ? [edge + inward * deep, at] : [at, edge + inward * deep])));
    return spots.find(free) || spots[0];
  }

  function build(f, side, small) {
    const pill = make("button", "float pill");
    pill.type = "button";
    make("span", `arrow ${side}`, pill);
    make("span", "number", pill).textContent = String(f.number);
    if (!small) make("span", "word", pill).textContent = say(f.short).replace("\n", " ");
    pill.setAttribute("aria-label", `${say(f.name)}, ${word("OUT_OF_VIEW")}`);
    pill.addEventListener("click", () => {
      if (!world.each("pick", f).length) world.choose(f);
    });
    pills.push(pill);
    return pill;
  }

  /* They wait at the edges once the first picture stands; then names make way for them. */
  let begun = false;
  function begin() {
    setTimeout(() => {
      begun = true;
      world.redraw();
    }, 60);
  }

  return {
    ready: begin, redraw: () => begun && place(), reserved: () => pills.map((pill) => world.boxOf(pill)),
    counts: () => ({ pills: pills.length }),
  };
});
