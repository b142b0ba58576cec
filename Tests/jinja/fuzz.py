#!/usr/bin/env python3
"""Mutates the fixtures' templates and feeds them to template-probe, which must answer each: no crash, no hang.

fuzz.py --probe P [--seconds N] [--seed S]

A crash leaves the batch that it happened in; each of its cases is then tried alone, and the culprit is printed.
"""

import argparse
import json
import pathlib
import random
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


def answers(probe, requests, timeout):
    return subprocess.run(
        [probe], input="".join(requests).encode("utf-8", "replace"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=timeout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--probe", required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    fixtures = [Fixture(path) for path in sorted(FIXTURES.rglob("*.txt"))]
    texts = [text for fixture in fixtures for _, text in fixture.templates]
    end = time.monotonic() + arguments.seconds
    count = failures = 0
    while time.monotonic() < end and failures < 5:
        requests = []
        for _ in range(300):
            fixture = rng.choice(fixtures)
            templates = [(name, mutate(rng, text, texts)) for name, text in fixture.templates]
            requests.append(json.dumps({"templates": templates, "context": json.loads(fixture.context or "{}")}) + "\n")
        count += len(requests)
        try:
            result = answers(arguments.probe, requests, 120)
            fine = result.returncode == 0 and result.stdout.count(b"\n") == len(requests)
        except subprocess.TimeoutExpired:
            fine = False
        if fine:
            continue
        for request in requests:
            try:
                result = answers(arguments.probe, [request], 20)
                verdict = None if result.returncode == 0 else f"exit {result.returncode}"
            except subprocess.TimeoutExpired:
                verdict = "no answer in 20 s"
            if verdict:
                failures += 1
                print(f"{verdict}: {request}")
    print(f"{count} mutated templates, {failures} failures")
    sys.exit(1 if failures else 0)


main()
