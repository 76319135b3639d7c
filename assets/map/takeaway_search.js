/* The search of the page that is taken away: both languages, other names, pinyin and its initials. */
"use strict";

Park.part((world) => {
  const { make, say, away } = world, { data, at, word, speak, icon, line, otherName } = away, panel = at("panel"), MOST = 8;
  const box = make("div", "search", panel), field = make("input", "", box), list = make("ul", "hits", panel);
  let hits = [], chosen = -1;
  icon("search", box);
  Object.assign(field, { type: "search", autocomplete: "off", spellcheck: false, enterKeyHint: "search" });
  for (const [name, value] of [["role", "combobox"], ["aria-controls", "hits"], ["aria-expanded", "false"], ["aria-autocomplete", "list"]]) field.setAttribute(name, value);
  Object.assign(list, { id: "hits", hidden: true });
  list.setAttribute("role", "listbox");
  speak(field, "search", "aria-label");
  speak(field, "search", "placeholder");
  speak(list, "search", "aria-label");
  away.field = field;

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
    away.show(card.id, true);
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

  return {
    dress() {
      if (field.value) find();
    },
    state: () => ({ hits: hits.map((card) => card.id) }),
  };
});
