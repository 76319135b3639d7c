/* The page that is taken away: its panel with the questions, its tools, and the room they leave. The map is the window's own. */
"use strict";

Park.part((world) => {
  const { state, park, make, say, away } = world, { data, at, word, speak, swapIcon, button, line } = away;
  const narrow = window.matchMedia("(max-width: 899px)"), sheet = at("card");
  let folded = narrow.matches, measuring = false;

  /* ---- the panel: its title, over the search, and the questions ---- */
  const panel = at("panel"), head = make("div", "head", panel), names = make("div", "names", head);
  panel.prepend(head);
  speak(make("h1", "", names), "title");
  speak(make("div", "sub", names), "subtitle");
  const fold = button(head, "icon", () => {
    folded = !folded;
    dress();
    settle();
  }, "chevron_up");
  const scroll = make("div", "scroll", panel);
  scroll.id = "questions";
  fold.setAttribute("aria-controls", "questions");
  speak(make("h2", "", scroll), "questions");
  const rows = data.layers.map((layer) => {
    const row = button(scroll, "row", () => {
      if (state.layers.has(layer.id)) state.layers.delete(layer.id);
      else state.layers.add(layer.id);
      park.setLayers([...state.layers]);
    }, layer.icon === "enterprise" ? "building" : layer.icon);
    const words = make("span", "words", row), question = make("span", "", words), note = make("small", "", words);
    make("span", "switch", row);
    row.setAttribute("role", "switch");
    row.dataset.layer = layer.id;
    row.disabled = !layer.available;
    return { layer, row, question, note };
  });
  const foot = make("div", "foot", scroll);

  /* ---- tools ---- */
  const tools = at("tools"), group = (name) => make("div", `float ${name}`, tools);
  tools.setAttribute("role", "group");
  speak(tools, "tools", "aria-label");
  const first = group("first"), language = button(first, "icon", () => park.setLanguage(state.lang === "zh" ? "en" : "zh"));
  const theme = button(first, "icon", () => park.setTheme(state.theme === "dark" ? "light" : "dark"), "moon");
  const measure = button(first, "icon", () => {
    measuring = !measuring;
    if (measuring) {
      away.close();
      park.startMeasuring();
    } else park.stopMeasuring();
    dress();
  }, "measure");
  speak(measure, "measure", "aria-label");
  const north = group("north");
  north.setAttribute("role", "img");
  speak(north, "north", "aria-label");
  speak(make("span", "", north), "north_short");
  const zoom = group("zoom");
  speak(button(zoom, "icon", () => park.zoom(1), "plus"), "zoom_in", "aria-label");
  speak(button(zoom, "icon", () => park.zoom(-1), "minus"), "zoom_out", "aria-label");
  const home = button(document.body, "float home", () => park.home(), "pin");
  speak(make("span", "", home), "home");
  at("panel").after(home);

  function settle() { // what the panels leave free is where the map shows things
    const root = document.documentElement.style, bar = document.querySelector(".bar"), credit = document.querySelector(".credit");
    root.setProperty("--bar", `${bar.offsetHeight}px`);
    root.setProperty("--low", `${window.innerHeight - credit.getBoundingClientRect().top}px`);
    state.corner = tools.getBoundingClientRect().bottom + 8;
    if (narrow.matches) park.setInset({ left: 0, right: 0, top: folded ? panel.offsetHeight : 116, bottom: away.open ? sheet.offsetHeight - 60 : 0 });
    else park.setInset({ left: 328, right: away.open ? 392 : 0 });
  }
  away.settle = settle;

  /* ---- language and light ---- */
  function dress() {
    for (const { layer, row, question, note } of rows) {
      question.textContent = say(layer.question);
      note.textContent = say(layer.note);
      row.setAttribute("aria-checked", String(state.layers.has(layer.id)));
    }
    foot.textContent = "";
    for (const text of data.foot) line("div", "", foot, say(text));
    scroll.hidden = folded;
    fold.setAttribute("aria-expanded", String(!folded));
    fold.setAttribute("aria-label", `${word(folded ? "unfold" : "fold")} · ${word("questions")}`);
    swapIcon(fold, folded ? "chevron_down" : "chevron_up");
    swapIcon(theme, state.theme === "dark" ? "sun" : "moon");
    theme.setAttribute("aria-label", word(state.theme === "dark" ? "light" : "dark"));
    const [short, whole] = data.languages[state.lang === "zh" ? "en" : "zh"];
    language.textContent = short;
    language.setAttribute("aria-label", `${word("language")}: ${whole}`);
    measure.setAttribute("aria-pressed", String(measuring));
    document.documentElement.style.colorScheme = state.theme;
    const shade = data.shades[state.theme], root = document.documentElement.style;
    for (const [name, key] of [["field", "field"], ["off", "switch_off"], ["note", "gold_wash"], ["gold-text", "gold_text"], ["grass", "grass"], ["sky", "sky"], ["brick", "brick"]]) root.setProperty(`--${name}`, shade[key]);
    settle();
  }

  window.addEventListener("resize", () => {
    settle();
    world.redraw();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && measuring) park.stopMeasuring();
    else if (event.key === "Escape" && away.open) away.close();
    else if (event.key === "/" && document.activeElement !== away.field) {
      away.field.focus();
      event.preventDefault();
    }
  });

  return {
    dress,
    told(verb) {
      if (verb !== "measuringEnded") return;
      measuring = false;
      dress();
    },
    reserved: () => [panel, sheet, ...tools.children, home].filter((node) => node.offsetParent).map((node) => world.boxOf(node)),
    state: () => ({ folded }),
  };
});
