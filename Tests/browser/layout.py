"""Whether a page fits into its window, and keeps still while it is loaded."""

# Sums up how far things move while a page is loaded; put in before the page.
WATCH_SHIFTS = """
window.shifts = 0
new PerformanceObserver(list => { for (const entry of list.getEntries()) shifts += entry.value })
  .observe({ type: "layout-shift", buffered: true })
"""
# What reaches out of the window to the side, but for what scrolls by itself or is for screen readers alone.
OUTSIDE = """() => {
  const scrolls = one => /auto|scroll/.test(getComputedStyle(one).overflowX)
  const scrolled = one => { for (let up = one.parentElement; up; up = up.parentElement) if (scrolls(up)) return true }
  const outside = [...document.body.querySelectorAll("*")].filter(one => {
    const box = one.getBoundingClientRect()
    return box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1)
      && one.checkVisibility({ visibilityProperty: true }) && !scrolled(one)
  })
  return outside.map(one => `${one.localName}.${one.getAttribute("class") ?? ""}`)
}"""
# Boxes that cut off text which they hold.
CUT = """() => [...document.body.querySelectorAll("*")].filter(one =>
  /hidden|clip/.test(getComputedStyle(one).overflowX) && one.innerText?.trim()
  && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
  .map(one => `${one.localName}.${one.getAttribute("class") ?? ""}`)"""
# Drawings may say less where they are small: what they show stands beside them in words. What a button that can be
# seen opens is not lost; whether it does, the walk with the keyboard tells.
TEXT = """() => {
  const opens = (menu, shown) => menu && [...document.querySelectorAll(`[popovertarget="${menu.id}"]`)].some(shown)
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = []
  while (nodes.nextNode()) {
    const holder = nodes.currentNode.parentElement
    if (holder.closest("svg, [popovertarget]")) continue
    const shown = one => one.checkVisibility({ visibilityProperty: true })
    if (shown(holder) || opens(holder.closest("[popover]"), shown)) texts.push(nodes.currentNode.data)
  }
  return texts.join("").replace(/\\s+/g, "")
}"""


def misfits(page):
    """What does not fit into the window as wide as it is now."""
    if page.evaluate("document.scrollingElement.scrollWidth > innerWidth"):
        yield "scrolls sideways"
    for name in page.evaluate(OUTSIDE):
        yield f"{name} reaches out of the window"
    for name in page.evaluate(CUT):
        yield f"{name} cuts its text off"


def moved(page):
    """How far things have moved by themselves so far, as Chromium measures it (CLS)."""
    # Pictures that wait until they are near come, too.
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    page.evaluate("scrollTo(0, 0)")
    return page.evaluate("shifts")


def text(page):
    """All text that can be seen, but for that in drawings."""
    return page.evaluate(TEXT)
