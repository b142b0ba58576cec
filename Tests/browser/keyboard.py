"""A walk through a page with the Tab key alone."""

# All that can be operated, in the order of the page; what is folded away cannot.
OPERABLE = """() => {
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")
  window.operable = [...all].filter(one => !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }))
  return operable.map(one => `${one.localName} “${(one.innerText ?? "").trim() || one.getAttribute("aria-label") || one.name || ""}”`)
}"""
# Where the focus is among those, and how it shows: that something is drawn around it, and that it is in sight.
FOCUSED = """() => {
  const one = document.activeElement
  if (one === document.body) return null
  const style = getComputedStyle(one), box = one.getClientRects()[0] ?? one.getBoundingClientRect()
  const inSight = box.width > 0 && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1)
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1)
  const above = document.elementFromPoint(x, y)
  return {
    index: operable.indexOf(one),
    drawn: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inSight: inSight && (one.contains(above) || above?.contains(one)) && style.clipPath === "none",
  }
}"""


def walk(page):
    """What goes wrong between the first and the last thing that can be operated, line by line."""
    names = page.evaluate(OPERABLE)
    for index, name in enumerate(names):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or focused["index"] != index:
            yield f"Tab does not lead to {name}"
            return
        if not focused["drawn"]:
            yield f"the focus on {name} is not shown"
        if not focused["inSight"]:
            yield f"{name} is out of sight while it has the focus"


def skip(page):
    """Whether the skip link is the first, and leads past everything before the page's own content."""
    page.keyboard.press("Tab")
    if not page.evaluate("document.activeElement.matches('.skip-link')"):
        yield "the first thing that Tab leads to is no skip link"
        return
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.localName") != "main":
        yield "the skip link does not lead to the content"
    page.keyboard.press("Tab")
    if not page.evaluate("document.activeElement.closest('main, footer')"):
        yield "after the skip link, Tab leads back"
