"""Reads the YAML of content as editors' tools do (YAML 1.2's core schema) and holds it against the JSON Schemas."""
import json
import pathlib
import re
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema: a day is a text, and so is `no`."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def front_matter(path):
    text = path.read_text(encoding="utf-8-sig")
    return yaml.load(re.match(r"---\r?\n(.*?)^---\r?$", text, re.S | re.M).group(1), Core) or {}


def errors(schema, value):
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in schema.iter_errors(value)]


def main(schemas, content):
    schemas, content = pathlib.Path(schemas), pathlib.Path(content)

    def schema(name):
        document = json.loads((schemas / name).read_text())
        jsonschema.Draft7Validator.check_schema(document)
        return jsonschema.Draft7Validator(document)

    wrong, read = [], 0
    for name in ["site", "topics", "organisations"]:
        value = yaml.load((content / f"{name}.yml").read_text(), Core)
        wrong += [f"{name}.yml: {e}" for e in errors(schema(f"{name}.schema.json"), value)]
    for path in sorted((content / "kinds").glob("*.yml")):
        wrong += [f"{path}: {e}" for e in errors(schema("kind.schema.json"), yaml.load(path.read_text(), Core))]
    sections = {"news": "news", "clusters": "cluster", "events": "event", "agreements": "agreement", "pages": "page"}
    for path in (content / "kinds").glob("*.yml"):
        sections[yaml.load(path.read_text(), Core)["section"]] = path.stem
    for section, kind in sections.items():
        validator = schema(f"front-matter/{kind}.schema.json")
        for path in sorted((content / section).rglob("*.md")):
            read += 1
            wrong += [f"{path}: {e}" for e in errors(validator, front_matter(path))]
    if wrong or not read:
        sys.exit("\n".join(wrong) or "no entries were read")
    # A schema that lets everything through would prove nothing.
    news = schema("front-matter/news.schema.json")
    for mistake in [
        {"titel": "x"}, {"topics": ["no-such-topic"]}, {"topics": "x"}, {"date": "1.10.2010"}, {"countries": ["xx"]},
        {"draft": "yes"}, {"image": {"source": "x"}}, {"links": [{"title": "x", "url": "y", "more": 1}]},
    ]:
        if not errors(news, mistake):
            sys.exit(f"the schema of news takes {mistake}")
    site = schema("site.schema.json")
    right = yaml.load((content / "site.yml").read_text(), Core)
    for mistake in [{"langauges": {}}, {"page_size": 0}, {"untranslated": "never"}, {"base_url": "example.org"}]:
        if not errors(site, right | mistake):
            sys.exit(f"the schema of site.yml takes {mistake}")
    print(f"{read} entries of {content} are as their schemas say")


main(*sys.argv[1:])
