// The page that searches: asks Pagefind's index and shows what it finds. What is asked for stands in the address,
// so that it can be shared, and the browser's Back goes one question back.

const parts = (name, root = document) => [...root.querySelectorAll(`[data-search="${name}"]`)];
const part = (name, root) => parts(name, root)[0];

const form = part("form");
const status = part("status");
const results = part("results");
const more = part("more");
const selects = [...form.querySelectorAll("select")];
const pageLanguage = document.documentElement.lang;
const batch = 10;
const sorts = { newest: { date: "desc" }, oldest: { date: "asc" } };

let loading = null;
let found = [];
let shown = 0;
/** Counts questions, since answers may overtake each other. */
let question = 0;

/** Gives Pagefind with its filters, once somebody wants to search: it is heavier than the page. */
function load() {
  loading ??= import(new URL(`${form.dataset.index}pagefind.js`, location.href)).then(async (pagefind) => {
    fillFilters(await pagefind.filters());
    return pagefind;
  });
  // Whoever waits for it says what went wrong; the next one tries again.
  loading.catch(() => (loading = null));
  return loading;
}

/** What the form asks for; fields without a value are left out. */
function asked() {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
}

/** Fills the form from the address. */
function readAddress() {
  const values = new URLSearchParams(location.search);
  form.elements.q.value = values.get("q") ?? "";
  for (const select of selects) {
    const value = values.get(select.name) ?? "";
    select.value = value;
    if (select.value !== value) select.value = "";
  }
}

/** Puts the question into the address. */
function writeAddress(replaces) {
  const query = asked().toString();
  const address = location.pathname + (query && `?${query}`);
  if (address !== location.pathname + location.search) {
    history[replaces ? "replaceState" : "pushState"](null, "", address);
  }
}

/** Takes the words along into other languages; what filters choose has other names there. */
function tellLanguages() {
  const query = new URLSearchParams(asked());
  for (const name of [...query.keys()]) if (name !== "q" && name !== "sort") query.delete(name);
  for (const link of document.querySelectorAll(".language-switch a")) link.search = query.toString();
}

/** Lets readers choose among what there is, in the order of their language. */
function fillFilters(filters) {
  for (const select of parts("filter", form)) {
    const values = Object.keys(filters[select.name] ?? {}).sort(new Intl.Collator(pageLanguage).compare);
    select.length = 1;
    select.append(...values.map((value) => new Option(value, value)));
    select.closest("label").hidden = values.length === 0;
  }
}

async function search() {
  const number = ++question;
  tellLanguages();
  let pagefind;
  try {
    pagefind = await load();
  } catch {
    status.textContent = status.dataset.failed;
    return;
  }
  const filters = {};
  for (const select of parts("filter", form)) if (select.value) filters[select.name] = select.value;
  const words = form.elements.q.value.trim();
  const isEmpty = !words && Object.keys(filters).length === 0;
  let answer = [];
  try {
    // Without words, all that the filters let through is found.
    if (!isEmpty) answer = (await pagefind.search(words || null, { filters, sort: sorts[form.elements.sort.value] })).results;
    if (number !== question) return;
    found = answer;
    shown = 0;
    results.replaceChildren();
    await showMore(number);
    if (number !== question) return;
    const count = found.length ? `${status.dataset.found} ${found.length.toLocaleString(pageLanguage)}` : status.dataset.nothing;
    status.textContent = isEmpty ? "" : count;
  } catch {
    status.textContent = status.dataset.failed;
  }
  part("browse").hidden = found.length > 0;
}

/** Shows the next results; gives the first of them. */
async function showMore(number) {
  const next = found.slice(shown, shown + batch);
  const pages = await Promise.all(next.map((result) => result.data()));
  if (number !== question) return null;
  const items = pages.map(drawn);
  results.append(...items);
  shown += items.length;
  more.hidden = shown >= found.length;
  return items[0];
}

/** A result, drawn with the page's own template. */
function drawn(page) {
  const item = part("result").content.firstElementChild.cloneNode(true);
  const link = part("title", item);
  link.href = page.url;
  link.textContent = page.meta.title;
  if (page.meta.lang) speak(link, page.meta.lang);
  part("kind", item).textContent = page.meta.kind ?? "";
  part("date", item).textContent = page.meta.date ?? "";
  part("excerpt", item).append(...excerpt(page));
  return item;
}

/** The part of the text in which the words are, cut where its language changes, with dots where there is more. */
function excerpt(page) {
  const words = page.content.split(/\s+/);
  const plain = page.plain_excerpt.split(/\s+/);
  const changes = page.anchors.filter((anchor) => anchor.id.startsWith("lang:"));
  const start = Math.max(0, words.findIndex((_, index) => plain.every((word, offset) => words[index + offset] === word)));
  const end = Math.min(start + plain.length, words.length);
  const marked = new Set(page.locations);
  const pieces = [];
  let language = null;
  for (let index = start; index < end; index++) {
    const change = changes.findLast((anchor) => anchor.location <= index);
    const here = change?.id.slice("lang:".length) ?? pageLanguage;
    if (here !== language) {
      pieces.push(document.createElement("span"), " ");
      speak(pieces.at(-2), (language = here));
    }
    pieces.at(-2).append(...(marked.has(index) ? highlighted(words[index]) : [words[index]]), " ");
  }
  return [start > 0 ? "… " : "", ...pieces, end < words.length ? "…" : ""];
}

/** A word that was looked for, without the signs around it. */
function highlighted(word) {
  const [, before, found, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word);
  const mark = document.createElement("mark");
  mark.textContent = found;
  return [before, mark, after];
}

/** Says the language of an element, and its direction, where that is not the page's. */
function speak(element, language) {
  if (language === pageLanguage) return;
  element.lang = language;
  element.dir = "auto";
}

let pause;
form.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    writeAddress(true);
    search();
  }, 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  writeAddress(false);
  search();
});
addEventListener("popstate", () => start());
more.addEventListener("click", async () => {
  const first = await showMore(question);
  first?.querySelector("a").focus();
});

form.addEventListener("focusin", () => load().catch(() => {}), { once: true });

/** Does what the address says. */
async function start() {
  form.elements.q.value = new URLSearchParams(location.search).get("q") ?? "";
  // The filters have values once they are loaded.
  if (await load().catch(() => null)) {
    readAddress();
    // What there is no filter for is not asked for.
    writeAddress(true);
  }
  await search();
}
if (new URLSearchParams(location.search).size > 0) start();
