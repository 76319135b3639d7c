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
      let free = upright ? top + 52 : left;
      for (const { f, p } of list) {
        const pill = build(f, side, list.length > 2);
        const box = pill.getBoundingClientRect(), room = upright ? box.height : box.width;
        const wish = upright ? p.y - box.height / 2 : p.x - box.width / 2;
        const last = upright ? bottom - room : right - 60 - room;
        const at = Math.max(free, Math.min(wish, last));
        pill.style.left = `${upright ? (side === "west" ? left : right - box.width - (at < (state.corner || 250) ? 60 : 0)) : at}px`;
        pill.style.top = `${upright ? at : side === "north" ? top : bottom}px`;
        free = at + room + 8;
      }
    }
  }

  function build(f, side, small) {
    const pill = make("button", "float pill");
    pill.type = "button";
    make("span", `arrow ${side}`, pill);
    make("span", "number", pill).textContent = String(f.number);
    if (!small) make("span", "word", pill).textContent = say(f.short).replace("\n", " ");
    pill.setAttribute("aria-label", `${say(f.name)}, ${word("OUT_OF_VIEW")}`);
    pill.addEventListener("click", () => world.choose(f));
    pills.push(pill);
    return pill;
  }

  /* They wait at the edges once the first picture stands. */
  let begun = false;
  function begin() {
    setTimeout(() => {
      begun = true;
      place();
    }, 60);
  }

  return { ready: begin, redraw: () => begun && place(), counts: () => ({ pills: pills.length }) };
});
