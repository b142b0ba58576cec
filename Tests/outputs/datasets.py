"""Reads /api/ of a built site: datasets.py FOLDER.

Reported: what does not fit its own JSON Schema, or has what the schema does not name; what shapely makes no point of;
tables that Python's csv reads otherwise than the JSON beside them says, or that a spreadsheet would run; addresses that
lead to no file.
"""

import csv
import json
import sys
from pathlib import Path

import jsonschema
import shapely.geometry

import outcome


def schema_at(folder, name):
    schema = json.loads((folder / "api" / name).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


def undeclared(value, schema, root, where):
    """What an object has that its schema does not name."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if isinstance(value, dict):
        for key, member in value.items():
            if key in schema.get("properties", {}):
                yield from undeclared(member, schema["properties"][key], root, f"{where}/{key}")
            elif "additionalProperties" in schema:
                yield from undeclared(member, schema["additionalProperties"], root, f"{where}/{key}")
            elif "oneOf" not in schema:
                yield f"{where}/{key} is not in the schema"
    elif isinstance(value, list):
        for number, element in enumerate(value):
            yield from undeclared(element, schema.get("items", {}), root, f"{where}/{number}")


def check_document(folder, path):
    document = json.loads(path.read_text("utf-8"))
    name = f"{path.name}.schema.json" if path.suffix == ".geojson" else f"{path.stem}.schema.json"
    schema = schema_at(folder, name)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for error in validator.iter_errors(document):
        yield f"{'/'.join(map(str, error.path))}: {error.message}"
    yield from undeclared(document, schema, schema, "")
    base = document["network"]["url"]
    entries = document.get("features") or document.get(path.stem) or []
    for entry in entries:
        properties = entry.get("properties", entry)
        for address in properties["url"].values():
            if not (folder / address.removeprefix(base) / "index.html").is_file():
                yield f"{address} leads to no page"


def check_map(path):
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        point = shapely.geometry.shape(feature["geometry"])
        if not point.is_valid or not shapely.geometry.box(-180, -90, 180, 90).covers(point):
            yield f"{feature['id']} is at {point}"


def check_table(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    header, rows = rows[0], rows[1:]
    entries = {e["id"]: e for e in json.loads(path.with_suffix(".json").read_text("utf-8"))[path.stem]}
    if not path.read_bytes().endswith(b"\r\n"):
        yield "the last line does not end"
    if [row[0] for row in rows] != list(entries):
        yield f"has the lines {[row[0] for row in rows]}"
    for row in rows:
        if len(row) != len(header):
            yield f"{row[0]} has {len(row)} cells for {len(header)} columns"
        cells = dict(zip(header, row))
        entry = entries[row[0]]
        for column, cell in cells.items():
            if column in ("lat", "lon"):
                if float(cell or "nan") != entry.get("location", {}).get(column) and cell:
                    yield f"{row[0]}: {column} is {cell}"
            elif cell[:1] in tuple("=+-@\t\r"):
                yield f"{row[0]}: a spreadsheet would run {cell}"
        if cells["name"].removeprefix("'") != entry["name"]:
            yield f"{row[0]} is called {cells['name']}"
        if cells["contact_email"] != entry.get("contact", {}).get("email", ""):
            yield f"{row[0]}: its contact is {cells['contact_email']}"


def main():
    folder = Path(sys.argv[1])
    problems, count = [], 0
    for path in sorted((folder / "api").iterdir()):
        checks = []
        if path.suffix in (".json", ".geojson") and not path.name.endswith(".schema.json"):
            checks.append(check_document(folder, path))
        if path.suffix == ".geojson":
            checks.append(check_map(path))
        if path.suffix == ".csv":
            checks.append(check_table(path))
        count += len(checks) > 0
        problems += [f"{path.name}: {problem}" for check in checks for problem in check]
    if count < 5:
        problems.append(f"there are only {count} files")
    return outcome.tell("files of data", count, problems)


if __name__ == "__main__":
    sys.exit(main())
