// Lets readers combine the filters of a list, which without this file lead to pages of their own. What is chosen stands
// in the address (?country=dk&topic=wind), so that it can be shared; all entries of the list are searched, on whichever
// of its pages they stand.

const PAGE = 50;

/** The entries that have all that is chosen: `chosen` is a Map from a filter's name to a key. */
export function choose(entries, chosen) {
  return entries.filter((entry) => [...chosen].every(([name, key]) => entry[name]?.includes(key)));
}

class Filters {
  constructor(nav) {
    this.nav = nav;
    this.links = [...nav.querySelectorAll("a[data-filter]")];
    this.state = nav.querySelector(".filter-state");
    this.clear = nav.querySelector(".filter-clear");
    this.results = document.querySelector(".filter-results");
    this.more = this.results.querySelector(".filter-more");
    // What follows is the list as it was published, with the way to its other pages.
    this.list = [];
    for (let next = this.results.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.localName !== "script") this.list.push(next);
    }
    this.home = location.pathname;
    this.number = new Intl.NumberFormat(document.documentElement.lang);
    nav.addEventListener("click", (event) => this.onClick(event));
    this.clear.addEventListener("click", () => this.go(new Map(), this.clear));
    this.more.addEventListener("click", () => this.showMore());
    addEventListener("popstate", () => this.show());
    this.forgetUnknown();
    this.show();
  }

  /** What the address says, as far as the list has such filters. */
  chosen() {
    const chosen = new Map();
    for (const [name, key] of new URLSearchParams(location.search)) {
      if (this.links.some((link) => link.dataset.filter === name && link.dataset.key === key)) chosen.set(name, key);
    }
    return chosen;
  }

  /** Takes out of the address what the list has no filters for, so that it says what is shown. */
  forgetUnknown() {
    const query = new URLSearchParams([...this.chosen()]).toString();
    history.replaceState(null, "", location.pathname + (query && `?${query}`) + location.hash);
  }

  onClick(event) {
    const link = event.target.closest("a[data-filter]");
    // Other windows and tabs open the page of the term.
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const chosen = this.chosen();
    const { filter, key } = link.dataset;
    if (chosen.get(filter) === key) chosen.delete(filter);
    else chosen.set(filter, key);
    this.go(chosen, link);
  }

  go(chosen, from) {
    const query = new URLSearchParams([...chosen]).toString();
    history.pushState(null, "", query ? `${this.nav.dataset.list}?${query}` : this.home);
    this.show();
    // The button that was pressed is gone when there is nothing left to clear.
    if (from === this.clear) this.nav.querySelector("summary").focus();
  }

  async load() {
    const response = await fetch(this.nav.dataset.index);
    if (!response.ok) throw new Error(response.statusText);
    return (await response.json()).entries;
  }

  async show() {
    const chosen = this.chosen();
    this.mark(chosen);
    if (!chosen.size) return this.showList("");
    try {
      this.entries ??= await this.load();
    } catch {
      return this.showList(this.nav.dataset.failed);
    }
    // Somebody may have chosen something else meanwhile.
    this.found = choose(this.entries, this.chosen());
    this.results.firstElementChild.replaceChildren();
    this.showMore();
    this.results.hidden = false;
    for (const part of this.list) part.hidden = true;
    const count = (number) => this.number.format(number);
    this.state.textContent = this.found.length
      ? this.nav.dataset.count
          .replace("{count}", count(this.found.length))
          .replace("{total}", count(this.entries.length))
      : this.nav.dataset.none;
  }

  /** The list as it was published, and what is to be said of it. */
  showList(message) {
    this.results.hidden = true;
    for (const part of this.list) part.hidden = false;
    this.state.textContent = message;
  }

  mark(chosen) {
    for (const link of this.links) {
      if (chosen.get(link.dataset.filter) === link.dataset.key) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    for (const details of this.nav.querySelectorAll("details")) {
      const link = details.querySelector("[aria-current]");
      const label = details.querySelector(".filter-chosen");
      label.textContent = link?.textContent ?? "";
      if (link?.lang) label.lang = link.lang;
      else label.removeAttribute("lang");
    }
    this.clear.hidden = !chosen.size;
    // The list in another language has the same filters.
    const query = new URLSearchParams([...chosen]).toString();
    for (const link of document.querySelectorAll(".language-switch a")) link.search = query;
  }

  /** Adds the next of the entries that were found. */
  showMore() {
    const list = this.results.firstElementChild;
    const start = list.childElementCount;
    list.append(...this.found.slice(start, start + PAGE).map(item));
    this.more.hidden = list.childElementCount >= this.found.length;
    if (start) list.children[start]?.querySelector("a").focus();
  }
}

/** An entry of the list: its title as a link, and a note. */
function item(entry) {
  const link = document.createElement("a");
  link.href = entry.url;
  link.textContent = entry.title;
  if (entry.lang) link.lang = entry.lang;
  if (entry.dir) link.dir = entry.dir;
  const note = document.createElement("span");
  note.className = "remark";
  note.textContent = entry.note ?? "";
  const item = document.createElement("li");
  item.append(link, " ", note);
  return item;
}

const nav = document.querySelector("nav.filters");
if (nav) new Filters(nav);
