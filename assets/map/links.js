/* Deep links: park://app/map.html#zone/zone-core shows that thing, in the window, in a page that is taken away, anywhere. */
"use strict";

Park.part((world) => {
  function follow(fragment) {
    let words = String(fragment).replace(/^.*#/, "");
    try {
      words = decodeURIComponent(words);
    } catch { // cut short by whoever passed it on
      return false;
    }
    const [kind, id] = words.split("/");
    const f = kind && id && (world.find(id) || world.sheet.features.find((each) => each.record === id));
    if (!f) return false;
    world.tell("featureTapped", f.id);
    world.park.show(f.id);
    return true;
  }

  window.addEventListener("hashchange", () => follow(location.hash));
  return { verbs: { follow }, ready() { if (location.hash) follow(location.hash); } };
});
