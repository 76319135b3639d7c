/* The world of the map page: what every part shares, and how a part joins in.

   A part is a file that calls Park.part((world) => ({ verbs, … })). Its verbs can be asked for as window.park.…; the other
   names it may return are called when something happens: click(event), told(verb, values), dress(), redraw(), settled(),
   covers(ctx, bounds), paint(ctx, bounds), offer(point, offer), reserved(), ready(). Names of things only ever become text: they are drawn on a
   canvas or set as textContent. */
"use strict";

const Park = (() => {
  const map = window.map_park, makers = [];
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const state = {
    lang: "zh", theme: "light", layers: new Set(), selected: null, focused: null, chain: calm ? 1 : 0,
    inset: { left: 328, right: 0, top: 0, bottom: 0, covers: [] }, moved: false, flown: false,
  };
  const world = {
    map, state, calm, HIT: 22, park: {}, parts: [], byId: new Map(), sheet: null, painter: null, ink: null, bridge: null,
  };

  world.make = (tag, name, parent) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    (parent || document.body).append(node);
    return node;
  };
  world.say = (text) => (text ? text[state.lang] || text.zh || text.en : "");
  world.word = (key) => world.say(world.sheet.words[key]);
  world.tell = (verb, ...values) => {
    for (const part of world.parts) if (part.told) part.told(verb, values);
    const { bridge } = world;
    if (bridge && typeof bridge[verb] === "function") bridge[verb](...values);
  };
  world.each = (hook, ...values) => world.parts.flatMap((part) => (part[hook] ? part[hook](...values) ?? [] : []));
  world.hasCard = (f) => Boolean(f.record); // what has none takes no tap
  world.find = (id) => world.byId.get(id) || world.each("thing", id)[0] || null;

  world.layerBox = (left, top, right, bottom) => {
    const a = map.containerPointToLayerPoint([left, top]), b = map.containerPointToLayerPoint([right, bottom]);
    return [a.x, a.y, b.x, b.y];
  };
  world.boxOf = (node, air = 4) => {
    const box = node.getBoundingClientRect();
    return world.layerBox(box.left - air, box.top - air, box.right + air, box.bottom + air);
  };
  /* What is seen between the panels, in pixels of the layer. */
  state.view = () => {
    const size = map.getSize();
    return world.layerBox(state.inset.left, state.inset.top, size.x - state.inset.right, size.y - state.inset.bottom);
  };
  state.reserved = () => [...state.inset.covers.map((box) => world.layerBox(...box)), ...world.each("reserved")];

  world.boundsOf = (f) => {
    const spots = [];
    for (const run of f.runs) for (let i = 0; i < run.length; i += 2) spots.push([run[i], run[i + 1]]);
    return L.latLngBounds(spots);
  };
  let unfitted = null; // what was to be shown while the page had no room for it: it is not seen yet
  map.on("resize", () => {
    if (!unfitted) return;
    const [bounds, most] = unfitted;
    unfitted = null;
    world.fit(bounds, most, false);
    world.redraw();
  });
  world.fit = (bounds, most, animate) => {
    const { left, top, right, bottom } = state.inset, size = map.getSize();
    if (size.x < left + right + 100 || size.y < top + bottom + 180) {
      unfitted = [bounds, most];
      return;
    }
    const options = { paddingTopLeft: [left + 24, top + 40], paddingBottomRight: [right + 24, bottom + 84], maxZoom: most };
    if (animate && !calm) map.flyToBounds(bounds, { ...options, duration: 0.5 });
    else map.fitBounds(bounds, { ...options, animate: false });
  };
  world.redraw = () => {
    if (world.held) return;
    world.each("redraw"); // what floats first: names keep out of its way
    if (world.ink) world.ink.redraw();
  };
  world.dress = () => {
    if (!world.ink || world.held) return;
    world.each("dress");
    world.redraw();
  };

  const join = () => {
    for (const make of makers) {
      const part = make(world) || {};
      world.parts.push(part);
      Object.assign(world.park, part.verbs);
    }
  };
  window.park = world.park;
  return { world, join, part: (make) => makers.push(make) };
})();
