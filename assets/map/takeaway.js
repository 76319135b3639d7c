/* The page that is taken away: search, questions, language, the card of what was tapped. The map is the window's own. */
"use strict";

Park.part((world) => {
  const { map, state, park, make, say } = world, at = (id) => document.getElementById(id);
  const data = JSON.parse(at("park-more").textContent), word = (key) => say(data.words[key]);
  const cards = new Map(data.cards.map((card) => [card.id, card]));
  const narrow = window.matchMedia("(max-width: 899px)"), MOST = 8, said = [];
  let open = null, before = null, folded = narrow.matches, hits = [], chosen = -1, measuring = false;
  world.hasCard = (f) => cards.has(f.id);
  state.lang = data.lang === "en" ? "en" : "zh";

  /* ---- pieces ---- */
  const speak = (node, key, how = "text") => said.push([node, key, how]);
  const icon = (name, parent) => {
    const drawn = at(`icon-${name}`) || at("icon-map");
    parent.prepend(drawn.content.cloneNode(true));
  };
  const swapIcon = (node, name) => {
    node.querySelector("svg")?.remove();
    icon(name, node);
  };
  const button = (parent, name, act, drawn) => {
    const node = make("button", name, parent);
    node.type = "button";
    if (drawn) icon(drawn, node);
    node.addEventListener("click", act);
    return node;
  };
  const line = (tag, name, parent, text) => {
    const node = make(tag, name, parent);
    node.textContent = text;
    return node;
  };

  /* ---- the panel: title, search, questions ---- */
  const panel = at("panel"), head = make("div", "head", panel), names = make("div", "names", head);
  speak(make("h1", "", names), "title");
  speak(make("div", "sub", names), "subtitle");
  const fold = button(head, "icon", () => {
    folded = !folded;
    dress();
    settle();
  }, "chevron_up");
  const box = make("div", "search", panel), field = make("input", "", box), list = make("ul", "hits", panel);
  icon("search", box);
  Object.assign(field, { type: "search", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
  for (const [name, value] of [["role", "combobox"], ["aria-controls", "hits"], ["aria-expanded", "false"], ["aria-autocomplete", "list"]]) field.setAttribute(name, value);
  Object.assign(list, { id: "hits", hidden: true });
  list.setAttribute("role", "listbox");
  speak(field, "search", "aria-label");
  speak(field, "search", "placeholder");
  speak(list, "search", "aria-label");
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

  /* ---- search: both languages, other names, pinyin and its initials ---- */
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s·'’-]+/g, "");
  const index = data.cards.map((card) => ({ card, words: card.find.map(plain) }));

  function find() {
    const wanted = plain(field.value);
    hits = !wanted ? [] : index.map(({ card, words }) => ({
      card, score: Math.min(...words.map((each) => (each === wanted ? 0 : each.startsWith(wanted) ? 1 : each.includes(wanted) ? 2 : 9))),
    })).filter((hit) => hit.score < 9).sort((a, b) => a.score - b.score).map((hit) => hit.card);
    const seen = new Set(); // an outline and a point of one name are one answer
    hits = hits.filter((card) => !seen.has(card.name.zh) && seen.add(card.name.zh)).slice(0, MOST);
    chosen = hits.length ? 0 : -1;
    listHits(wanted);
  }

  function listHits(wanted) {
    list.textContent = "";
    hits.forEach((card, place) => {
      const row = make("li", "", list), name = line("span", "name", row, say(card.name)), other = otherName(card);
      if (other) line("span", "other", name, other);
      line("span", "kind", row, say(card.kind));
      row.id = `hit-${place}`;
      row.setAttribute("role", "option");
      row.addEventListener("click", () => go(card));
    });
    if (wanted && !hits.length) line("li", "empty", list, word("none").replace("{}", field.value.trim()));
    list.hidden = !wanted;
    field.setAttribute("aria-expanded", String(Boolean(wanted)));
    point();
  }

  function point() {
    [...list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === chosen)));
    if (chosen >= 0) {
      field.setAttribute("aria-activedescendant", `hit-${chosen}`);
      list.children[chosen].scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function go(card) {
    field.value = "";
    find();
    show(card.id, true);
  }

  field.addEventListener("input", find);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!hits.length) return;
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      point();
    } else if (event.key === "Enter" && hits[chosen]) go(hits[chosen]);
    else if (event.key === "Escape" && field.value) {
      field.value = "";
      find();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  /* ---- tools ---- */
  const tools = at("tools"), group = (name) => make("div", `float ${name}`, tools);
  tools.setAttribute("role", "group");
  speak(tools, "tools", "aria-label");
  const first = group("first"), language = button(first, "icon", () => park.setLanguage(state.lang === "zh" ? "en" : "zh"));
  const theme = button(first, "icon", () => park.setTheme(state.theme === "dark" ? "light" : "dark"), "moon");
  const measure = button(first, "icon", () => {
    measuring = !measuring;
    if (measuring) {
      close();
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

  /* ---- the card ---- */
  const sheet = at("card");
  speak(sheet, "card", "aria-label");
  const otherName = (card) => {
    const other = state.lang === "zh" ? card.name.en : card.name.zh;
    return other && other !== say(card.name) ? other : "";
  };

  function write() {
    const card = open && cards.get(open);
    if (!card) return;
    const { scrollTop } = sheet;
    sheet.textContent = "";
    const top = make("div", "top", sheet), marks = make("div", "marks", top);
    line("span", "kind", marks, say(card.kind));
    for (const [name, text] of card.marks) line("span", `mark ${name}`, marks, say(text));
    line("span", `mark ${card.known}`, marks, say(card.precision));
    line("h2", "", top, say(card.name));
    if (otherName(card)) line("div", "other", top, otherName(card));
    button(top, "icon close", close, "close").setAttribute("aria-label", word("close"));
    if (card.facts.length) facts(card);
    const body = make("div", "body", sheet);
    for (const part of card.parts) {
      if (part.heading) line("h3", "", body, say(part.heading));
      if (part.lines.length === 1) line("p", "", body, say(part.lines[0]));
      else {
        const items = make(part.steps ? "ol" : "ul", "", body);
        for (const text of part.lines) line("li", "", items, say(text));
      }
    }
    if (card.note) line("div", "note", body, say(card.note));
    line("h3", "", body, word("where"));
    const known = say(card.precision), basis = say(card.basis);
    line("p", "", body, basis.startsWith(known) ? basis : `${known}${state.lang === "zh" ? "：" : ": "}${basis}`);
    near(card, body);
    if (card.sources.length) {
      line("h3", "", body, word("sources"));
      const items = make("ul", "sources", body);
      for (const [mark, text] of card.sources) {
        const item = make("li", "", items);
        line("b", "", item, String(mark));
        line("span", "", item, say(text));
      }
    }
    sheet.scrollTop = scrollTop;
  }

  function facts(card) {
    const items = make("dl", "facts", sheet);
    for (const fact of card.facts) {
      const item = make("div", "", items);
      if (fact.date) line("span", "date", item, say(fact.date));
      line("dt", "", item, say(fact.label));
      const value = line("dd", say(fact.value).length > 7 ? "long" : "", item, say(fact.value));
      if (say(fact.unit)) line("small", "", value, say(fact.unit));
    }
  }

  function near(card, body) {
    if (!card.near.length) return;
    line("h3", "", body, word("near"));
    const items = make("div", "near", body);
    for (const [id, name] of card.near) button(items, "", () => show(id, true)).textContent = say(name);
  }

  function remember(link) { // the address leads back here; what lies before the # stays as it is
    try {
      history.replaceState(null, "", link ? `#${link}` : "#");
    } catch { // some readers forbid it for files: then the address stays
    }
  }

  function show(id, fly = false) {
    const card = cards.get(id);
    if (!card) return close();
    if (!open) before = document.activeElement;
    if (open !== id) sheet.scrollTop = 0;
    open = id;
    sheet.hidden = false;
    document.body.classList.add("card-open");
    write();
    settle();
    if (fly) {
      park.show(id);
      sheet.focus({ preventScroll: true });
    } else if (!inView(id)) park.show(id);
    else if (state.selected !== id) park.mark(id);
    remember(card.link);
    return undefined;
  }

  function close() {
    if (!open) return;
    const held = sheet.contains(document.activeElement);
    open = null;
    sheet.hidden = true;
    document.body.classList.remove("card-open");
    settle();
    park.mark(null);
    remember("");
    if (held && before && before.isConnected) before.focus({ preventScroll: true });
  }

  function inView(id) { // the middle of a thing lies between panel and card
    const spot = park.pointOf(id), size = map.getSize(), { left, right, top, bottom } = state.inset;
    return Boolean(spot) && spot[0] > left && spot[0] < size.x - right && spot[1] > top && spot[1] < size.y - bottom;
  }

  function settle() { // what the panels leave free is where the map shows things
    const root = document.documentElement.style, bar = document.querySelector(".bar"), credit = document.querySelector(".credit");
    root.setProperty("--bar", `${bar.offsetHeight}px`);
    root.setProperty("--low", `${window.innerHeight - credit.getBoundingClientRect().top}px`);
    state.corner = tools.getBoundingClientRect().bottom + 8;
    if (narrow.matches) park.setInset({ left: 0, right: 0, top: folded ? panel.offsetHeight : 116, bottom: open ? sheet.offsetHeight - 60 : 0 });
    else park.setInset({ left: 328, right: open ? 392 : 0 });
  }

  /* ---- language and light ---- */
  function dress() {
    document.title = say(data.title);
    for (const [node, key, how] of said) {
      if (how === "text") node.textContent = word(key);
      else node.setAttribute(how, word(key));
    }
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
    write();
    if (field.value) find();
    settle();
  }

  const reveal = () => { // a link was followed before its card took its room
    if (open) park.show(open);
  };
  window.addEventListener("hashchange", reveal);
  window.addEventListener("resize", () => {
    settle();
    world.redraw();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && measuring) park.stopMeasuring();
    else if (event.key === "Escape" && open) close();
    else if (event.key === "/" && document.activeElement !== field) {
      field.focus();
      event.preventDefault();
    }
  });

  return {
    dress,
    told(verb, [value]) {
      if (verb === "featureTapped" && value) show(String(value));
      else if (verb === "featureTapped") close();
      else if (verb === "measuringEnded") {
        measuring = false;
        dress();
      }
    },
    ready() {
      settle();
      if (!location.hash && data.start) park.follow(data.start);
      reveal();
    },
    reserved: () => [panel, sheet, ...tools.children, home].filter((node) => node.offsetParent).map((node) => world.boxOf(node)),
    state: () => ({ card: open, folded, hits: hits.map((card) => card.id) }),
    counts: () => ({ cards: cards.size }),
  };
});
