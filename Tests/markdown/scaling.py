"""Shows that time grows with the text and not faster: scaling.py PROBE.

Each pathological text comes in three sizes, 1 to 10 to 100; the nanoseconds per byte of the largest must not be
many times those of the smallest that takes long enough to be measured.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

TEXTS = {
    "nested brackets": lambda n: "[" * n + "a" + "]" * n,
    "nested link openers": lambda n: "[a](" * n,
    "nested images": lambda n: "![" * n + "a" + "](b)" * n,
    "nested emphasis": lambda n: "*a **a " * n + "b" + " a** a*" * n,
    "nested tildes": lambda n: "~a ~~a " * n + "b" + " a~~ a~" * n,
    "tildes that do not match": lambda n: "a~~a~a " * n,
    "quotation marks": lambda n: "\"a 'b " * n,
    "apostrophes": lambda n: "'a " * n + "b'" * n,
    "hyphens": lambda n: "-" * n + " a" + "- a" * n,
    "backticks": lambda n: "".join("e" + "`" * (i % 50 + 1) for i in range(n // 10)),
    "block quotes in block quotes": lambda n: "> " * (n // 10) + "a\n",
    "lists in lists": lambda n: "".join("  " * i + "* a\n" for i in range(int((n * 5) ** 0.5))),
    "a table of many cells": lambda n: "| a | b |\n|---|---|\n" + "| c | d |\n" * (n // 2),
    "a table of many columns": lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|b\n" * n,
    "many tables": lambda n: "| a |\n|---|\n| b |\n\n" * (n // 4),
    "tables that end within paragraphs": lambda n: "> | a |\n> |---|\nb\n" * (n // 4),
    "delimiter rows without headers": lambda n: "|-|-|\n" * n,
    "footnotes": lambda n: "".join(f"a[^{i}]\n" for i in range(n // 2)) + "".join(
        f"\n[^{i}]: b\n" for i in range(n // 2)),
    "references to one footnote": lambda n: "[^a] " * n + "\n\n[^a]: b\n",
    "references to no footnote": lambda n: "[^a] " * n,
    "headings of one name": lambda n: "## a\n\n" * n,
    "headings with one id": lambda n: "## a {#a}\n\n" * (n // 2),
    "addresses": lambda n: "www.a.b http://c.d e@f.g " * (n // 2),
    "at signs": lambda n: "a@" * n,
    "addresses that are none": lambda n: "_www.a_b." * n,
    "brackets after an address": lambda n: "http://a.b/" + ")" * n,
    "semicolons after an address": lambda n: "http://a.b/" + "&a;" * n,
    "passages in another language": lambda n: "[a]{lang=de} " * n,
    "nested passages": lambda n: "[" * n + "a" + "]{lang=de}" * n,
    "lines of colons": lambda n: "::: {lang=de}\na\n" * (n // 2),
    "notes": lambda n: "> [!NOTE]\n> a\n\n" * (n // 2),
    "figures": lambda n: "![a](b \"c\")\n\n" * (n // 2),
    "raw HTML": lambda n: "<b>a</b> " * n,
    "openings of raw HTML": lambda n: "<!A " * n + "<? " * n + "<a href=\"" * n,
    "escaped signs": lambda n: "\\\"" * n,
    "link references": lambda n: "".join(f"[{i}]: /x\n" for i in range(n)) + "[0]" * n,
}
# What is quadratic would take ten times as long per byte; caches alone make large texts slower.
LIMIT = 7.0


def measure(probe, text):
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_text(text)
        rounds = "5" if len(text) < 50_000 else "2"
        run = subprocess.run([probe, "time", "default", rounds, file.name], capture_output=True, text=True, timeout=120)
    if run.returncode:
        raise SystemExit(f"scaling: the probe ended with status {run.returncode}")
    return float(run.stdout.split()[0])


failed = False
print(f"{'nanoseconds per byte at':36} {'1x':>9} {'10x':>9} {'100x':>9}")
for name, make in TEXTS.items():
    if len(sys.argv) > 2 and sys.argv[2] not in name:
        continue
    times = [measure(sys.argv[1], make(size)) for size in (200, 2_000, 20_000)]
    # Small texts carry what every text costs, and so do not count as the measure.
    slow = times[2] > LIMIT * max(times[1], 20)
    failed = failed or slow
    print(f"{name:36} {times[0]:9.1f} {times[1]:9.1f} {times[2]:9.1f}{'   grows' if slow else ''}", flush=True)
sys.exit(failed)
