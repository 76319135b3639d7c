/* Firms on the map: any number of small points, gathered into discs with a count until there is room for each. */
"use strict";

Park.part((world) => {
  const { map, state, say, HIT } = world, CELL = 64, APART = 16, NAMED = 15.5, MOST_NAMES = 60, MOST_LISTED = 300;
  const { ids, names, precisions, precision: [one = "placed"], at } = world.sheet.points, flat = Ink.flatten(at), groups = new Map();
  let where = null, last = "", pending = "", turn = 0;

  const on = () => state.layers.has("enterprises") || !("enterprises" in world.sheet.layers);
  const nameOf = (i) => (typeof names[i] === "string" ? { zh: names[i], en: names[i] } : names[i]);
  const index = () => (where ||= new Map(ids.map((id, i) => [id, i])));
  const apart = () => map.getZoom() >= APART;

  /* Points of one square of the screen at a whole zoom, with the ground they cover; made once for each zoom. */
  function gathered() {
    const zoom = Math.floor(map.getZoom());
    if (!groups.has(zoom)) {
      const k = 2 ** zoom / CELL, cells = new Map();
      for (let i = 0; i < ids.length; i++) {
        const x = flat[2 * i], y = flat[2 * i + 1], key = Math.floor(x * k) * 1e7 + Math.floor(y * k);
        const cell = cells.get(key);
        if (cell) {
          cell.count++;
          cell.x += x;
          cell.y += y;
          cell.box = [Math.min(cell.box[0], x), Math.min(cell.box[1], y), Math.max(cell.box[2], x), Math.max(cell.box[3], y)];
        } else cells.set(key, { first: i, count: 1, x, y, box: [x, y, x, y] });
      }
      groups.set(zoom, [...cells.values()].map((cell) => ({ ...cell, x: cell.x / cell.count, y: cell.y / cell.count })));
    }
    return groups.get(zoom);
  }

  const radius = (count) => 11 + 3.2 * Math.log10(count);

  /* What the discs take, so that no name lies under one. */
  function covers(ctx) {
    if (!on() || !ids.length) return [];
    const { k, ox, oy } = world.painter, discs = apart() ? [] : gathered().filter((group) => group.count > 1), mine = chosen(ctx);
    const boxes = discs.map((group) => {
      const x = group.x * k - ox, y = group.y * k - oy, r = radius(group.count);
      return [x - r, y - r, x + r, y + r];
    });
    return mine ? [...boxes, mine.box, [mine.x - 14, mine.y - 14, mine.x + 14, mine.y + 14]] : boxes;
  }

  /* The one that was chosen, and where its name stands: at every scale, on the side where there is room. */
  function chosen(ctx) {
    const i = index().get(state.selected) ?? index().get(state.focused);
    if (i === undefined) return null;
    const { k, ox, oy } = world.painter, x = flat[2 * i] * k - ox, y = flat[2 * i + 1] * k - oy, words = Ink.brief(say(nameOf(i)));
    ctx.font = `700 13px ${Ink.FAMILY}`;
    const wide = ctx.measureText(words).width, left = x + 22 + wide > state.view()[2];
    return { i, x, y, words, left, box: left ? [x - 20 - wide, y - 10, x - 14, y + 10] : [x + 14, y - 10, x + 20 + wide, y + 10] };
  }

  function paint(ctx, { min, max }) {
    if (!on() || !ids.length) return;
    const { painter } = world, { k, ox, oy } = painter;
    const seen = (x, y, air) => x >= min.x - air && x <= max.x + air && y >= min.y - air && y <= max.y + air;
    ctx.globalAlpha = state.selected && !index().has(state.selected) ? 0.55 : 1;
    if (apart()) {
      for (let i = 0; i < ids.length; i++) {
        const x = flat[2 * i] * k - ox, y = flat[2 * i + 1] * k - oy;
        if (seen(x, y, 8)) single(ctx, i, x, y);
      }
    } else {
      for (const group of gathered()) {
        const x = group.x * k - ox, y = group.y * k - oy;
        if (!seen(x, y, 24)) continue;
        if (group.count === 1) single(ctx, group.first, x, y);
        else disc(ctx, group.count, x, y);
      }
    }
    ctx.globalAlpha = 1;
    const mine = chosen(ctx);
    if (!mine) return;
    ctx.beginPath();
    ctx.arc(mine.x, mine.y, 12, 0, 7);
    painter.stroke(ctx, painter.colour("lake"), world.sheet.style.selected);
    single(ctx, mine.i, mine.x, mine.y);
    painter.text(ctx, mine.words, mine.left ? mine.x - 17 : mine.x + 17, mine.y, 13, 700, painter.colour("text"), mine.left ? "right" : "left");
  }

  function single(ctx, i, x, y) {
    world.painter.dot(ctx, x, y, precisions[i] || one);
  }

  function disc(ctx, count, x, y) {
    const { painter } = world, r = radius(count);
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 7);
    ctx.fillStyle = painter.colour("disc");
    ctx.fill();
    painter.stroke(ctx, painter.colour("lake"), 1.6);
    painter.text(ctx, count > 9999 ? `${Math.floor(count / 1000)}k` : String(count), x, y, 12, 700, painter.colour("lake"), "center", false);
  }

  /* Names beside single points where there is room, after all other names. */
  function label(ctx, bounds, fits, taken) {
    if (!on() || map.getZoom() < NAMED) return;
    const { painter } = world, { k, ox, oy } = painter, { min, max } = bounds;
    let written = 0;
    for (let i = 0; i < ids.length && written < MOST_NAMES; i++) {
      const x = flat[2 * i] * k - ox, y = flat[2 * i + 1] * k - oy;
      if (x < min.x || x > max.x || y < min.y || y > max.y || ids[i] === state.selected || ids[i] === state.focused) continue;
      const words = Ink.brief(say(nameOf(i)));
      ctx.font = `400 12px ${Ink.FAMILY}`;
      const wide = ctx.measureText(words).width, box = [x + 8, y - 8, x + 12 + wide, y + 8];
      if (!fits(box)) continue;
      taken.push(box);
      written++;
      painter.text(ctx, words, x + 10, y, 12, 400, painter.colour("text"), "left");
    }
  }

  const thing = (i) => ({
    id: ids[i], shape: "point", kind: "enterprise", layer: "enterprises", name: nameOf(i), short: nameOf(i), scale: "park",
    precision: precisions[i] || one, runs: [latlng(i)], flat: [flat.subarray(2 * i, 2 * i + 2)], rules: world.sheet.looks.enterprise,
    labels: {}, box: [flat[2 * i], flat[2 * i + 1], flat[2 * i], flat[2 * i + 1]],
  });
  const latlng = (i) => {
    const p = map.unproject([flat[2 * i], flat[2 * i + 1]], 0);
    return [p.lat, p.lng];
  };

  function offer([px, py], offers) {
    if (!on() || !ids.length) return;
    const { k, ox, oy } = world.painter, far = (x, y) => Math.hypot(x * k - ox - px, y * k - oy - py);
    if (!apart()) {
      for (const group of gathered()) {
        const off = far(group.x, group.y);
        if (off > HIT) continue;
        offers(group.count === 1 ? thing(group.first) : { group, shape: "dots" }, off, 2);
      }
      return;
    }
    const near = [];
    for (let i = 0; i < ids.length; i++) {
      const off = far(flat[2 * i], flat[2 * i + 1]);
      if (off <= HIT) near.push([off, i]);
    }
    if (!near.length) return;
    near.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const same = near.filter(([off]) => off < near[0][0] + 1); // on one spot: each tap shows the next of them
    const key = same.map(([, i]) => i).join();
    offers(thing(same[key === last ? turn % same.length : 0][1]), near[0][0], 2);
    pending = key;
  }

  function open({ group }) {
    const a = map.unproject(group.box.slice(0, 2), 0), b = map.unproject(group.box.slice(2), 0);
    const bounds = L.latLngBounds([a, b]).pad(0.3), zoom = map.getZoom();
    world.fit(bounds, Math.max(APART, zoom + 0.5), true);
    if (map.getBoundsZoom(bounds) <= zoom + 0.25) map.setView(map.unproject([group.x, group.y], 0), Math.min(17, zoom + 2), { animate: !world.calm });
  }

  return {
    covers, paint, label, offer, open,
    thing: (id) => (index().has(id) ? [thing(index().get(id))] : []),
    things: () => (on() && ids.length <= MOST_LISTED ? ids.map((_, i) => thing(i)) : []),
    told(verb) {
      if (verb !== "featureTapped") return;
      turn = pending === last ? turn + 1 : 1;
      last = pending;
      pending = "";
    },
    counts: () => ({
      points: apart() ? ids.length : ids.length ? gathered().reduce((sum, group) => sum + group.count, 0) : 0,
      groups: ids.length && !apart() ? gathered().filter((group) => group.count > 1).length : 0,
    }),
  };
});
