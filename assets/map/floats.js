/* What floats over the map at its foot: how well things are known, the scale, the sketch note, whom to thank. */
"use strict";

Park.part((world) => {
  const { map, state, make, say, word } = world;
  const credit = make("div", "credit"), bar = make("div", "float bar"), keys = {};
  for (const key of ["surveyed", "address", "placed", "red_line", "schematic", "planned"]) {
    const box = make("div", "key", bar);
    keys[key] = { box, canvas: make("canvas", "", box), text: make("span", "", box) };
  }
  const rule = make("div", "rule", bar);
  const box = make("div", "scale", bar), scale = { canvas: make("canvas", "", box), text: make("span", "", box) };
  L.DomEvent.disableClickPropagation(bar);

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
    const { painter, sheet } = world, colour = (name) => painter.colour(name);
    const area = (key, fill, edge, dash = [4, 2.6]) => {
      const ctx = sized(keys[key].canvas, 24, 16);
      ctx.beginPath();
      ctx.roundRect(1.5, 1.5, 21, 13, 2);
      ctx.globalAlpha = 0.22;
      ctx.fillStyle = colour(fill);
      ctx.fill();
      painter.stroke(ctx, colour(edge), 1.6, dash);
    };
    const ctx = sized(keys.surveyed.canvas, 24, 16);
    ctx.beginPath();
    ctx.moveTo(1, 8);
    ctx.lineTo(23, 8);
    painter.stroke(ctx, colour("expressway_case"), 6);
    painter.stroke(ctx, colour("expressway"), 4);
    for (const key of ["address", "placed"]) painter.dot(sized(keys[key].canvas, 14, 16), 7, 8, key);
    area("schematic", "grass", "grass");
    area("planned", "gold", "gold");
    area("red_line", "slate", "slate", []);
    for (const key of ["surveyed", "address", "placed", "schematic"]) keys[key].text.textContent = say(sheet.words.precision[key]);
    keys.planned.text.textContent = word("PLANNED");
    keys.red_line.text.textContent = word("RED_LINE");
    const placed = sheet.features.filter((f) => f.precision === "placed");
    keys.placed.box.hidden = !placed.some((f) => f.shape === "point") && !sheet.points.ids.length;
    keys.red_line.box.hidden = !placed.some((f) => f.shape === "polygon");
  }

  function drawScale() {
    const { painter } = world;
    const metres = (40075016.7 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (256 * 2 ** map.getZoom());
    const lengths = [50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000];
    const length = lengths.filter((m) => m / metres <= 160).pop() || 50, wide = Math.round(length / metres);
    const ctx = sized(scale.canvas, wide + 2, 12);
    ctx.beginPath();
    ctx.moveTo(1, 1);
    ctx.lineTo(1, 10);
    ctx.lineTo(wide + 1, 10);
    ctx.lineTo(wide + 1, 1);
    ctx.moveTo(1 + wide / 2, 6);
    ctx.lineTo(1 + wide / 2, 10);
    painter.stroke(ctx, painter.colour("text"), 1.6, [], 1, "butt");
    const key = length < 1000 ? "ABOUT_M" : "ABOUT_KM", number = length < 1000 ? length : length / 1000;
    scale.text.textContent = word(key).replace("{}", String(number));
  }

  function fitBar() {
    bar.style.maxWidth = `${Math.max(300, map.getSize().x - state.inset.right - 32)}px`;
    rule.hidden = false;
    rule.hidden = box.offsetTop > rule.offsetTop + rule.offsetHeight; // the scale stands on a line of its own
    credit.style.bottom = `${bar.offsetHeight + 20}px`;
  }

  function writeCredit() {
    const { sheet, painter } = world, drawn = sheet.features.filter((f) => painter.shown(f));
    const used = new Set(drawn.flatMap((f) => f.sources));
    const named = Object.keys(sheet.words.credit).filter((source) => used.has(source)).map((source) => say(sheet.words.credit[source]));
    const own = drawn.some((f) => !f.sources.some((source) => source in sheet.words.credit));
    if (own && named.length) named.push(say(sheet.words.own));
    named.push(...world.each("credit"));
    credit.textContent = "";
    credit.style.maxWidth = `${Math.max(320, map.getSize().x - state.inset.right - 200)}px`;
    const gap = state.lang === "zh" ? "；" : "; ";
    fitBar();
    const grounds = world.each("groundCredit").join(gap);
    credit.classList.toggle("grounded", Boolean(grounds) || map.getSize().x - state.inset.right < 700); // many lines are read on a ground of their own
    const lines = [`${word("SKETCH_NOTE")}${state.lang === "zh" ? "" : " "}${say(sheet.review)}`, named.join(gap), ...(grounds ? [grounds] : [])];
    const narrow = map.getSize().x - state.inset.right < 900; // one after the other they take a line less
    for (const line of narrow ? [lines.join(state.lang === "zh" ? "　" : " · ")] : lines) make("div", "", credit).textContent = line;
  }

  return {
    verbs: {
      setReview(text) { // the review number as the park gave it, in both languages
        world.sheet.review = text;
        writeCredit();
        world.redraw();
      },
    },
    dress() {
      drawKeys();
      drawScale();
      writeCredit();
    },
    settled() {
      drawScale();
      fitBar();
      writeCredit();
    },
    inset: writeCredit,
    reserved: () => [bar, credit].map((node) => world.boxOf(node)),
  };
});
