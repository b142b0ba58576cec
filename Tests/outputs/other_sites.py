"""Asks a server on this computer, which answers in many ways, through `oresund check --external`."""

import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import jsonschema

log = []
busy = {"now": 0, "most": 0}
guard = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    """Each path is a way of answering."""

    failures = 0

    def answer(self):
        with guard:
            log.append(f"{self.command} {self.path}")
            busy["now"] += 1
            busy["most"] = max(busy["most"], busy["now"])
        # Long enough for a second request to come meanwhile, if one would.
        time.sleep(0.02)
        with guard:
            busy["now"] -= 1
        match self.path.split("?")[0]:
            case "/fine" | "/other":
                self.reply(200)
            case "/get-alone":
                self.reply(405 if self.command == "HEAD" else 200)
            case "/gone":
                self.reply(410)
            case "/moved":
                self.reply(301, "/other")
            case "/for-now":
                self.reply(302, "/other")
            case "/flaky":
                Handler.failures += 1
                self.reply(503 if Handler.failures == 1 else 200)
            case "/silent":
                time.sleep(3)
            case "/cut":
                pass
            case "/large":
                self.send_response(405 if self.command == "HEAD" else 200)
                self.send_header("Content-Length", str(1 << 40))
                self.end_headers()
            case _:
                self.reply(404)

    do_HEAD = do_GET = answer

    def reply(self, status, location=None):
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


# What SARIF 2.1.0 (OASIS) asks of the properties that Oresund writes, by section.
place = {
    "type": "object", "required": ["physicalLocation"],
    "properties": {"physicalLocation": {  # 3.29
        "type": "object", "required": ["artifactLocation", "region"],
        "properties": {
            "artifactLocation": {"type": "object", "required": ["uri"],
                                 "properties": {"uri": {"type": "string", "format": "uri-reference"}}},
            "region": {"type": "object", "required": ["startLine", "startColumn", "endColumn"],  # 3.30
                       "additionalProperties": {"type": "integer", "minimum": 1}},
        }}},
}
sarif = {
    "type": "object", "required": ["version", "runs"],  # 3.13
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "items": {
            "type": "object", "required": ["tool", "results"],  # 3.14
            "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "tool": {"type": "object", "required": ["driver"], "properties": {  # 3.18
                    "driver": {"type": "object", "required": ["name"], "properties": {  # 3.19
                        "name": {"type": "string", "minLength": 1},
                        "rules": {"type": "array", "uniqueItems": True, "items": {
                            "type": "object", "required": ["id"]}}}}}},  # 3.49
                "results": {"type": "array", "minItems": 1, "items": {  # 3.27
                    "type": "object", "required": ["message", "ruleId", "level"],
                    "properties": {
                        "level": {"enum": ["none", "note", "warning", "error"]},
                        "message": {"type": "object", "required": ["text"]},  # 3.11
                        "locations": {"type": "array", "items": place},
                        "relatedLocations": {"type": "array", "items": place}}}}}}}},
}


def expect(condition, message):
    if not condition:
        sys.exit(message)


def main(oresund):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}"
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder)
        base = pathlib.Path("Tests/EndToEndTests/Fixtures/base").resolve()
        shutil.copytree(base / "content", site / "content")
        shutil.copytree(base / "templates", site / "templates")
        (site / "content/organisations.yml").unlink()
        pages = ["fine", "fine#part", "get-alone", "gone", "moved", "for-now", "flaky", "silent", "cut", "large",
                 "missing"]
        links = "\n".join(f"- [{page}]({home}/{page})" for page in pages)
        links += "\n- [post](mailto:a@b.example)\n- [this site](https://harbour.example/en/)\n"
        (site / "content/news/2010-10-04-links.en.md").write_text(
            f"---\ntitle: Links\nsource: {{ name: A, url: {home}/gone }}\n---\n{links}")

        def check(*options):
            run = subprocess.run(
                [oresund, "check", "--today", "2010-11-15", "--format", "json", *options], cwd=site,
                env=environment, capture_output=True, text=True, check=False)
            expect(run.returncode == 0, f"the check fails:\n{run.stdout}{run.stderr}")
            found = json.loads(run.stderr)["diagnostics"]
            return [f"{d['line']}: {d['identifier']}: {d['message']}".replace(home, "") for d in found]

        expect(check() == [] and log == [], f"sites are asked without --external: {log}")

        found = check("--external", "--external-timeout", "1", "--external-retries", "1")
        expected = [
            "3: broken-external-link: there is no longer a page at /gone (status 410)",
            "8: broken-external-link: there is no longer a page at /gone (status 410)",
            "9: moved-external-link: this page has moved to /other",
            "12: unreachable-site: /silent could not be looked at: there is no answer within 1 second",
            "13: unreachable-site: /cut could not be looked at: the connection ends without an answer",
            "15: broken-external-link: there is no page at /missing (status 404)",
        ]
        expect(found == expected, "found:\n" + "\n".join(found))
        expect(log.count("HEAD /fine") == 1, f"one address is asked for several times: {log}")
        expect(log.count("GET /get-alone") == 1 and "GET /fine" not in log, f"GET is used wrongly: {log}")
        expect(log.count("HEAD /flaky") == 2 and log.count("HEAD /silent") == 2, f"retries are wrong: {log}")
        # What the server is busy with after the time limit does not count.
        expect(busy["most"] == 1, f"{busy['most']} requests at a time to one host")

        log.clear()
        again = check("--external", "--external-timeout", "1", "--external-retries", "0")
        expect(again == expected, "found the second time:\n" + "\n".join(again))
        expect(sorted(set(log)) == ["HEAD /cut", "HEAD /silent"], f"what is known is asked for again: {log}")

        run = subprocess.run(
            [oresund, "check", "--today", "2010-11-15", "--format", "sarif", "--external",
             "--external-timeout", "1", "--external-retries", "0"],
            cwd=site, env=environment, capture_output=True, text=True, check=True)
        document = json.loads(run.stderr)
        jsonschema.validate(document, sarif, cls=jsonschema.Draft202012Validator)
        if len(sys.argv) > 2:
            jsonschema.validate(document, json.loads(pathlib.Path(sys.argv[2]).read_text()))
        results = document["runs"][0]["results"]
        rules = [rule["id"] for rule in document["runs"][0]["tool"]["driver"]["rules"]]
        expect(len(results) == len(expected) and rules == sorted(set(rules)), "SARIF lacks results or rules")
    server.shutdown()


main(sys.argv[1])
