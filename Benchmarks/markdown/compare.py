#!/usr/bin/env python3
"""Times Markdown on the bodies of a large network: libcmark alone, Oresund with everything on, and cmark-gfm with its
extensions, in turn and in one run.

compare.py PROBE CONTENT [ROUNDS]

PROBE is a release build of markdown-probe, CONTENT a folder that Corpus wrote. Each text goes from Markdown to HTML;
reading files is not timed. What is printed is processor time.
"""

import ctypes
import ctypes.util
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cmarkgfm import cmark as gfm

EXTENSIONS = ["table", "strikethrough", "tasklist", "autolink"]


def libcmark(texts):
    """CommonMark alone: libcmark from the system, the one that Oresund uses."""
    library = ctypes.CDLL(ctypes.util.find_library("cmark"))
    convert = library.cmark_markdown_to_html
    convert.restype = ctypes.c_void_p
    convert.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int]
    free = ctypes.CDLL(None).free
    free.argtypes = [ctypes.c_void_p]

    def run():
        for text in texts:
            free(convert(text, len(text), 0))

    return run


def cmark_gfm(texts):
    """cmark-gfm with all extensions and footnotes. The functions of the C library are called directly: those of the
    Python package copy and decode besides."""
    library, interface = gfm._cmark.lib, gfm._cmark.ffi
    gfm.core_extensions_ensure_registered()
    extensions = [gfm.find_syntax_extension(name) for name in EXTENSIONS]
    options = gfm.Options.CMARK_OPT_FOOTNOTES
    free = ctypes.CDLL(None).free
    free.argtypes = [ctypes.c_void_p]
    # The Python package never frees a tree.
    free_node = ctypes.CDLL(gfm._cmark.__file__).cmark_node_free
    free_node.argtypes = [ctypes.c_void_p]

    def run():
        for text in texts:
            parser = library.cmark_parser_new(options)
            for extension in extensions:
                library.cmark_parser_attach_syntax_extension(parser, extension)
            library.cmark_parser_feed(parser, text, len(text))
            root = library.cmark_parser_finish(parser)
            html = library.cmark_render_html(root, options, library.cmark_parser_get_syntax_extensions(parser))
            free(int(interface.cast("uintptr_t", html)))
            free_node(int(interface.cast("uintptr_t", root)))
            library.cmark_parser_free(parser)

    return run


def body(path):
    """A file's text without its front matter."""
    return path.read_bytes().split(b"\n---\n", 1)[1]


def main():
    probe, content = sys.argv[1], Path(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    texts = [body(path) for path in sorted(content.rglob("*.md"))]
    size = sum(map(len, texts))
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(f"{folder}/{number}")
            Path(paths[-1]).write_bytes(text)

        def in_process(run):
            start = time.process_time()
            run()
            return (time.process_time() - start) * 1e9 / size

        def oresund(options):
            run = subprocess.run([probe, "time", options, "1", *paths], stdout=subprocess.PIPE, check=True)
            return float(run.stdout.split()[0])

        alone, beside = libcmark(texts), cmark_gfm(texts)
        ways = {
            "libcmark alone": lambda: in_process(alone),
            "Oresund, everything on": lambda: oresund("default"),
            "Oresund, everything off": lambda: oresund("html"),
            "cmark-gfm with extensions": lambda: in_process(beside),
        }
        times = {name: [] for name in ways}
        for _ in range(rounds):
            for name, way in ways.items():
                times[name].append(way())
    print(f"{len(texts):,} texts, {size / 1e6:.0f} MB, {rounds} rounds\n")
    print("| | ns a byte, median | fastest | ratio of the medians | of the fastest |\n|---|---:|---:|---:|---:|")
    base = times["libcmark alone"]
    for name, found in times.items():
        median, fastest = statistics.median(found), min(found)
        ratios = median / statistics.median(base), fastest / min(base)
        print(f"| {name} | {median:.2f} | {fastest:.2f} | {ratios[0]:.2f} | {ratios[1]:.2f} |")


main()
