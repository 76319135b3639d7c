/* How far is it? Two taps, and the straight line between them on the ellipsoid of WGS 84. */
"use strict";

Park.part((world) => {
  const { map, state, make, say, word } = world;
  const A = 6378137, F = 1 / 298.257223563, B = A * (1 - F), RAD = Math.PI / 180, LOW = 160;
  let on = false, ends = [], card = null;

  /* Vincenty's inverse formula (Survey Review 23, 1975); to a millimetre at the distances of a city. */
  function geodesic([lat1, lon1], [lat2, lon2]) {
    const u1 = Math.atan((1 - F) * Math.tan(lat1 * RAD)), u2 = Math.atan((1 - F) * Math.tan(lat2 * RAD));
    const s1 = Math.sin(u1), c1 = Math.cos(u1), s2 = Math.sin(u2), c2 = Math.cos(u2), far = (lon2 - lon1) * RAD;
    let turn = far, sigma = 0, sin = 0, cos = 1, alpha = 1, middle = 0;
    for (let step = 0; step < 100; step++) {
      sin = Math.hypot(c2 * Math.sin(turn), c1 * s2 - s1 * c2 * Math.cos(turn));
      if (sin === 0) return 0;
      cos = s1 * s2 + c1 * c2 * Math.cos(turn);
      sigma = Math.atan2(sin, cos);
      const bend = (c1 * c2 * Math.sin(turn)) / sin;
      alpha = 1 - bend * bend;
      middle = alpha ? cos - (2 * s1 * s2) / alpha : 0;
      const c = (F / 16) * alpha * (4 + F * (4 - 3 * alpha)), before = turn;
      turn = far + (1 - c) * F * bend * (sigma + c * sin * (middle + c * cos * (2 * middle * middle - 1)));
      if (Math.abs(turn - before) < 1e-12) break;
    }
    const u = (alpha * (A * A - B * B)) / (B * B);
    const big = 1 + (u / 16384) * (4096 + u * (u * (320 - 175 * u) - 768)), small = (u / 1024) * (256 + u * (u * (74 - 47 * u) - 128));
    const inner = cos * (2 * middle * middle - 1) - (small / 6) * middle * (4 * sin * sin - 3) * (4 * middle * middle - 3);
    return B * big * (sigma - small * sin * (middle + (small / 4) * inner));
  }

  const written = (metres) => (metres < 995 ? word("ABOUT_M").replace("{}", String(Math.round(metres)))
    : word("ABOUT_KM").replace("{}", (metres / 1000).toFixed(metres < 99_950 ? 1 : 0)));
  const named = (end) => (end.f ? say(end.f.short).replace("\n", state.lang === "zh" ? "" : " ") : word("THIS_SPOT"));

  function say_it() {
    if (!card) return;
    const title = ends.length < 2 ? word(ends.length ? "MEASURE_TO" : "MEASURE_FROM") : `${written(geodesic(ends[0].at, ends[1].at))} · ${word("STRAIGHT")}`;
    card.title.textContent = title[0].toUpperCase() + title.slice(1);
    const names = ends.length === 2 ? `${named(ends[0])} — ${named(ends[1])}` : ends.length ? named(ends[0]) : word("MEASURE_HOW");
    const rough = ends.some((end) => end.f && end.f.precision === "schematic");
    card.note.textContent = rough ? `${names} · ${word("MEASURE_SKETCH")}` : names;
    card.close.setAttribute("aria-label", word("MEASURE_END"));
    place();
  }

  function build() {
    const box = make("div", "float measure");
    box.setAttribute("role", "status");
    const words = make("div", "words", box);
    card = { box, title: make("div", "title", words), note: make("div", "note", words), close: make("button", "close", box) };
    card.close.type = "button";
    card.close.addEventListener("click", () => world.park.stopMeasuring());
    L.DomEvent.disableClickPropagation(box);
  }

  function place() {
    if (!card) return;
    const size = map.getSize(), { left, right } = state.inset;
    card.box.style.left = `${(left + size.x - right) / 2}px`;
    card.box.style.maxWidth = `${Math.max(260, size.x - left - right - 150)}px`;
    card.box.style.top = "";
    const box = card.box.getBoundingClientRect(), meets = ([a, b, c, d]) => a < box.right && box.left < c && b < box.bottom && box.top < d;
    const over = state.inset.covers.filter((each) => each[3] < LOW && meets(each)); // the folded questions, in a narrow window
    if (over.length) card.box.style.top = `${Math.max(...over.map((each) => each[3])) + 12}px`;
  }

  function add(end) {
    ends = ends.length === 2 ? [end] : [...ends, end];
    say_it();
    world.redraw();
    if (ends.length === 2) world.tell("measured", JSON.stringify({ metres: geodesic(ends[0].at, ends[1].at), from: named(ends[0]), to: named(ends[1]) }));
  }

  /* How long, where it is written, and what it takes there. */
  function tag(ctx, [a, b]) {
    const words = written(geodesic(ends[0].at, ends[1].at)), x = (a[0] + b[0]) / 2, y = (a[1] + b[1]) / 2;
    ctx.font = `700 13px ${Ink.FAMILY}`;
    const half = ctx.measureText(words).width / 2 + 9;
    return { words, x, y, box: [x - half, y - 13, x + half, y + 13] };
  }

  function covers(ctx) {
    const spots = ends.map((end) => world.painter.at(end.at)), boxes = spots.map(([x, y]) => [x - 9, y - 9, x + 9, y + 9]);
    return spots.length < 2 ? boxes : [tag(ctx, spots).box, ...boxes];
  }

  function paint(ctx) {
    if (!ends.length) return;
    const { painter } = world, spots = ends.map((end) => painter.at(end.at));
    if (spots.length === 2) {
      ctx.beginPath();
      ctx.moveTo(...spots[0]);
      ctx.lineTo(...spots[1]);
      painter.stroke(ctx, painter.colour("halo"), 6);
      painter.stroke(ctx, painter.colour("lake"), 2.4, [8, 5]);
    }
    for (const [x, y] of spots) {
      ctx.beginPath();
      ctx.arc(x, y, 7, 0, 7);
      ctx.fillStyle = painter.colour("disc");
      ctx.fill();
      painter.stroke(ctx, painter.colour("lake"), 3);
    }
    if (spots.length < 2) return;
    const { words, x, y, box } = tag(ctx, spots);
    ctx.beginPath();
    ctx.roundRect(box[0], box[1], box[2] - box[0], 26, 13);
    ctx.fillStyle = painter.colour("lake");
    ctx.fill();
    painter.text(ctx, words, x, y, 13, 700, painter.colour("disc"), "center", false);
  }

  map.on("resize", place);

  return {
    verbs: {
      startMeasuring() {
        on = true;
        ends = [];
        if (!card) build();
        card.box.hidden = false;
        map.getContainer().classList.add("measuring");
        world.park.mark(null);
        say_it();
      },
      stopMeasuring() {
        if (!on) return;
        on = false;
        ends = [];
        card.box.hidden = true;
        map.getContainer().classList.remove("measuring");
        world.redraw();
        world.tell("measuringEnded");
      },
      geodesic,
    },
    click(event) {
      if (!on) return false;
      const f = world.thingAt(event.layerPoint), { lat, lng } = event.latlng;
      add(f && f.shape === "point" ? { f, at: [f.runs[0][0], f.runs[0][1]] } : { f: null, at: [lat, lng] });
      return true;
    },
    pick(f) { // the keyboard chooses a thing of the list
      if (!on) return [];
      const middle = world.boundsOf(f).getCenter();
      add({ f, at: f.shape === "point" ? [f.runs[0][0], f.runs[0][1]] : [middle.lat, middle.lng] });
      return [true];
    },
    covers, paint, dress: say_it, inset: place,
    reserved: () => (card && !card.box.hidden ? [world.boxOf(card.box)] : []),
    state: () => ({ measuring: on, ends: ends.map((end) => end.at), metres: ends.length === 2 ? geodesic(ends[0].at, ends[1].at) : null }),
  };
});
