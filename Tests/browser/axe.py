"""What axe, the checker of accessibility, says of a page."""

from importlib.resources import files

SOURCE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async tags => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"], preload: false })
  return found.violations.flatMap(rule =>
    rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.target.join(" ")}`))
}"""


# Where a page’s JavaScript is off, timers never ring; axe, which Chromium’s debugger runs all the same, waits for some.
AT_ONCE = "window.setTimeout = act => { Promise.resolve().then(act); return 1 }; null"


def violations(page, scripted=True):
    """All that is against WCAG 2.0 to 2.2 A and AA, or the best practices, as it looks now: a line for each place.

    `scripted` says whether the page’s own JavaScript is on.
    """
    if not page.evaluate("typeof axe != 'undefined'"):
        page.evaluate(SOURCE + "; null")
        if not scripted:
            page.evaluate(AT_ONCE)
    return page.evaluate(RUN, RULES)
