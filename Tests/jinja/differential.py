#!/usr/bin/env python3
"""Renders random templates with Jinja2 and with Oresund, and fails where both render but not to the same bytes.

differential.py --probe P [--count N] [--seed S]

What Oresund refuses is no difference, but too much of it would prove nothing: a third must be rendered.
A template that Jinja2 refuses must be refused by Oresund too.
"""

import argparse
import json
import random
import subprocess
import sys

from reference import render

CONTEXT = {
    "n": 7, "zero": 0, "neg": -3, "pi": 3.25, "big": 1e17, "yes": True, "no": False, "nothing": None, "word": "Hällo <b>",
    "empty": "", "text": "The quick-brown fox & the \"dog's\" tail", "safe": {"$safe": "<i>x & y</i>"},
    "nums": [3, 1, 2, 2], "words": ["b", "A", "a", "C<"], "mixed": [1, "a", 2.5, True], "none_list": [],
    "rows": [{"k": "x", "v": 2, "t": ["p", "q"]}, {"k": "Y", "v": 1, "t": []}, {"k": "x", "v": 3, "t": ["r"]}],
    "map": {"b": 1, "a": "two", "c": [1, 2]}, "pair": {"$tuple": [1, "z"]}, "obj": {"$object": {"title": "T<", "n": 2}},
    "lang": {"$text": ["Bonjour", "fr"]}, "pick_template": "part.html",
}
ITERATORS = ["map", "select", "reject", "selectattr", "rejectattr", "unique", "batch", "slice", "reverse", "items"]


class Generator:
    """Makes templates from the grammar of the subset.

    A random expression mostly fails, and one that does ends its template; so most are taken from a pool of
    those that Jinja2 renders.
    """

    def __init__(self, seed, pool=()):
        self.random = random.Random(seed)
        self.names = list(CONTEXT)
        self.depth = 0
        self.pool = pool

    def pick(self, *choices):
        return self.random.choice(choices)

    # Expressions

    def expression(self):
        if self.pool and self.random.random() < 0.97:
            return self.random.choice(self.pool)
        return self.new_expression()

    def new_expression(self):
        self.depth += 1
        try:
            if self.depth > 3:
                return self.atom()
            return self.pick(
                self.atom, self.atom, self.arithmetic, self.compare, self.logic, self.filtered, self.filtered,
                self.filtered, self.tested, self.conditional, self.access, self.concatenation, self.sequence,
                self.called)()
        finally:
            self.depth -= 1

    def atom(self):
        return self.pick(
            lambda: self.pick(*self.names), lambda: self.pick(*self.names), lambda: str(self.random.randint(0, 12)),
            lambda: self.pick("1.5", "0.1", "2.0", "1e20", "0.00001", "100.0", "0x1F", "0b11", "0o17", "1_000", "2.5e3", "1e-7"), self.string,
            lambda: self.pick("true", "false", "none", "True", "False", "None"))()

    def string(self):
        return self.pick(
            "'a'", "'b c'", "''", "'<x>'", "'&amp;'", '"it\'s"', "'%s!'", "'Äö ß'", "'a,b'", "'10'", "'-4.5'", "'\\n'",
            "'foo\\tbar  baz'", "'ΑΣ'", "'x' 'y'", "'{{'", "'%}'", "'\\u20ac'", "'\\x41\\101'", "'<b>x</b> &lt; <!-- c -->'", "'1_0'", "'0x1f'", "'٣'", "'ǆ ﬁ İ'",
            "'a\\u0301 b'", "'%(a)s'", "'%5.2f|%-4d|%x'", "'(www.b.com), c@d.org.'", "'one-two--three four'", "'http://a.de/?x=1 b'")

    def arithmetic(self):
        operator = self.pick("+", "-", "*", "/", "//", "%", "**", "+", "*")
        return f"{self.operand()} {operator} {self.operand()}"

    def operand(self):
        inner = self.expression()
        return self.pick(inner, f"({inner})", inner if self.pool else f"-{self.atom()}")

    def concatenation(self):
        return " ~ ".join(self.operand() for _ in range(self.random.randint(2, 3)))

    def compare(self):
        parts = [self.operand()]
        for _ in range(self.pick(1, 1, 1, 2)):
            parts += [self.pick("==", "!=", "<", ">", "<=", ">=", "in", "not in"), self.operand()]
        return " ".join(parts)

    def logic(self):
        return self.pick(
            lambda: f"{self.operand()} and {self.operand()}", lambda: f"+{self.operand()}", lambda: f"- {self.operand()}", lambda: f"{self.operand()} or {self.operand()}",
            lambda: f"not {self.operand()}")()

    def called(self):
        """Functions of the language and of the host, and methods of maps, with all kinds of arguments."""
        return self.pick(
            "greet('x')", "greet(name='x', greeting=word)", "greet(*['x'], **{'greeting': 'Hi'})", "greet('x', more=1)",
            "dict(a=1, b=n)", "dict(map, z=2)", "dict([('a', 1)])", "range(3)|list", "map.get('a', n)", "map.get('q', 'd')",
            "map.values()|list", "map.items()|map('first')|list", "cycler('a', 'b').next()", "joiner('|')()",
            "namespace(a=n).a", "{'a': [n, (1,)]}.a[1]", "rows[0]['k']", "nums.0", "map['c'].1", "(n, word)[0]", "[n, n][n:]",
            "rows|map(attribute='k', default='-')|join('<')", f"{self.operand()}|map('default', 0)|list")

    def conditional(self):
        otherwise = self.pick("", f" else {self.operand()}", f" else {self.operand()}")
        return f"({self.operand()} if {self.expression()}{otherwise})"

    def sequence(self):
        items = ", ".join(self.expression() for _ in range(self.random.randint(0, 3)))
        return self.pick(
            lambda: f"[{items}]", lambda: f"({items},)" if items else "()",
            lambda: "{" + ", ".join(f"{self.string()}: {self.expression()}" for _ in range(self.random.randint(0, 2))) + "}",
            lambda: f"range({self.pick('3', 'n', '1, 8, 3', '5, 0, -2')})")()

    def access(self):
        subject = self.pick(*self.names, "nums", "words", "rows", "map", "text", "pair")
        return subject + self.pick(
            "[0]", "[-1]", "[1:]", "[:2]", "[::-1]", "[::2]", "[-2:]", ".a", ".k", "[0].k", "['b']", ".title", "[0].t",
            ".missing", "[99]", ".get('a')", ".items()|list", ".keys()|list", "[0:n]", ".lang", "[1][0]")

    def filtered(self):
        subject = self.operand()
        for _ in range(self.pick(1, 1, 1, 2, 3)):
            subject += "|" + self.filter()
        return subject

    def filter(self):
        return self.pick(
            "abs", "attr('title')", "batch(2)|list", "batch(3, 'f')|list", "capitalize", "center(9)", "count", "d('x')",
            "default('-', true)", "dictsort", "dictsort(by='value')", "e", "escape", "filesizeformat", "filesizeformat(true)", "first", "float",
            "float(1.5)", "forceescape", "format(n)", "format('q', 2)", "format(1.5, 2, 255)", "format(a=safe)", "groupby('k', case_sensitive=true)",
            "groupby('zz', default='-')", "indent('> ')", "indent(3, blank=true)", "indent(first=true)", "int(0, 16)", "int(base=0)",
            "batch(2, fill_with=none)|list", "slice(2, 'f')|list", "slice(3)|map('join')|list", "center(width=7)|length",
            "dictsort(true)", "dictsort(reverse=true)", "dictsort(false, 'value', true)", "max(case_sensitive=true)",
            "min(attribute='v')", "map(attribute='v')|sum", "map('replace', 'a', 'b')|list", "map('round', 1)|list",
            "map('surround')|list", "map(attribute='t.0', default='q')|list", "select('in', nums)|list", "reject('none')|list",
            "select('eq', 2)|list", "rejectattr('t')|list", "selectattr('v', 'odd')|map(attribute='k')|join(', ')",
            "replace('b', safe)", "replace(word, '')", "replace('a', 'b', count=2)", "round(2, 'floor')", "round(method='ceil')",
            "safe|upper", "safe|replace('<', '>')", "slice(n)|list", "sort(attribute='k,v')", "sort(false, true, 'k')", "sum(start=10)",
            "tojson(indent=1)", "truncate(length=7, killwords=true, end='')", "truncate(9, leeway=2)", "unique(attribute='k')|list",
            "unique(true)|list", "urlize(8)", "urlize(nofollow=true)", "urlize(target='_x', rel='me you')",
            "urlize(extra_schemes=['tel:'])", "wordwrap(5, false)", "wordwrap(7, true, '<', false)", "wordwrap(12, break_on_hyphens=false)",
            "xmlattr(false)", "attr('n')", "list|length", "string|length", "items|map('join', ':')|join(',')", "striptags|title",
            "e|length", "trim('<b ')", "upper|lower|capitalize", "urlencode|length", "last|default('-')", "reverse|join", "groupby('k')", "indent", "indent(2, true)", "int",
            "int(3)", "items|list", "join", "join(', ')", "join('<')", "last", "length", "list", "lower",
            "map('upper')|list", "map(attribute='k')|list", "map('length')|list", "map('int')|list", "max", "min",
            "max(attribute='v')", "reject('odd')|list", "rejectattr('v', 'gt', 1)|list", "replace('a', '<')",
            "replace('<', 'b', 1)", "replace('', '.')", "reverse|list", "round", "round(1)", "round(1, 'ceil')",
            "round(-1)", "safe", "select('number')|list", "select|list", "selectattr('t')|list",
            "selectattr('k', 'eq', 'x')|list", "slice(2)|list", "sort", "sort(reverse=true)", "sort(attribute='v')",
            "sort(case_sensitive=true)", "string", "striptags", "sum", "sum(attribute='v')", "title", "tojson",
            "tojson(2)", "trim", "trim('a')", "truncate(8)", "truncate(6, true, leeway=0)", "truncate(5, end='…')",
            "unique|list", "upper", "urlencode", "urlize", "wordcount", "wordwrap(6)", "wordwrap(9, wrapstring='|')",
            "xmlattr", "surround", "surround('<')")

    def tested(self):
        return f"{self.operand()} is {self.pick('', '', 'not ')}" + self.pick(
            "defined", "undefined", "none", "string", "number", "integer", "float", "boolean", "mapping", "sequence",
            "iterable", "odd", "even", "divisibleby(2)", "in(nums)", "in words", "sameas none", "eq 1", "ne('a')", "lt 3",
            "le(n)", "gt 1", "ge 2", "equalto 1", "greaterthan(1)", "lessthan n", "eq(word)", "in('text')", "sameas(true)", "sameas false",
            "divisibleby n", "filter", "test", "lower", "upper", "true", "false", "escaped", "callable")

    # Statements

    def body(self, budget):
        return "".join(self.statement(budget) for _ in range(self.random.randint(1, 4)))

    def statement(self, budget):
        choices = [self.data, self.output, self.output, self.output, self.set, self.print_]
        if budget > 0:
            choices += [
                self.if_, self.for_, self.for_, self.with_, self.macro, self.filter_block, self.set_block, self.call,
                self.block, self.autoescape, self.include, self.namespace, self.recursive, self.nested_macro]
        choice = self.random.choice(choices)
        return choice(budget - 1) if choice not in (self.data, self.output, self.set, self.print_) else choice()

    def data(self):
        return self.pick("text ", "\n", "  \n ", "<p>", "a{b}", "é\r\n", "{# c #}", "{#- c -#} ", "{% raw %}{{ x }}{% endraw %}")

    def output(self):
        left, right = self.pick("", "", "-"), self.pick("", "", "-")
        return "{{" + left + " " + self.expression() + " " + right + "}}"

    def tag(self, text):
        return "{%" + self.pick("", "", "-", "+") + f" {text} " + self.pick("", "", "-", "+") + "%}"

    def set(self):
        return self.tag(self.pick(
            f"set {self.pick('v', 'w', 'n')} = {self.expression()}", f"set v, w = {self.operand()}, {self.operand()}"))

    def print_(self):
        return self.tag(self.pick("print {0}", "print {0}, {1}").format(self.expression(), self.operand()))

    def recursive(self, budget):
        """A loop that calls itself with what is within its elements."""
        inner = self.pick("{{ loop.depth }}", "{{ loop.depth0 }}{{ loop.index }}", "{{ x.k }}") + self.body(budget)
        down = self.pick("{% if x.sub is defined %}({{ loop(x.sub) }}){% endif %}", "{{ loop(x.sub|default([])) }}")
        return (self.tag("set tree = [{'k': 'a', 'sub': [{'k': 'b<'}, {'k': n, 'sub': [{'k': 'c'}]}]}, {'k': 'd'}]")
                + self.tag(f"for x in tree{self.pick('', ' if x.k')} recursive") + inner + down
                + self.pick("", "{{ loop.last }}", "{{ loop.length }}") + self.pick("", self.tag("else") + "none") + self.tag("endfor"))

    def nested_macro(self, budget):
        """Macros in macros and loops, with all that they take, and a caller that is handed on."""
        return self.pick(
            lambda: "{% macro o(x) %}{% macro i(y='d') %}{{ x }}{{ y }}" + self.body(budget) + "{% endmacro %}{{ i() }}{{ i(x) }}{% endmacro %}{{ o("
            + self.operand() + ") }}",
            lambda: "{% macro v(a) %}{{ a }}{{ varargs|join('+') }}{{ kwargs|dictsort }}{% endmacro %}{{ v(1, "
            + self.expression() + ", z=" + self.expression() + ") }}",
            lambda: "{% macro w() %}[{{ caller(n, word) }}]{% endmacro %}{% macro u() %}{% call(a, b) w() %}{{ a }}{{ b }}{{ caller(a) }}{% endcall %}"
            "{% endmacro %}{% call(z) u() %}{{ z }}" + self.body(budget) + "{% endcall %}",
            lambda: "{% for q in words %}{% macro r(p=q) %}{{ p }}{{ q }}{{ loop is defined }}{% endmacro %}{{ r() }}{{ r("
            + self.operand() + ") }}{% endfor %}",
            lambda: "{% macro cd(k) %}{{ k }}{% if k > 0 %}{{ cd(k - 1) }}{% endif %}{% endmacro %}{{ cd(3) }}{{ cd.name }}{{ cd.arguments }}")()

    def set_block(self, budget):
        return self.tag(self.pick("set v", "set w | upper", "set v | trim", "set w | replace('a', '<') | trim", "set v | length")) + self.body(budget) + self.tag("endset")

    def if_(self, budget):
        middle = self.pick("", self.tag(f"elif {self.expression()}") + self.body(budget), "")
        otherwise = self.pick("", self.tag("else") + self.body(budget))
        return self.tag(f"if {self.expression()}") + self.body(budget) + middle + otherwise + self.tag("endif")

    def for_(self, budget):
        target, sequence = self.pick(
            ("i", "nums"), ("i", "words"), ("i", "rows"), ("k, v", "map|items"), ("k, v", "map|dictsort"), ("i", "range(3)"),
            ("i", "text[:3]"), ("i", "none_list"), ("i", self.expression()), ("v", "rows|map(attribute='v')"),
            ("g", "rows|groupby('k')"), ("k, (a, b)", "[(1, (2, 3)), [4, 'xy']]"), ("k, v", "rows|groupby('k')"), ("i", "rows|batch(2)"),
            ("i", "nums|slice(2)"), ("(k, v)", "map.items()"), ("i", "1, n"), ("i", "obj.title"), ("i", "(words if yes else nums)"))
        condition = self.pick("", "", f" if {self.expression()}", " if i is odd")
        inner = self.body(budget) + self.pick(
            "", "{{ loop.index }}", "{{ loop.last }}{{ loop.length }}", "{{ loop.cycle('a', 'b') }}", "{{ i }}", "{{ i.k }}",
            "{{ loop.changed(i) }}", "{{ loop.previtem|default('-') }}", "{{ loop.nextitem is defined }}", "{{ loop.revindex0 }}",
            "{{ g.grouper }}{{ g.list|length }}", "{{ loop.first }}{{ loop.revindex }}", "{{ loop.cycle(*words) }}", "{{ loop.changed(1, i) }}",
            "{% set outer = loop %}{% for j in [1, 2] %}{{ outer.index }}{{ loop.index }}{% endfor %}", "{% if loop.index is odd %}{% set n = i %}{% endif %}{{ n }}")
        otherwise = self.pick("", self.tag("else") + self.body(budget))
        return self.tag(f"for {target} in {sequence}{condition}") + inner + otherwise + self.tag("endfor")

    def with_(self, budget):
        return self.tag(f"with v = {self.expression()}, n = {self.operand()}") + self.body(budget) + self.tag("endwith")

    def macro(self, budget):
        name = self.pick("m1", "m2")
        parameters = self.pick("", "p", "p, q=2", "p='<', q=p")
        call = self.pick(f"{name}()", f"{name}({self.operand()})", f"{name}(p={self.operand()})", f"{name}(1, q={self.operand()})")
        body = self.body(budget) + self.pick("", "{{ p }}", "{{ p is defined }}{{ q|default('-') }}", "{{ varargs|length }}")
        return self.tag(f"macro {name}({parameters})") + body + self.tag("endmacro") + "{{ " + call + self.pick("", "|upper", " ~ '<'") + " }}"

    def call(self, budget):
        return (self.tag("macro c(a=1)") + "(" + self.pick("{{ caller() }}", "{{ caller(a) }}", "{{ caller }}") + ")"
                + self.tag("endmacro") + self.tag(self.pick("call c()", "call(z) c(n)")) + self.body(budget) + self.tag("endcall"))

    def filter_block(self, budget):
        name = self.pick("upper", "lower", "trim", "title", "replace('a', '<')", "indent", "e", "striptags", "upper|trim",
                         "wordwrap(9)|indent(2)", "truncate(20)", "center(30)|replace(' ', '.')", "urlize", "safe", "default('x')")
        return self.tag(f"filter {name}") + self.body(budget) + self.tag("endfilter")

    def autoescape(self, budget):
        return self.tag(f"autoescape {self.pick('true', 'false')}") + self.body(budget) + self.tag("endautoescape")

    def block(self, budget):
        self.blocks += 1
        body = self.body(budget) + self.pick("", "", "{{ super is defined }}")
        return self.tag(f"block b{self.blocks}" + self.pick("", "", " scoped")) + body + self.tag("endblock")

    def include(self, budget):
        return self.tag(self.pick(
            "include 'part.html'", "include 'part.html' without context", "include 'none.html' ignore missing",
            "include ['none.html', 'part.html']", "from 'lib.html' import f", "import 'lib.html' as lib",
            "import 'lib.html' as lib with context", "from 'lib.html' import f as g2, value as v with context", "include pick_template",
            "include [missing_name|default('none.html'), 'part.html'] ignore missing", "from 'lib.html' import value")) + self.pick("", "{{ f(1) }}", "{{ lib.f(n) }}{{ lib.value }}")

    def namespace(self, budget):
        return ("{% set ns = namespace(a=0) %}" + self.tag(f"for i in {self.pick('nums', 'words', 'range(3)')}")
                + self.tag(f"set ns.a = {self.pick('ns.a + 1', 'i', self.operand())}") + self.body(budget) + self.tag("endfor") + "{{ ns.a }}")

    def templates(self):
        self.blocks = 0
        main = self.body(2)
        templates = [("main.html", main)]
        if self.random.random() < 0.25:
            child = "{% extends 'main.html' %}" + self.pick("", "{% set v = 5 %}", "{% macro m1(p) %}M{{ p }}{% endmacro %}")
            for number in range(1, self.blocks + 1):
                if self.random.random() < 0.7:
                    child += f"{{% block b{number} %}}" + self.pick("", "{{ super() }}", "[{{ super()|upper }}]", "{{ super() ~ '<' }}") + self.body(0) + "{% endblock %}"
            templates.insert(0, ("child.html", child))
            if self.random.random() < 0.3:
                grandchild = "{% extends 'child.html' %}" + self.pick("", "{% set n = 'g' %}", "{% import 'lib.html' as lib %}")
                for number in range(1, self.blocks + 1):
                    if self.random.random() < 0.5:
                        grandchild += f"{{% block b{number} %}}" + self.pick("", "{{ super() }}", "{{ super.super() if super.super is defined }}")
                        grandchild += self.body(0) + "{% endblock %}"
                templates.insert(0, ("grandchild.html", grandchild))
        self.blocks = 100
        templates.append(("part.html", self.body(1)))
        templates.append(("lib.html", "{% macro f(x, y='d') %}<{{ x }}{{ y }}>{% endmacro %}{% set value = [1, 2] %}" + self.data()))
        return templates


def make_pool(seed, count):
    """Expressions that print something in Jinja2."""
    generator = Generator(seed)
    pool = []
    while len(pool) < count:
        expression = generator.new_expression()
        kind, content = render([("main.html", "{{ " + expression + " }}")], CONTEXT)
        if kind == "rendered" and " at 0x" not in content and "None" not in content:
            pool.append(f"({expression})")
    return pool


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--probe", required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show-refused", action="store_true")
    arguments = parser.parse_args()
    pool = make_pool(arguments.seed, 500)
    cases = [Generator(arguments.seed * 1_000_003 + index, pool).templates() for index in range(arguments.count)]
    requests = "".join(json.dumps({"templates": templates, "context": CONTEXT}) + "\n" for templates in cases)
    probe = subprocess.run([arguments.probe], input=requests.encode(), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in probe.stdout.decode().split("\n") if line]
    assert len(answers) == len(cases), f"{len(answers)} answers for {len(cases)} cases"
    rendered = refused = differences = 0
    for templates, answer in zip(cases, answers):
        kind, content = render(templates, CONTEXT)
        if "rendered" in answer:
            rendered += 1
            if kind == "rendered" and content == answer["rendered"]:
                continue
            if " at 0x" in content:
                print("an address was rendered")
            differences += 1
            print(f"--- {json.dumps(templates, ensure_ascii=False)}\n  Oresund {answer['rendered']!r}\n  Jinja2  {kind} {content!r}")
        elif kind == "rendered":
            refused += 1
            if arguments.show_refused and " at 0x" not in content:
                print(f"refused {json.dumps(templates[0][1], ensure_ascii=False)}\n{answer['refused']}")
    print(
        f"{len(cases)} random templates: {rendered} rendered alike or listed above, {refused} rendered by Jinja2 alone, "
        f"{len(cases) - rendered - refused} refused by both, {differences} differences")
    sys.exit(1 if differences or rendered < len(cases) / 3 else 0)


main()
