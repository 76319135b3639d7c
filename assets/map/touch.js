/* What lies under a finger, and the same things as a list for the keyboard and the screen reader. */
"use strict";

Park.part((world) => {
  const { map, state, make, say, word, HIT } = world;
  const list = make("ul", "things");
  map.getContainer().before(list);

  function thingAt(point) {
    const { painter } = world;
    painter.begin();
    const p = [point.x, point.y], seen = painter.sorted.filter((f) => world.hasCard(f) && painter.shown(f));
    let best = null;
    const offer = (f, far, weight) => {
      const score = far + weight;
      if (far <= HIT && (!best || score < best.score)) best = { f, score };
    };
    for (const f of seen) {
      if (f.shape !== "point" || !painter.marked(f)) continue;
      const [x, y] = painter.middle(f);
      offer(f, Math.hypot(x - p[0], y - p[1]), f.number ? -8 : 0);
    }
    world.each("offer", p, offer);
    if (best) return best.f;
    const inside = seen.filter((f) => f.shape === "polygon" && f.kind !== "water" && Ink.within(f, p, painter));
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

  function click(event) {
    const f = thingAt(event.layerPoint);
    if (f && f.group) return world.each("open", f);
    world.park.mark(f ? f.id : null);
    return world.tell("featureTapped", f ? f.id : "");
  }

  world.thingAt = thingAt;
  world.choose = (f) => {
    world.tell("featureTapped", f.id); // its card first: what it covers is known before the map flies
    world.park.show(f.id);
  };

  function listThings() {
    const had = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : null;
    list.textContent = "";
    list.setAttribute("aria-label", word("MAP_NAME"));
    map.getContainer().setAttribute("aria-label", word("MAP_NAME"));
    const things = [...world.sheet.features.filter((f) => world.hasCard(f) && world.painter.shown(f)), ...world.each("things")];
    for (const f of things) {
      const button = make("button", "", make("li", "", list));
      button.type = "button";
      button.dataset.id = f.id;
      button.textContent = say(f.name);
      button.addEventListener("focus", () => {
        if (state.focused === f.id) return;
        state.focused = f.id;
        reveal(f);
        world.redraw();
      });
      button.addEventListener("blur", () => {
        state.focused = null;
        world.redraw();
      });
      button.addEventListener("click", () => {
        if (!world.each("pick", f).length) world.choose(f);
      });
      button.addEventListener("keydown", steer);
      if (f.id === had) button.focus();
    }
  }

  function steer(event) { // on a thing the arrows still move the map
    const step = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
    if (step) map.panBy(step, { animate: !world.calm });
    else if (event.key === "+" || event.key === "=") world.park.zoom(1);
    else if (event.key === "-") world.park.zoom(-1);
    else if (event.key === "Home" || event.key === "0") world.park.home();
    else return;
    event.preventDefault();
  }

  function reveal(f) {
    const { painter } = world, view = state.view();
    const [x, y] = f.shape === "point" ? painter.middle(f) : painter.at(world.boundsOf(f).getCenter());
    if (x < view[0] + 40 || x > view[2] - 40 || y < view[1] + 40 || y > view[3] - 90) {
      map.panBy([x - (view[0] + view[2]) / 2, y - (view[1] + view[3]) / 2], { animate: false });
    }
  }

  let waiting = false;
  map.on("mousemove", (event) => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      map.getContainer().classList.toggle("over-thing", Boolean(thingAt(event.layerPoint)));
    });
  });
  map.on("click", (event) => {
    if (!world.parts.some((part) => part.click && part.click(event))) click(event);
  });

  /* Nobody needs the list before the first picture stands; after that it follows every change at once. */
  let listed = false;
  function ready() {
    setTimeout(() => {
      listed = true;
      listThings();
    }, 120);
  }

  return { ready, dress: () => listed && listThings(), counts: () => ({ things: list.querySelectorAll("button").length }) };
});
