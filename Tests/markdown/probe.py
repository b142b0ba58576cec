"""Asks `markdown-probe` to render Markdown."""

import subprocess


class Probe:
    """A running probe. After a call, `warnings` has the identifiers of the diagnostics."""

    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.warnings = []

    def __call__(self, markdown, options="default", language="en"):
        data = markdown.encode() if isinstance(markdown, str) else markdown
        self.process.stdin.write(b"%d %s %s\n" % (len(data), options.encode(), language.encode()) + data)
        self.process.stdin.flush()
        head = self.process.stdout.readline()
        if not head:
            raise RuntimeError("the probe ended, status %s" % self.process.wait())
        size, _, warnings = head.decode().rstrip("\n").partition(" ")
        self.warnings = warnings.split(",") if warnings else []
        return self.process.stdout.read(int(size))

    def close(self):
        self.process.stdin.close()
        return self.process.wait()
