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
  // Nothing covers all of it: WCAG 2.4.11.
  const inSight = [0.1, 0.5, 0.9].some(right => [0.1, 0.5, 0.9].some(down => {
    const above = document.elementFromPoint(box.left + box.width * right, box.top + box.height * down)
    return box.width > 0 && above && (one.contains(above) || above.contains(one))
  }))
  return {
    index: operable.indexOf(one),
    drawn: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inSight,
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


def menus(page):
    """Opens what buttons open above the page, with the Enter key, and walks through it; Escape leads back to the button.

    Yields each menu's name while it is open, so that it can be looked at, and then what went wrong with it, as pairs
    of whether it is open and of a text.
    """
    for button in page.query_selector_all("[popovertarget]:not([popovertargetaction])"):
        if not button.is_visible():
            continue
        name = button.inner_text().strip()
        opened = f"#{button.get_attribute('popovertarget')}:popover-open"
        button.focus()
        page.keyboard.press("Enter")
        if not page.query_selector(opened):
            yield False, f"Enter does not open “{name}”"
            continue
        yield True, name
        for inside in page.query_selector_all(f"{opened} :is(a, button)"):
            page.keyboard.press("Tab")
            if not inside.evaluate("one => one === document.activeElement"):
                yield False, f"in “{name}”, Tab does not lead to “{inside.inner_text().strip()}”"
                break
            if not inside.evaluate("one => one.matches(':focus-visible') && one.checkVisibility()"):
                yield False, f"in “{name}”, the focus on “{inside.inner_text().strip()}” is not shown"
        page.keyboard.press("Escape")
        if page.query_selector(opened) or not button.evaluate("one => one === document.activeElement"):
            yield False, f"Escape does not lead from “{name}” back to its button"


def unfold(page):
    """Opens everything that is folded away, with the Enter key, so that it is looked at, too."""
    for summary in page.query_selector_all("summary"):
        summary.focus()
        page.keyboard.press("Enter")
        if not summary.evaluate("one => one.parentElement.open"):
            yield f"Enter does not open “{summary.inner_text()}”"


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
