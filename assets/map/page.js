/* The map page itself: what the window may ask of it, and how it starts. */
"use strict";

(() => {
  const { world } = Park, { map, state, park, calm, fit, boundsOf, tell } = world;

  function wear(theme) {
    state.theme = theme === "dark" ? "dark" : "light";
    const names = world.sheet.tokens[state.theme], root = document.documentElement.style;
    const paint = {
      panel: names.panel, text: names.text, secondary: names.secondary, rule: names.rule, brand: names.brand,
      paper: world.painter.colour("paper"), hover: names.hover, wash: names.wash, gold: names.gold, "on-brand": names.on_brand,
      shadow: state.theme === "dark" ? "rgba(0, 0, 0, 0.4)" : "rgba(16, 36, 47, 0.12)",
    };
    for (const [name, value] of Object.entries(paint)) root.setProperty(`--${name}`, value);
  }

  function drawChain() {
    if (calm) return;
    const start = performance.now();
    let hurried = false;
    map.once("movestart", () => { hurried = true; }); // a hand on the map is worth more than an ornament
    const step = (now) => {
      state.chain = hurried ? 1 : Math.min(1, (now - start) / 1100);
      if (world.ink) world.ink.redraw();
      if (state.chain < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  let homing = false; // all other ways to move the map are somebody's wish, and are kept
  map.on("movestart", () => { state.moved = !homing; });

  Object.assign(park, {
    show(id) {
      const f = id ? world.find(id) : null;
      state.selected = f ? f.id : null;
      if (f) {
        if (f.layer !== "ground") state.layers.add(f.layer);
        const span = f.shape === "point" && f.scale === "region" ? 0.05 : 0.008, middle = boundsOf(f).getCenter();
        const around = L.latLngBounds([middle.lat - span, middle.lng - span], [middle.lat + span, middle.lng + span]);
        const { moved } = state; // this flight is nobody's wish for another place: with its card gone, the map goes home
        fit(boundsOf(f).extend(around), 14.1, true); // never so close that the neighbours are lost
        state.moved = moved;
        state.flown = true;
      }
      world.redraw();
    },
    mark(id) {
      state.selected = id && world.find(id) ? id : null;
      world.redraw();
    },
    home(animate = true) {
      const spots = world.sheet.features.filter((f) => f.kind === "park_outline" || f.kind === "site");
      const bounds = spots.reduce((all, f) => all.extend(boundsOf(f)), L.latLngBounds([]));
      if (!bounds.isValid()) return;
      homing = true;
      fit(bounds.extend([36.6637, 101.7456]), 14.5, animate);
      homing = false;
      state.moved = state.flown = false; // also where the map lay there already
    },
    zoom(step) {
      map.setZoom(map.getZoom() + 0.75 * step, { animate: !calm });
    },
    setView(view) {
      const [lat, lon, zoom] = typeof view === "string" ? JSON.parse(view) : view;
      if ([lat, lon, zoom].every(Number.isFinite)) map.setView([lat, lon], zoom, { animate: false });
    },
    setLanguage(lang) {
      state.lang = lang === "en" ? "en" : "zh";
      document.documentElement.lang = state.lang;
      world.dress();
    },
    setTheme(theme) {
      wear(theme);
      world.dress();
    },
    /* All that a window asks for at first, in one: each alone would draw the map anew. */
    begin({ theme, lang, layers, inset, view }) {
      world.held = true;
      wear(theme);
      park.setLanguage(lang);
      park.setInset(inset);
      park.setLayers(layers);
      if (view) park.setView(view);
      world.held = false;
      world.dress();
    },
    setLayers(shown) {
      const before = state.layers.has("chain");
      state.layers = new Set(Array.isArray(shown) ? shown : Object.keys(shown).filter((name) => shown[name]));
      if (!before && state.layers.has("chain") && world.ink) drawChain();
      world.dress();
    },
    setInset(inset) {
      const given = typeof inset === "number" ? { right: inset } : inset || {};
      state.inset = {
        left: Number(given.left ?? state.inset.left) || 0, right: Number(given.right) || 0,
        top: Number(given.top) || 0, bottom: Number(given.bottom) || 0, covers: given.covers || [],
      };
      if (!state.moved && !state.selected) park.home(state.flown);
      world.each("inset");
      world.redraw();
    },
    counts() {
      const { sheet, painter } = world;
      return Object.assign({
        features: sheet ? sheet.features.length : 0,
        drawn: sheet ? sheet.features.filter((f) => painter.shown(f)).length : 0,
        labels: painter ? painter.labels.length : 0,
      }, ...world.each("counts"));
    },
    state() {
      const { lang, theme, layers, selected, focused } = state;
      return Object.assign({ lang, theme, layers: [...layers], selected, focused }, ...world.each("state"));
    },
    pointOf(id) { // where a thing is on the page, in pixels: for tests and tours
      const f = world.find(id);
      if (!f) return null;
      const p = map.latLngToContainerPoint(f.shape === "point" ? [f.runs[0][0], f.runs[0][1]] : boundsOf(f).getCenter());
      return [p.x, p.y];
    },
  });

  function listen() {
    map.on("moveend", () => {
      world.each("settled");
      world.redraw();
      const c = map.getCenter();
      tell("viewMoved", JSON.stringify([Number(c.lat.toFixed(5)), Number(c.lng.toFixed(5)), map.getZoom()]));
    });
    map.on("resize", () => { if (!state.moved && !state.selected) park.home(false); });
    document.fonts.addEventListener("loadingdone", world.redraw);
  }

  function connect() {
    return new Promise((done) => {
      if (typeof qt === "undefined" || !qt.webChannelTransport) return done();
      new QWebChannel(qt.webChannelTransport, (channel) => {
        world.bridge = channel.objects.bridge || null;
        done();
      });
    });
  }

  async function load() { // a page that is taken away carries its data in itself
    const held = document.getElementById("park-data");
    return held ? JSON.parse(held.textContent) : (await fetch("park://app/content.json")).json();
  }

  async function start() {
    const words = "园区Park", face = '"Park Sans SC"'; // asked for first: they take longest, and nothing is drawn without
    const fonts = Promise.all([400, 500, 700].map((weight) => document.fonts.load(`${weight} 13px ${face}`, words)));
    const connected = connect(), sheet = await load();
    world.sheet = sheet;
    world.byId = new Map(sheet.features.map((f) => [f.id, f]));
    state.layers = new Set(Object.keys(sheet.layers).filter((name) => sheet.layers[name]));
    world.painter = new Ink.Namer(map, sheet, state, world);
    await Promise.race([fonts, new Promise((late) => setTimeout(late, 600))]).catch(() => undefined);
    Park.join();
    park.home(false);
    world.ink = new Ink.Sheet((ctx, bounds) => world.painter.paint(ctx, bounds), { pane: "park-labels" });
    park.setTheme(state.theme); // what floats first: names keep out of its way
    world.ink.addTo(map);
    listen();
    await connected;
    tell("ready", sheet.features.length);
    world.each("ready");
    setTimeout(drawChain, 250); // ornament: what the window asks for first goes before it
  }

  start();
})();
