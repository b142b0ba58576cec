// Follows the changes of a site in the preview: loads the page anew where it changed, takes new style sheets
// without that, and shows what is wrong.
(() => {
  "use strict";
  const script = document.currentScript;
  const known = { ...script.dataset };
  const place = `oresund-place:${location.pathname}`;
  const closed = "oresund-closed";

  // The place on the page, which a page that grew or shrank above it would lose.
  const kept = sessionStorage.getItem(place);
  if (kept) {
    sessionStorage.removeItem(place);
    const [left, top] = kept.split(" ").map(Number);
    const restore = () => scrollTo({ left, top, behavior: "instant" });
    restore();
    addEventListener("load", restore, { once: true });
  }

  function reload() {
    stop();
    sessionStorage.setItem(place, `${scrollX} ${scrollY}`);
    location.reload();
  }

  // Style sheets: those of the page as it is now take the places of those that are here, once they are loaded.

  function load(address) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.responseType = "document";
      request.onload = () => resolve(request.response);
      request.onerror = reject;
      request.send();
    });
  }

  const sheets = (root) => [...root.querySelectorAll("link[rel~=stylesheet]")].filter((link) => !isOurs(link));
  const isOurs = (link) => link.getAttribute("href").startsWith("/__oresund/");

  async function takeStyles() {
    const page = await load(location.href);
    const now = sheets(document);
    const next = sheets(page);
    if (now.length !== next.length) return reload();
    await Promise.all(
      now.map(async (link, index) => {
        // The cache’s copy of an address that stays the same is made new.
        await fetch(next[index].href, { cache: "reload" }).catch(() => {});
        const fresh = document.createElement("link");
        for (const { name, value } of next[index].attributes) fresh.setAttribute(name, value);
        const loaded = new Promise((resolve) => (fresh.onload = fresh.onerror = resolve));
        link.after(fresh);
        await loaded;
        link.remove();
      }),
    );
  }

  // What is wrong.

  const overlay = () => document.getElementById("oresund-problems");
  const words = (list) => list.map((problem) => problem.text).join("");

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }

  function show(dialog, text) {
    if (sessionStorage.getItem(closed) === text) return dialog.close();
    dialog.addEventListener("close", () => sessionStorage.setItem(closed, text));
    // As a modal dialog it can be closed with the Escape key, and the page behind it keeps still.
    dialog.removeAttribute("open");
    dialog.showModal();
  }

  async function takeProblems() {
    // The preview’s own pages are lists of what is wrong.
    if (document.body.classList.contains("oresund-page")) return reload();
    const { title, problems } = await (await fetch("/__oresund/problems.json")).json();
    overlay()?.remove();
    if (!problems.some((problem) => problem.isError)) return sessionStorage.removeItem(closed);
    if (!document.querySelector('link[href="/__oresund/live.css"]')) {
      document.head.append(element("link", { rel: "stylesheet", href: "/__oresund/live.css" }));
    }
    const list = element(
      "ul",
      { class: "oresund-problems", tabindex: "0", role: "list", "aria-label": "Errors and warnings" },
      ...problems.map(({ isError, text }) =>
        element("li", { class: isError ? "error" : "warning" }, element("pre", {}, text)),
      ),
    );
    const dialog = element(
      "dialog",
      { id: "oresund-problems", lang: "en", dir: "ltr", "aria-labelledby": "oresund-problems-title" },
      element("h2", { id: "oresund-problems-title" }, title),
      element("form", { method: "dialog" }, element("button", {}, "Close")),
      element(
        "p",
        {},
        "You see the site as it was before, as far as it can be shown. This goes away when the errors are mended.",
      ),
      list,
      element("p", {}, element("a", { href: "/__oresund/" }, "More about this preview")),
    );
    document.body.append(dialog);
    show(dialog, words(problems));
  }

  // Changes: one after the other, since a second one can come while the first is taken.

  let work = Promise.resolve();

  async function take(state) {
    if (state.session !== known.session || String(state.pages) !== known.pages) return reload();
    if (String(state.styles) !== known.styles) {
      known.styles = String(state.styles);
      await takeStyles();
    }
    if (String(state.problems) !== known.problems) {
      known.problems = String(state.problems);
      await takeProblems();
    }
  }

  // A browser opens six connections to a host: tabs that nobody sees leave theirs to others, and take what
  // changed when they are looked at again.

  let events;

  function start() {
    if (events) return;
    events = new EventSource("/__oresund/events");
    events.onmessage = ({ data }) => {
      work = work.then(() => take(JSON.parse(data))).catch((error) => console.warn("oresund:", error));
    };
  }

  function stop() {
    events?.close();
    events = undefined;
  }

  const follow = () => (document.visibilityState === "hidden" ? stop() : start());
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", follow);

  const shown = overlay();
  if (shown) show(shown, [...shown.querySelectorAll("pre")].map((pre) => pre.textContent).join(""));
  follow();
})();
