#!/usr/bin/env python3
"""Mutates the fixtures' templates and feeds them to template-probe, which must answer each: no crash, no hang.

fuzz.py --probe P [--seconds N] [--seed S]

What it does not answer is printed; so is its memory, every 30 seconds.
"""

import argparse
import contextlib
import json
import os
import pathlib
import random
import select
import subprocess
import sys
import time

from reference import Fixture

FIXTURES = pathlib.Path(__file__).parent.parent / "TemplatingTests" / "Fixtures"
PIECES = [
    "{{", "}}", "{%", "%}", "{#", "#}", "-%}", "{%-", "{% raw %}", "{% endraw %}", "{% if x %}", "{% endif %}", "{% else %}",
    "{% for i in x %}", "{% endfor %}", "{% set a %}", "{% endset %}", "{% block a %}", "{% endblock %}", "{% macro m(a, b=1) %}",
    "{% endmacro %}", "{% call m() %}", "{% endcall %}", "{% include 'main.html' %}", "{% extends 'main.html' %}", "{{ super() }}",
    "{{ self.a() }}", "{{ loop(x) }}", "|", "|list", "|sort", "|join", "|format", "|round(99)", "|center(999999)", "|int(0, 0)", "(", ")",
    "[", "]", "{", "}", "'", '"', "\\", "~", "**", "//", "%", "- ", "not ", "is ", "in ", "if ", "else ", "recursive", "9" * 18,
    "9223372036854775807", "-9223372036854775808", "1e308", "0.0", "::", "::-1", "ns.a", "namespace()", "range(999999)", "'%*d'", "\x00",
    "\u2028", "\r", "é", "\U0001F600", "loop.cycle()", "**x", "*x", "=", ",", ".", ":",
]


def mutate(rng, text, others):
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        position = rng.randrange(len(text) + 1)
        choice = rng.randrange(6)
        if choice == 0:
            text = text[:position] + text[position + rng.randint(1, 8):]
        elif choice == 1:
            text = text[:position] + rng.choice(PIECES) + text[position:]
        elif choice == 2:
            other = rng.choice(others)
            start = rng.randrange(len(other) + 1)
            text = text[:position] + other[start:start + rng.randint(1, 30)] + text[position:]
        elif choice == 3:
            text = text[:position] + rng.choice(PIECES) + text[position + 1:]
        elif choice == 4:
            piece = text[position:position + rng.randint(1, 12)]
            text = text[:position] + piece * rng.choice((2, 3, 80)) + text[position:]
        else:
            text = text[:position]
    return text[:20000]


class Probe:
    """A template-probe that lives as long as it can, so that memory which it does not give back is seen."""

    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def verdict(self, request, timeout):
        """What is wrong with the answer to a request: nothing, in most cases."""
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(request.encode("utf-8", "replace"))
            self.process.stdin.flush()
        answer = b""
        while not answer.endswith(b"\n"):
            if not select.select([self.process.stdout], [], [], timeout)[0]:
                self.process.kill()
                return f"no answer in {timeout} s"
            piece = os.read(self.process.stdout.fileno(), 1 << 20)
            if not piece:
                return f"exit {self.process.wait()}"
            answer += piece
        return None

    def resident(self):
        """Its memory in MB."""
        pages = pathlib.Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--probe", required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    fixtures = [Fixture(path) for path in sorted(FIXTURES.rglob("*.txt"))]
    texts = [text for fixture in fixtures for _, text in fixture.templates]
    start = noted = time.monotonic()
    count = failures = 0
    probe = Probe(arguments.probe)
    while time.monotonic() < start + arguments.seconds and failures < 5:
        fixture = rng.choice(fixtures)
        templates = [(name, mutate(rng, text, texts)) for name, text in fixture.templates]
        request = json.dumps({"templates": templates, "context": json.loads(fixture.context or "{}")}) + "\n"
        count += 1
        verdict = probe.verdict(request, 20)
        if verdict:
            failures += 1
            print(f"{verdict}: {request}")
            probe = Probe(arguments.probe)
        elif time.monotonic() >= noted + 30:
            noted += 30
            print(f"{noted - start:.0f} s: {count} mutated templates, {probe.resident():.1f} MB", flush=True)
    probe.close()
    print(f"{count} mutated templates, {failures} failures")
    sys.exit(1 if failures else 0)


main()
