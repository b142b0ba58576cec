"""Measures the preview: measure.py ORESUND CONTENT TEMPLATES [EDITS [REBUILDS]]

CONTENT is what Benchmarks/Sources/Corpus wrote; its files are changed. What is printed is explained in BENCHMARKS.md.
"""

import http.client
import re
import selectors
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

program, content, templates = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
edits = int(sys.argv[4]) if len(sys.argv) > 4 else 200
rebuilds = int(sys.argv[5]) if len(sys.argv) > 5 else 10_000
LISTENERS = 200


class Preview:
    """A running preview."""

    def __init__(self):
        self.state = tempfile.TemporaryDirectory()
        start = time.perf_counter()
        self.process = subprocess.Popen(
            [program, "serve", "--quiet", "--content", content, "--templates", templates, "--state", self.state.name,
             "--port", "0", "--today", "2010-12-01"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        line = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)/", line).group(1))
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port)
        while not self.is_there():
            time.sleep(0.05)
        self.started = time.perf_counter() - start

    def is_there(self):
        """Whether the site was read: at first the server itself is not there."""
        try:
            return self.get("/en/")[0] == 200
        except OSError:
            self.connection.close()
            return False

    def get(self, path):
        self.connection.request("GET", path)
        response = self.connection.getresponse()
        return response.status, response.read()

    def memory(self):
        """What the process holds, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1000

    def listen(self):
        """A connection to which changes are told."""
        client = socket.create_connection(("127.0.0.1", self.port))
        client.sendall(b"GET /__oresund/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        return client

    def end(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=10)


def news():
    return sorted((content / "news").glob("*.en.md"))


def address(file):
    return f"/en/news/{re.sub(r'^[0-9-]{11}', '', file.name).removesuffix('.en.md')}/"


def save(file, text, beside):
    """Saves a file in its place, or as many editors do: beside it first."""
    if beside:
        new = file.with_name(f".{file.name}.new")
        new.write_text(text)
        new.rename(file)
    else:
        file.write_text(text)


def until(preview, path, mark):
    mark = mark.encode()
    while mark not in preview.get(path)[1]:
        pass


def latencies(preview, count, change):
    """Milliseconds from before a file is saved until its page has what was saved."""
    files = news()
    times = []
    for number in range(count):
        file = files[number * 37 % len(files)]
        mark = f"mark{number}x{time.perf_counter_ns()}"
        text = change(file.read_text(), mark)
        start = time.perf_counter()
        save(file, text, beside=number % 2 == 0)
        until(preview, address(file), mark)
        times.append((time.perf_counter() - start) * 1000)
        # Nobody saves without a pause, in which the background begins its work.
        time.sleep(0.35 if number % 4 == 0 else 0.02)
    return times


def told(name, times):
    times = sorted(times)
    print(f"| {name} | {statistics.median(times):.1f} | {times[0]:.1f} | {times[len(times) * 95 // 100]:.1f} | {len(times)} |",
          flush=True)


def body(text, mark):
    return text + f"\n{mark}\n"


def title(text, mark):
    return re.sub(r'(?m)^title: .*$', f'title: "{mark}"', text, count=1)


def listeners(preview):
    """Saves while many listen: how long until the last of them was told, and pages served meanwhile."""
    clients = [preview.listen() for _ in range(LISTENERS)]
    waiting = selectors.DefaultSelector()
    for client in clients:
        while b'"pages"' not in client.recv(65536):
            pass
        waiting.register(client, selectors.EVENT_READ)
    file = news()[0]
    times = []
    for number in range(20):
        mark = f"many{number}x{time.perf_counter_ns()}"
        text = body(file.read_text(), mark)
        start = time.perf_counter()
        save(file, text, beside=False)
        left = set(clients)
        while left:
            for key, _ in waiting.select():
                key.fileobj.recv(65536)
                left.discard(key.fileobj)
        until(preview, address(file), mark)
        times.append((time.perf_counter() - start) * 1000)
        # Messages about what is wrong may follow.
        time.sleep(0.5)
        for key, _ in waiting.select(0):
            key.fileobj.recv(65536)
    for client in clients:
        client.close()
    return times


def memory(preview, count):
    """What the process holds while it takes in changes, one after the other: mostly words, some titles."""
    files = news()[:50]
    texts = [file.read_text() for file in files]
    samples = []
    for number in range(count):
        index = number % len(files)
        mark = f"again{number}x"
        change = title if number % 50 == 0 else body
        save(files[index], change(texts[index], mark), beside=number % 2 == 0)
        until(preview, address(files[index]), mark)
        if number % max(1, count // 20) == 0:
            samples.append(preview.memory())
            print(f"{number} rebuilds: {samples[-1]:.0f} MB", flush=True)
    print(f"{count} rebuilds: {preview.memory():.0f} MB", flush=True)


preview = Preview()
print(f"first page after {preview.started:.1f} s, {preview.memory():.0f} MB\n")
print("| from saving to the new page (ms) | median | fastest | 95 % | saves |")
print("|---|---:|---:|---:|---:|", flush=True)
told("words of a body", latencies(preview, edits, body))
told("a title", latencies(preview, max(5, edits // 10), title))
told(f"words, {LISTENERS} told and the page", listeners(preview))
print()
memory(preview, rebuilds)
preview.end()
