#!/usr/bin/env python3
"""Compares what the fixtures record about Jinja2 with what Jinja2 says today, and fails where they differ.

record.py                      verify
record.py --write              record what Jinja2 says (and fail, because a recording proves nothing)
record.py --write --probe P    also record what Oresund's template-probe reports where it refuses
"""

import argparse
import json
import pathlib
import subprocess
import sys

from reference import Fixture

FIXTURES = pathlib.Path(__file__).parent.parent / "TemplatingTests" / "Fixtures"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--probe")
    arguments = parser.parse_args()
    fixtures = [Fixture(path) for path in sorted(FIXTURES.rglob("*.txt"))]
    differences = 0
    for fixture in fixtures:
        result = fixture.render()
        if result != fixture.recorded:
            differences += 1
            print(f"{fixture.path.relative_to(FIXTURES)}:\n  recorded {fixture.recorded}\n  Jinja2   {result}")
        fixture.recorded = result
    if arguments.write:
        if arguments.probe:
            record_reports(fixtures, arguments.probe)
        for fixture in fixtures:
            fixture.write()
    print(f"{len(fixtures)} fixtures, {differences} differ from Jinja2")
    sys.exit(1 if differences or arguments.write or not fixtures else 0)


def record_reports(fixtures, probe):
    requests = "".join(
        json.dumps({"templates": fixture.templates, "context": json.loads(fixture.context or "{}")}) + "\n"
        for fixture in fixtures
    )
    answers = subprocess.run([probe], input=requests.encode(), stdout=subprocess.PIPE, check=True).stdout
    for fixture, answer in zip(fixtures, answers.decode().split("\n")[:-1], strict=True):
        report = json.loads(answer).get("refused")
        fixture.report = None if report is None else report.rstrip("\n")


main()
