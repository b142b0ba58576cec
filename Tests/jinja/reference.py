"""Jinja2 3.1.6 as the templates' documentation promises it: what Oresund accepts renders here to the same bytes."""

import json
import re

import jinja2
from markupsafe import Markup

assert jinja2.__version__ == "3.1.6", jinja2.__version__


class Object:
    """An object with attributes, as pages and entries are."""

    def __init__(self, attributes):
        self.__dict__.update(attributes)


class LanguageText(str):
    """A text that knows its language."""

    lang: str


def surround(value, with_="*", **keywords):
    mark = keywords.get("with", with_)
    if type(value) not in (str, Markup, LanguageText):
        raise TypeError("surround takes texts")
    return str(mark) + str(value) + str(mark)


def greet(name, greeting="Hello", **more):
    if not isinstance(name, str) or not isinstance(greeting, str):
        raise TypeError("greet takes texts")
    return Markup("<b>%s %s%s</b>" % (str(greeting), str(name), " " + ",".join(more) if more else ""))


def decode(value):
    """A value from the JSON of a fixture; see JSONReader.swift for what it writes as objects."""
    if isinstance(value, list):
        return [decode(element) for element in value]
    if isinstance(value, dict):
        if len(value) == 1:
            (name, inner), = value.items()
            if name == "$safe":
                return Markup(inner)
            if name == "$tuple":
                return tuple(decode(element) for element in inner)
            if name == "$float":
                return float(inner)
            if name == "$object":
                return Object({key: decode(member) for key, member in inner.items()})
            if name == "$text":
                text = LanguageText(inner[0])
                text.lang = inner[1]
                return text
        return {key: decode(member) for key, member in value.items()}
    return value


def render(templates, context):
    """Renders the first of the templates (pairs of name and text).

    Returns ("rendered", text) or ("failed", what Jinja2 says).
    """
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        loader=jinja2.DictLoader(dict(templates)),
    )
    environment.filters["surround"] = surround
    environment.globals["greet"] = greet
    try:
        text = environment.get_template(templates[0][0]).render(decode(context))
        text.encode("utf-8")
        return "rendered", text
    except RecursionError:
        return "failed", "RecursionError"
    except Exception as error:
        place = f" (line {error.lineno})" if isinstance(error, jinja2.TemplateSyntaxError) else ""
        return "failed", f"{type(error).__name__}: {error}{place}"


HEADS = {
    "rendered": "=== Jinja2",
    "failed": "=== Jinja2 fails",
    # Not rendered: Jinja2 would not come to an end, or fill the memory.
    "endless": "=== Jinja2 endless",
}


class Fixture:
    """A file of Tests/TemplatingTests/Fixtures; its form is described in Fixture.swift."""

    def __init__(self, path):
        self.path = path
        text = path.read_bytes().decode("utf-8")
        sections = [("", [])]
        for line in text.split("\n"):
            if line == "---" or line.startswith(("--- ", "=== ")):
                sections.append((line, []))
            else:
                sections[-1][1].append(line)
        self.context = "\n".join(sections[0][1])
        self.templates = []
        self.recorded = None
        self.report = None
        for head, lines in sections[1:]:
            content = "\n".join(lines)
            if head == "---":
                self.templates.append(("main.html", content))
            elif head in HEADS.values():
                self.recorded = (next(kind for kind in HEADS if HEADS[kind] == head), content)
            elif head == "=== Oresund":
                self.report = content
            else:
                self.templates.append((head[4:], content))

    def render(self):
        """What Jinja2 says today, addresses in memory aside."""
        if self.recorded and self.recorded[0] == "endless":
            return self.recorded
        kind, content = render(self.templates, json.loads(self.context or "{}"))
        return kind, re.sub(r"\bat 0x[0-9a-f]+", "at 0x…", content)

    def write(self):
        parts = [self.context]
        for index, (name, text) in enumerate(self.templates):
            parts.append("---" if index == 0 else f"--- {name}")
            parts.append(text)
        if self.recorded:
            kind, content = self.recorded
            parts.append(HEADS[kind])
            parts.append(content)
        if self.report is not None:
            parts.append("=== Oresund")
            parts.append(self.report)
        self.path.write_bytes("\n".join(parts).encode("utf-8"))
