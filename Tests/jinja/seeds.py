#!/usr/bin/env python3
"""Writes the fixtures' templates, other than those for the limits, as files to begin fuzzing with.

seeds.py FOLDER
"""

import pathlib
import sys

from reference import Fixture

FIXTURES = pathlib.Path(__file__).parent.parent / "TemplatingTests" / "Fixtures"


def main():
    for number, path in enumerate(sorted(FIXTURES.rglob("*.txt"))):
        if path.name.startswith("limits"):
            continue
        (_, main_text), *others = Fixture(path).templates
        text = "\n".join([main_text] + [f"--- {name}\n{text}" for name, text in others])
        (pathlib.Path(sys.argv[1]) / str(number)).write_bytes(text.encode())


main()
