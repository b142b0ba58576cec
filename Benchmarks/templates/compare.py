#!/usr/bin/env python3
"""Renders one page (inheritance, an include, a macro, a loop of 100 rows, escapes, filters) with Oresund, MiniJinja and
Jinja2, in one run, and prints the fastest of many renders of each.

compare.py PROBE     PROBE is a release build of template-probe: swift build -c release --product template-probe
"""

import json
import subprocess
import sys
import tempfile
import time

import jinja2
import minijinja

TEMPLATES = {"base.html":"""<!doctype html>
<html lang="{{ site.language }}"><head><meta charset="utf-8"><title>{% block title %}{{ site.name }}{% endblock %}</title>
<link rel="stylesheet" href="/assets/site.css"></head>
<body><header><nav>{% for item in site.menu %}<a href="{{ item.url }}"{% if item.url == page.url %} aria-current="page"{% endif %}>{{ item.title }}</a>{% endfor %}</nav></header>
<main>{% block main %}{% endblock %}</main>
{% include "footer.html" %}
</body></html>
""","footer.html":"""<footer><p>{{ site.name|upper }} · {{ site.tagline|default("") }}</p></footer>""",
"macros.html":"""{% macro tag(name) %}<span class="tag">{{ name|title }}</span>{% endmacro %}""",
"page.html":"""{% extends "base.html" %}{% from "macros.html" import tag %}
{% block title %}{{ page.title }} – {{ super() }}{% endblock %}
{% block main %}<h1>{{ page.title }}</h1>
<table>{% for row in page.rows %}
<tr class="{{ loop.cycle("odd", "even") }}"><td>{{ loop.index }}</td><td><a href="{{ row.url }}">{{ row.title }}</a></td><td>{{ row.summary|replace("clusters", "groups") }}</td><td>{{ row.count * 2 }}</td><td>{% if row.tags %}{{ row.tags|join(", ") }}{% else %}-{% endif %}</td>{% if row.featured and not loop.last %}<td>{{ tag(row.kind) }}</td>{% endif %}</tr>{% endfor %}
</table>{{ page.body|safe }}{% endblock %}
"""}
ROWS = [{"url":f"/en/news/item-{i}/","title":f"Item {i} <b>& more</b>","summary":"Representatives of clusters in Colorado, Oslo and \"North Carolina\" took part in the meeting","count":i,"tags":["energy","water & wind"] if i%3 else [],"featured":i%4==0,"kind":"clean energy"} for i in range(100)]
CONTEXT = {"site":{"name":"International Cleantech Network","language":"en","tagline":"Clusters & cleantech","menu":[{"url":f"/en/{n}/","title":n.title()} for n in ["news","clusters","events","about"]]},"page":{"url":"/en/news/","title":"News & <events>","rows":ROWS,"body":"<p>Hello</p>"*20}}


def fastest(render, count=300):
    best = float("inf")
    for _ in range(count):
        start = time.perf_counter()
        render()
        best = min(best, time.perf_counter() - start)
    return best * 1e6


def main():
    loader = jinja2.DictLoader(TEMPLATES)
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True, loader=loader)
    template = environment.get_template("page.html")
    mini = minijinja.Environment(
        templates=TEMPLATES, keep_trailing_newline=True, undefined_behavior="strict", auto_escape_callback=lambda name: True)
    names = ["page.html"] + [name for name in TEMPLATES if name != "page.html"]
    case = {"templates": [[name, TEMPLATES[name]] for name in names], "context": CONTEXT}
    answer = subprocess.run([sys.argv[1]], input=json.dumps(case).encode() + b"\n", stdout=subprocess.PIPE, check=True)
    assert json.loads(answer.stdout)["rendered"] == template.render(CONTEXT), "Oresund and Jinja2 differ"
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(case, file)
        file.flush()
        ours = float(subprocess.run([sys.argv[1], "time", file.name, "3000"], stdout=subprocess.PIPE, check=True).stdout)
    times = {
        "Oresund": ours,
        "MiniJinja": fastest(lambda: mini.render_template("page.html", **CONTEXT)),
        "Jinja2": fastest(lambda: template.render(CONTEXT)),
    }
    for name, microseconds in times.items():
        print(f"{name:10} {microseconds:7.0f} µs   {microseconds / ours:5.2f} × Oresund")


main()
