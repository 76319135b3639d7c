/* The card of what was tapped, found or followed, in the page that is taken away. */
"use strict";

Park.part((world) => {
  const { map, state, park, make, say, away } = world, { data, cards, at, word, speak, button, line, otherName } = away;
  const sheet = at("card");
  let before = null;
  speak(sheet, "card", "aria-label");

  function write() {
    const card = away.open && cards.get(away.open);
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
    if (!away.open) before = document.activeElement;
    if (away.open !== id) sheet.scrollTop = 0;
    away.open = id;
    sheet.hidden = false;
    document.body.classList.add("card-open");
    write();
    away.settle();
    if (fly) {
      park.show(id);
      sheet.focus({ preventScroll: true });
    } else if (!inView(id)) park.show(id);
    else if (state.selected !== id) park.mark(id);
    remember(card.link);
    return undefined;
  }

  function close() {
    if (!away.open) return;
    const held = sheet.contains(document.activeElement);
    away.open = null;
    sheet.hidden = true;
    document.body.classList.remove("card-open");
    away.settle();
    park.mark(null);
    remember("");
    if (held && before && before.isConnected) before.focus({ preventScroll: true });
  }

  function inView(id) { // the middle of a thing lies between panel and card
    const spot = park.pointOf(id), size = map.getSize(), { left, right, top, bottom } = state.inset;
    return Boolean(spot) && spot[0] > left && spot[0] < size.x - right && spot[1] > top && spot[1] < size.y - bottom;
  }
  Object.assign(away, { show, close });

  const reveal = () => { // a link was followed before its card took its room
    if (away.open) park.show(away.open);
  };
  window.addEventListener("hashchange", reveal);

  return {
    dress: write,
    told(verb, [value]) {
      if (verb === "featureTapped" && value) show(String(value));
      else if (verb === "featureTapped") close();
    },
    ready() {
      away.settle();
      if (!location.hash && data.start) park.follow(data.start);
      reveal();
    },
    state: () => ({ card: away.open }),
    counts: () => ({ cards: cards.size }),
  };
});
