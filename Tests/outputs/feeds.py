"""Reads the feeds of a built site: feeds.py FOLDER. Every JSON Feed fits the schema and says the same as its Atom.

What feedparser says of Atom is in Tests/checks/feeds.py.
"""

import json
import sys
from pathlib import Path

import feedparser
import jsonschema

import outcome

SCHEMA = json.loads((Path(__file__).parent / "json-feed.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def check(path):
    feed = json.loads(path.read_text("utf-8"))
    for error in VALIDATOR.iter_errors(feed):
        yield f"{'/'.join(map(str, error.path))}: {error.message}"
    atom = feedparser.parse(path.with_suffix(".xml").read_bytes())
    for name, mine, theirs in [
        ("title", feed["title"], atom.feed.title),
        ("language", feed["language"], atom.feed.title_detail.language),
        ("ids", [item["id"] for item in feed["items"]], [entry.id for entry in atom.entries]),
        ("addresses", [item["url"] for item in feed["items"]], [entry.link for entry in atom.entries]),
        ("titles", [item["title"] for item in feed["items"]], [entry.title for entry in atom.entries]),
    ]:
        if mine != theirs:
            yield f"the {name} are {mine}, but in Atom {theirs}"
    for item, entry in zip(feed["items"], atom.entries):
        if entry.get("content") and item["language"] != entry.content[0].language:
            yield f"{item['id']} is in {item['language']}, but its text in {entry.content[0].language}"


def main():
    folder = Path(sys.argv[1])
    paths = sorted(folder.rglob("feed.json"))
    problems = [f"{path.relative_to(folder)}: {problem}" for path in paths for problem in check(path)]
    return outcome.tell("JSON Feeds", len(paths), problems)


if __name__ == "__main__":
    sys.exit(main())
