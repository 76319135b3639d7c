/* The map page: what it can be asked (park.…), what it tells (bridge.…), and what floats over the map. Names only ever
   become text: they are drawn on a canvas or set as textContent. */
"use strict";

(() => {
  const map = window.map_park, HIT = 22, EDGE = 16;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const state = {
    lang: "zh", theme: "light", layers: new Set(), selected: null, focused: null, chain: calm ? 1 : 0,
    inset: { left: 328, right: 0 }, moved: false,
  };
  let sheet = null, painter = null, ink = null, dots = null, bridge = null, byId = new Map();
  const parts = {};

  const make = (tag, name, parent) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    (parent || document.body).append(node);
    return node;
  };
  const say = (text) => (text ? text[state.lang] || text.zh || text.en : "");
  const word = (key) => say(sheet.words[key]);
  const tell = (verb, ...values) => { if (bridge && typeof bridge[verb] === "function") bridge[verb](...values); };
  const layerBox = (left, top, right, bottom) => {
    const a = map.containerPointToLayerPoint([left, top]), b = map.containerPointToLayerPoint([right, bottom]);
    return [a.x, a.y, b.x, b.y];
  };

  /* What is seen between the panels, in pixels of the layer. */
  state.view = () => {
    const size = map.getSize();
    return layerBox(state.inset.left, 0, size.x - state.inset.right, size.y);
  };
  state.reserved = () => [parts.bar, parts.credit].filter(Boolean).map((node) => {
    const box = node.getBoundingClientRect();
    return layerBox(box.left - 4, box.top - 4, box.right + 4, box.bottom + 4);
  });

  function redraw() {
    if (ink) ink.redraw();
    placePills();
  }

  /* ---- the bar: precision, scale ---- */
  function buildFloats() {
    parts.credit = make("div", "credit");
    parts.bar = make("div", "float bar");
    parts.keys = {};
    for (const key of ["surveyed", "address", "schematic", "planned"]) {
      const box = make("div", "key", parts.bar);
      parts.keys[key] = { canvas: make("canvas", "", box), text: make("span", "", box) };
    }
    make("div", "rule", parts.bar);
    const scale = make("div", "scale", parts.bar);
    parts.scale = { canvas: make("canvas", "", scale), text: make("span", "", scale) };
    parts.things = make("ul", "things");
    map.getContainer().before(parts.things);
    L.DomEvent.disableClickPropagation(parts.bar);
  }

  function sized(canvas, width, height) {
    const ratio = window.devicePixelRatio || 1, ctx = canvas.getContext("2d");
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    return ctx;
  }

  function drawKeys() {
    const colour = (name) => painter.colour(name);
    const box = (key, fill, edge) => {
      const ctx = sized(parts.keys[key].canvas, 24, 16);
      ctx.beginPath();
      ctx.roundRect(1.5, 1.5, 21, 13, 2);
      ctx.globalAlpha = 0.22;
      ctx.fillStyle = colour(fill);
      ctx.fill();
      painter.stroke(ctx, colour(edge), 1.6, [4, 2.6]);
    };
    let ctx = sized(parts.keys.surveyed.canvas, 24, 16);
    ctx.beginPath();
    ctx.moveTo(1, 8);
    ctx.lineTo(23, 8);
    painter.stroke(ctx, colour("expressway_case"), 6);
    painter.stroke(ctx, colour("expressway"), 4);
    ctx = sized(parts.keys.address.canvas, 10, 16);
    ctx.beginPath();
    ctx.arc(5, 8, 3.6, 0, 7);
    ctx.fillStyle = colour("text");
    ctx.fill();
    box("schematic", "grass", "grass");
    box("planned", "gold", "gold");
    for (const key of ["surveyed", "address", "schematic"]) parts.keys[key].text.textContent = say(sheet.words.precision[key]);
    parts.keys.planned.text.textContent = word("PLANNED");
  }

  function drawScale() {
    const metres = (40075016.7 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (256 * 2 ** map.getZoom());
    const lengths = [50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000];
    const length = lengths.filter((m) => m / metres <= 200).pop() || 50, wide = Math.round(length / metres);
    const ctx = sized(parts.scale.canvas, wide + 2, 12);
    ctx.beginPath();
    ctx.moveTo(1, 1);
    ctx.lineTo(1, 10);
    ctx.lineTo(wide + 1, 10);
    ctx.lineTo(wide + 1, 1);
    ctx.moveTo(1 + wide / 2, 6);
    ctx.lineTo(1 + wide / 2, 10);
    painter.stroke(ctx, painter.colour("text"), 1.6, [], 1, "butt");
    const key = length < 1000 ? "ABOUT_M" : "ABOUT_KM", number = length < 1000 ? length : length / 1000;
    parts.scale.text.textContent = word(key).replace("{}", String(number));
  }

  function writeCredit() {
    const drawn = sheet.features.filter((f) => painter.shown(f));
    const used = new Set(drawn.flatMap((f) => f.sources));
    const named = Object.keys(sheet.words.credit).filter((source) => used.has(source)).map((source) => say(sheet.words.credit[source]));
    const own = drawn.some((f) => !f.sources.some((source) => source in sheet.words.credit));
    if (own && named.length) named.push(say(sheet.words.own));
    parts.credit.textContent = "";
    parts.credit.style.maxWidth = `${Math.max(320, map.getSize().x - state.inset.right - 200)}px`;
    for (const line of [word("SKETCH_NOTE"), named.join(state.lang === "zh" ? "；" : "; ")]) {
      make("div", "", parts.credit).textContent = line;
    }
  }

  /* ---- numbered places outside the view wait as pills at that edge ---- */
  let pills = [];
  function placePills() {
    pills.forEach((pill) => pill.remove());
    pills = [];
    if (!sheet || !state.layers.has("chain") || map.getZoom() < 12.5) return;
    const size = map.getSize(), left = state.inset.left + EDGE, right = size.x - state.inset.right - EDGE;
    const top = EDGE, bottom = size.y - 44 - 2 * EDGE - 44;
    const waiting = { north: [], south: [], west: [], east: [] };
    for (const f of sheet.features) {
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
        const pill = buildPill(f, side, list.length > 2);
        const box = pill.getBoundingClientRect(), room = upright ? box.height : box.width;
        const wish = upright ? p.y - box.height / 2 : p.x - box.width / 2;
        const last = upright ? bottom - room : right - 60 - room;
        const place = Math.max(free, Math.min(wish, last));
        pill.style.left = `${upright ? (side === "west" ? left : right - box.width - (place < 190 ? 60 : 0)) : place}px`;
        pill.style.top = `${upright ? place : side === "north" ? top : bottom}px`;
        free = place + room + 8;
      }
    }
  }

  function buildPill(f, side, small) {
    const pill = make("button", "float pill");
    pill.type = "button";
    make("span", `arrow ${side}`, pill);
    make("span", "number", pill).textContent = String(f.number);
    if (!small) make("span", "word", pill).textContent = say(f.short).replace("\n", " ");
    pill.setAttribute("aria-label", `${say(f.name)}, ${word("OUT_OF_VIEW")}`);
    pill.addEventListener("click", () => choose(f));
    pills.push(pill);
    return pill;
  }

  /* ---- what lies under a finger ---- */
  function thingAt(point) {
    painter.begin();
    const p = [point.x, point.y], seen = painter.sorted.filter((f) => painter.shown(f));
    let best = null;
    const offer = (f, far, weight) => {
      const score = far + weight;
      if (far <= HIT && (!best || score < best.score)) best = { f, score };
    };
    for (const f of seen) {
      if (f.shape === "point") {
        if (!painter.marked(f)) continue;
        const [x, y] = painter.middle(f);
        offer(f, Math.hypot(x - p[0], y - p[1]), f.number ? -8 : 0);
      }
    }
    if (dots) dots.offer(p, offer);
    if (best) return best.f;
    const inside = seen.filter((f) => f.shape === "polygon" && f.kind !== "water" && f.flat.some((run) => Ink.contains(run, p, painter)));
    const small = inside.filter((f) => !f.holds && f.kind !== "hill" && f.kind !== "park_outline");
    if (small.length) return small.sort((a, b) => Ink.area(a) - Ink.area(b))[0];
    for (const f of seen) if (f.shape === "line") offer(f, Ink.nearest(f.flat[0], p, painter).far, 0);
    if (best && best.score <= 10) return best.f;
    for (const f of seen) {
      if (f.shape === "polygon" && !inside.includes(f) && !f.holds) for (const run of f.flat) offer(f, Ink.nearest(run, p, painter).far, 6);
    }
    if (best && !inside.length) return best.f;
    return inside.sort((a, b) => Ink.area(a) - Ink.area(b))[0] || (best ? best.f : null);
  }

  function choose(f) {
    park.show(f.id);
    tell("featureTapped", f.id);
  }

  /* ---- the keyboard and the screen reader see a list ---- */
  function listThings() {
    parts.things.textContent = "";
    parts.things.setAttribute("aria-label", word("MAP_NAME"));
    map.getContainer().setAttribute("aria-label", word("MAP_NAME"));
    for (const f of sheet.features) {
      if (f.kind === "water" || !painter.shown(f)) continue;
      const button = make("button", "", make("li", "", parts.things));
      button.type = "button";
      button.dataset.id = f.id;
      button.textContent = say(f.name);
      button.addEventListener("focus", () => {
        state.focused = f.id;
        reveal(f);
        redraw();
      });
      button.addEventListener("blur", () => {
        state.focused = null;
        redraw();
      });
      button.addEventListener("click", () => choose(f));
      button.addEventListener("keydown", steer);
    }
  }

  function steer(event) { // on a thing the arrows still move the map
    const step = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
    if (step) map.panBy(step, { animate: !calm });
    else if (event.key === "+" || event.key === "=") park.zoom(1);
    else if (event.key === "-") park.zoom(-1);
    else return;
    event.preventDefault();
  }

  function reveal(f) {
    const view = state.view(), [x, y] = f.shape === "point" ? painter.middle(f) : painter.at(boundsOf(f).getCenter());
    if (x < view[0] + 40 || x > view[2] - 40 || y < view[1] + 40 || y > view[3] - 90) {
      map.panBy([x - (view[0] + view[2]) / 2, y - (view[1] + view[3]) / 2], { animate: false });
    }
  }

  function boundsOf(f) {
    const spots = [];
    for (const run of f.runs) for (let i = 0; i < run.length; i += 2) spots.push([run[i], run[i + 1]]);
    return L.latLngBounds(spots);
  }

  function fit(bounds, most, animate) {
    const options = {
      paddingTopLeft: [state.inset.left + 24, 40], paddingBottomRight: [state.inset.right + 24, 84], maxZoom: most,
    };
    if (animate && !calm) map.flyToBounds(bounds, { ...options, duration: 0.5 });
    else map.fitBounds(bounds, { ...options, animate: false });
  }

  function drawChain() {
    if (calm) return;
    const start = performance.now();
    const step = (now) => {
      state.chain = Math.min(1, (now - start) / 1100);
      if (ink) ink.redraw();
      if (state.chain < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  /* Many small points, all alike: one canvas, one pass. */
  class Dots {
    constructor(points) {
      this.points = points;
      this.flat = new Float64Array(points.length * 2);
      points.forEach((p, i) => {
        const q = map.project([p[0], p[1]], 0);
        this.flat[2 * i] = q.x;
        this.flat[2 * i + 1] = q.y;
      });
      this.sheet = new Ink.Sheet((ctx, bounds) => this.paint(ctx, bounds), { pane: "park-points", padding: 0.1 });
      this.sheet.addTo(map);
    }

    paint(ctx, bounds) {
      const k = 2 ** map.getZoom(), { x: ox, y: oy } = map.getPixelOrigin(), { min, max } = bounds;
      ctx.fillStyle = painter.colour("secondary");
      for (let i = 0; i < this.flat.length; i += 2) {
        const x = this.flat[i] * k - ox, y = this.flat[i + 1] * k - oy;
        if (x >= min.x && x <= max.x && y >= min.y && y <= max.y) ctx.fillRect(x - 2, y - 2, 4, 4);
      }
    }

    offer([px, py], offer) {
      const k = 2 ** map.getZoom(), { x: ox, y: oy } = map.getPixelOrigin();
      for (let i = 0; i < this.points.length; i++) {
        const far = Math.hypot(this.flat[2 * i] * k - ox - px, this.flat[2 * i + 1] * k - oy - py);
        if (far <= HIT) offer({ id: String(this.points[i][3] ?? i), shape: "dot" }, far, 2);
      }
    }
  }

  /* ---- what the window may ask ---- */
  const park = {
    show(id) {
      const f = id ? byId.get(id) : null;
      state.selected = f ? f.id : null;
      if (f) {
        if (!painter.shown(f) && f.layer !== "ground") state.layers.add(f.layer);
        const span = f.shape === "point" && f.scale === "region" ? 0.05 : 0.008, middle = boundsOf(f).getCenter();
        const around = L.latLngBounds([middle.lat - span, middle.lng - span], [middle.lat + span, middle.lng + span]);
        fit(boundsOf(f).extend(around), 14.1, true); // never so close that the neighbours are lost
      }
      redraw();
    },
    mark(id) {
      state.selected = byId.has(id) ? id : null;
      redraw();
    },
    home(animate = true) {
      const spots = sheet.features.filter((f) => f.kind === "park_outline" || f.kind === "site");
      const bounds = spots.reduce((all, f) => all.extend(boundsOf(f)), L.latLngBounds([]));
      if (!bounds.isValid()) return;
      fit(bounds.extend([36.6637, 101.7456]), 14.5, animate);
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
      dress();
    },
    setTheme(theme) {
      state.theme = theme === "dark" ? "dark" : "light";
      const names = sheet.tokens[state.theme], root = document.documentElement.style;
      const paint = {
        panel: names.panel, text: names.text, secondary: names.secondary, rule: names.rule, brand: names.brand,
        paper: painter.colour("paper"), hover: names.hover,
        shadow: state.theme === "dark" ? "rgba(0, 0, 0, 0.4)" : "rgba(16, 36, 47, 0.12)",
      };
      for (const [name, value] of Object.entries(paint)) root.setProperty(`--${name}`, value);
      dress();
    },
    setLayers(shown) {
      const before = state.layers.has("chain");
      const on = Array.isArray(shown) ? shown : Object.keys(shown).filter((name) => shown[name]);
      state.layers = new Set(on);
      if (!before && state.layers.has("chain") && ink) drawChain();
      dress();
    },
    setInset(inset) {
      const given = typeof inset === "number" ? { right: inset } : inset || {};
      state.inset = { left: Number(given.left ?? state.inset.left) || 0, right: Number(given.right) || 0 };
      if (!state.moved && !state.selected) park.home(false);
      writeCredit();
      redraw();
    },
    async addPoints(url) {
      const answer = await fetch(url), { points } = await answer.json();
      if (dots) dots.sheet.remove();
      dots = new Dots(points);
      return points.length;
    },
    counts() {
      return {
        features: sheet ? sheet.features.length : 0,
        drawn: sheet ? sheet.features.filter((f) => painter.shown(f)).length : 0,
        labels: painter ? painter.labels.length : 0,
        things: parts.things ? parts.things.querySelectorAll("button").length : 0,
        points: dots ? dots.points.length : 0,
        pills: pills.length,
      };
    },
    state() {
      return { lang: state.lang, theme: state.theme, layers: [...state.layers], selected: state.selected, focused: state.focused };
    },
    pointOf(id) { // where a thing is on the page, in pixels: for tests and tours
      const f = byId.get(id);
      if (!f) return null;
      const p = map.latLngToContainerPoint(f.shape === "point" ? [f.runs[0][0], f.runs[0][1]] : boundsOf(f).getCenter());
      return [p.x, p.y];
    },
  };
  window.park = park;

  function dress() {
    if (!ink) return;
    drawKeys();
    drawScale();
    writeCredit();
    listThings();
    if (dots) dots.sheet.redraw();
    redraw();
  }

  function listen() {
    let down = null;
    map.on("click", (event) => {
      const f = thingAt(event.layerPoint);
      if (f) {
        if (byId.has(f.id)) park.mark(f.id);
        tell("featureTapped", f.id);
      } else {
        park.mark(null);
        tell("featureTapped", "");
      }
    });
    map.on("dragstart zoomstart", (event) => { state.moved = state.moved || Boolean(event.type === "dragstart" || down); });
    map.getContainer().addEventListener("wheel", () => { down = true; }, { passive: true });
    map.on("moveend", () => {
      drawScale();
      redraw();
      const c = map.getCenter();
      tell("viewMoved", JSON.stringify([Number(c.lat.toFixed(5)), Number(c.lng.toFixed(5)), map.getZoom()]));
    });
    map.on("resize", () => { if (!state.moved && !state.selected) park.home(false); });
    let waiting = false;
    map.on("mousemove", (event) => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        map.getContainer().classList.toggle("over-thing", Boolean(thingAt(event.layerPoint)));
      });
    });
    document.fonts.addEventListener("loadingdone", redraw);
  }

  function connect() {
    return new Promise((done) => {
      if (typeof qt === "undefined" || !qt.webChannelTransport) return done();
      new QWebChannel(qt.webChannelTransport, (channel) => {
        bridge = channel.objects.bridge || null;
        done();
      });
    });
  }

  async function start() {
    const words = "园区Park", face = '"Park Sans SC"'; // asked for first: they take longest, and nothing is drawn without
    const fonts = Promise.all([400, 500, 700].map((weight) => document.fonts.load(`${weight} 13px ${face}`, words)));
    const [answer] = await Promise.all([fetch("park://app/content.json"), connect()]);
    sheet = await answer.json();
    byId = new Map(sheet.features.map((f) => [f.id, f]));
    state.layers = new Set(Object.keys(sheet.layers).filter((name) => sheet.layers[name]));
    painter = new Ink.Painter(map, sheet, state);
    await Promise.race([fonts, new Promise((late) => setTimeout(late, 600))]).catch(() => undefined);
    buildFloats();
    park.home(false);
    ink = new Ink.Sheet((ctx, bounds) => painter.paint(ctx, bounds), { pane: "park-labels" });
    park.setTheme(state.theme); // what floats first: names keep out of its way
    ink.addTo(map);
    listen();
    requestAnimationFrame(() => {
      tell("ready", sheet.features.length);
      setTimeout(drawChain, 250); // ornament: what the window asks for first goes before it
    });
  }

  start();
})();
