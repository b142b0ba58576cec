"""Compares Markdown's HTML with the specification's and with cmark-gfm's: conformance.py PROBE EXAMPLES FIXTURES."""

import json
import re
import sys
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options
from probe import Probe

# The examples are of CommonMark 0.31.2, libcmark 0.30.2 is of 0.30. Since then currency signs count as
# punctuation, and comments in HTML may be shorter and contain two hyphens.
CHANGED_SINCE = {354, 625, 626}

# Where we differ from cmark-gfm on purpose, by the fixture's name.
#   cmark-gfm numbers references in notes that nothing refers to, and puts links into links and images.
#   It ends the resource of an XMPP address elsewhere than its specification says.
#   It takes a comment's text for a table, and an address with a backslash for an address.
DIFFERENT = {
    "Strikethrough with one or two tildes",  # emphasis that crosses it
    "What is no address, or is one already",
    "Escaped signs come back wherever they stand",
    "Problems with footnotes",
    "What is no footnote",
    "An XMPP address keeps its resource",
    "Lists beside footnotes stay as they are",
}

probe = Probe(sys.argv[1])
failures = []


def fail(name, markdown, expected, actual):
    failures.append(name)
    print(f"-- {name}\n{markdown}\nexpected: {expected}\nactual:   {actual}\n")


def comparable(html):
    """Without what differs on purpose: slashes in empty elements, and what our boxes say to screen readers."""
    return re.sub(r"\s*/>", ">", re.sub(r' aria-label="(Done|To do)"', "", html)).strip()


examples = json.loads(Path(sys.argv[2]).read_text())
for example in examples:
    name = f"CommonMark example {example['example']}"
    if example["example"] in CHANGED_SINCE:
        continue
    html = probe(example["markdown"], "html").decode()
    if html != example["html"]:
        fail(name, example["markdown"], example["html"], html)
    # Without raw HTML the default mode gives the same.
    html = probe(example["markdown"], "-").decode()
    if not probe.warnings and "<!--" not in example["markdown"] and html != example["html"]:
        fail(name + ", safe", example["markdown"], example["html"], html)

count = 0
for file, options, extensions in [
    ("tables.txt", "html,tables", ["table"]),
    ("inlines.txt", "html,strikethrough,task_lists,autolinks", ["strikethrough", "tasklist", "autolink"]),
    ("footnotes.txt", "html,tables,footnotes", ["table"]),
]:
    flags = Options.CMARK_OPT_UNSAFE | (Options.CMARK_OPT_FOOTNOTES if "footnotes" in options else 0)
    for case in ("\n" + (Path(sys.argv[3]) / file).read_text()).split("\n=== ")[1:]:
        name, _, rest = case.partition("\n")
        if name in DIFFERENT:
            continue
        markdown = rest.split("--->\n")[0]
        expected = cmarkgfm.markdown_to_html_with_extensions(markdown, options=flags, extensions=extensions)
        actual = probe(markdown, options).decode()
        count += 1
        if comparable(expected) != comparable(actual):
            fail(f"{file}: {name}", markdown, expected, actual)

print(f"markdown: {len(examples)} examples of CommonMark, {count} fixtures beside cmark-gfm, {len(failures)} differ")
sys.exit(bool(failures))
