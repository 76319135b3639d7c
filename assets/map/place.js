/* A point in the hand of staff: it is dragged, tapped to or moved by the arrow keys, and nothing is kept before the
   window says so. Only the window starts this, so that no visitor moves anything. */
"use strict";

Park.part((world) => {
  const { map, state, make, say } = world, METRES = 111_132, STEP_M = 10, FAR_M = 100, EDGE = 28;
  let spot = null, label = null, handle = null, grip = null;

  function build() {
    handle = make("button", "handle", map.getContainer());
    handle.type = "button";
    handle.hidden = true;
    make("span", "cross", handle);
    L.DomEvent.disableClickPropagation(handle);
    handle.addEventListener("pointerdown", take);
    handle.addEventListener("pointermove", drag);
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) handle.addEventListener(end, drop);
    handle.addEventListener("keydown", step);
  }

  function take(event) {
    if (event.button) return;
    const box = handle.getBoundingClientRect(); // where the finger holds it, so that the point does not jump
    grip = [event.clientX - (box.left + box.width / 2), event.clientY - (box.top + box.height / 2)];
    handle.setPointerCapture(event.pointerId);
    handle.classList.add("held");
    handle.focus();
    event.preventDefault();
  }

  function drag(event) {
    if (!grip) return;
    const frame = map.getContainer().getBoundingClientRect();
    const x = event.clientX - frame.left - grip[0], y = event.clientY - frame.top - grip[1];
    const at = map.containerPointToLatLng([x, y]);
    move(at.lat, at.lng);
    const size = map.getSize(), { left, right } = state.inset; // at the edge of what is seen the map follows
    const dx = x < left + EDGE ? -12 : x > size.x - right - EDGE ? 12 : 0, dy = y < EDGE ? -12 : y > size.y - EDGE ? 12 : 0;
    if (dx || dy) map.panBy([dx, dy], { animate: false });
  }

  function drop() {
    if (grip) world.redraw(); // names keep out from under it where it came to rest
    grip = null;
    if (handle) handle.classList.remove("held");
  }

  function covers() {
    if (!spot) return [];
    const [x, y] = world.painter.at(spot);
    return [[x - EDGE, y - EDGE, x + EDGE, y + EDGE]];
  }

  function step(event) {
    const turn = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    if (!turn || !spot) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? FAR_M : STEP_M;
    move(spot[0] + (turn[0] * far) / METRES, spot[1] + (turn[1] * far) / (METRES * Math.cos((spot[0] * Math.PI) / 180)));
    reveal();
    world.redraw();
  }

  function reveal() {
    const p = map.latLngToContainerPoint(spot), size = map.getSize(), { left, right } = state.inset;
    if (p.x < left + EDGE || p.x > size.x - right - EDGE || p.y < EDGE || p.y > size.y - 3 * EDGE) map.panTo(spot, { animate: false });
  }

  function move(lat, lon) { // told to the window, which alone knows what is kept
    set(lat, lon);
    world.tell("placingMoved", JSON.stringify({ lat: spot[0], lon: spot[1] }));
  }

  function set(lat, lon) {
    spot = [Number(lat.toFixed(6)), Number(lon.toFixed(6))];
    follow();
  }

  function follow() {
    if (!spot || !handle) return;
    const p = map.latLngToContainerPoint(spot);
    handle.style.left = `${p.x}px`;
    handle.style.top = `${p.y}px`;
  }

  const finite = (given) => given && Number.isFinite(given.lat) && Number.isFinite(given.lon);
  map.on("move zoom viewreset resize", follow);

  return {
    verbs: {
      startPlacing(given) {
        if (!finite(given)) return;
        if (!handle) build();
        world.park.stopMeasuring();
        label = given.name;
        handle.hidden = false;
        set(given.lat, given.lon);
        handle.setAttribute("aria-label", say(label));
        const around = 0.004;
        world.fit(L.latLngBounds([spot[0] - around, spot[1] - around], [spot[0] + around, spot[1] + around]), 16, true);
      },
      movePlacing(given) {
        if (!spot || !finite(given)) return;
        set(given.lat, given.lon);
        reveal();
        world.redraw();
      },
      stopPlacing() {
        spot = null;
        if (!handle) return;
        drop();
        handle.hidden = true;
        world.redraw();
      },
    },
    click(event) { // a tap sets the point there; nothing else answers to taps meanwhile
      if (!spot) return false;
      move(event.latlng.lat, event.latlng.lng);
      world.redraw();
      return true;
    },
    pick: () => (spot ? [true] : []),
    covers,
    dress() {
      if (handle && label) handle.setAttribute("aria-label", say(label));
    },
    state: () => ({ placing: spot }),
  };
});
