"""Reads the calendars of a built site with icalendar and vobject: calendars.py FOLDER HOST [FILE NAME START END]…

Both find in them the events of /api/events.json, at the moments that Python's own time zones give, and with no other
help than the file's own explanation of each zone. What follows the host are events that must come out as given:
moments in UTC, or days, of which the end is the one after the last.
"""

import datetime
import json
import sys
import zoneinfo
from pathlib import Path

import icalendar
import vobject

import outcome

STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE", "moved": "CONFIRMED", "planned": "CONFIRMED"}


def moment(value):
    """A day as it is, a time in UTC, in ISO 8601."""
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return f"{value.isoformat()} without a zone"
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def expected(event):
    """The beginning and the end of an event in the data."""
    starts, ends = event["starts"], event.get("ends")
    if len(starts) == 10 or ends and len(ends) == 10:
        last = datetime.date.fromisoformat((ends or starts)[:10])
        return starts[:10], (last + datetime.timedelta(days=1)).isoformat()
    zone = zoneinfo.ZoneInfo(event["time_zone"])
    return tuple(
        time and moment(datetime.datetime.fromisoformat(time).replace(tzinfo=zone)) for time in [starts, ends])


def form(raw):
    """What is wrong with the lines themselves (RFC 5545, section 3.1)."""
    if not raw.endswith(b"\r\n") or b"\n" in raw.replace(b"\r\n", b"") or b"\r" in raw.replace(b"\r\n", b""):
        yield "its lines do not all end in CRLF"
    for line in raw.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line has {len(line)} octets"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield "a line breaks within a character"


def own_zones(calendar):
    """The zones as the file itself explains them."""
    return {str(zone["TZID"]): zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}


def read_icalendar(raw):
    calendar = icalendar.Calendar.from_ical(raw)
    zones = own_zones(calendar)

    def read(component, name):
        if name not in component:
            return None
        value = component[name]
        if isinstance(value.dt, datetime.datetime) and "TZID" in value.params:
            return moment(value.dt.replace(tzinfo=zones[value.params["TZID"]]))
        return moment(value.dt)

    errors = [error for component in calendar.walk() for error in component.errors]
    events = {
        str(event["UID"]): (read(event, "DTSTART"), read(event, "DTEND"), str(event["SUMMARY"]), str(event["STATUS"]))
        for event in calendar.walk("VEVENT")
    }
    return events, errors, len(list(calendar.walk("VEVENT")))


def read_vobject(text):
    calendar = vobject.readOne(text)
    return {
        event.uid.value: (
            moment(event.dtstart.value), moment(event.dtend.value) if hasattr(event, "dtend") else None,
            event.summary.value, event.status.value)
        for event in getattr(calendar, "vevent_list", [])
    }


def check(path, data, host):
    raw = path.read_bytes()
    yield from form(raw)
    events, errors, count = read_icalendar(raw)
    yield from (f"icalendar: {error}" for error in errors)
    if count != len(events):
        yield f"{count} events have {len(events)} ids"
    theirs = read_vobject(raw.decode("utf-8"))
    if theirs != events:
        yield f"vobject reads {theirs}, icalendar {events}"
    for uid, (start, end, title, status) in events.items():
        key, _, place = uid.partition("@")
        event = data.get(key)
        if event is None or place != host:
            yield f"{uid} is no event of the data"
            continue
        if (start, end) != expected(event):
            yield f"{uid} takes place {start} to {end}, but by the data {expected(event)}"
        planned = event.get("status", "planned")
        if status != STATUS[planned]:
            yield f"{uid} is {status}, but by the data {planned}"
        if not any(title.endswith(text) for text in event["title"].values()):
            yield f"{uid} is called {title}"


def components(path):
    """The lines of each event of a calendar."""
    parts = path.read_text("utf-8", errors="strict").split("BEGIN:VEVENT")[1:]
    return {part.split("END:VEVENT")[0] for part in parts}


def main():
    folder, host, cases = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    document = json.loads((folder / "api/events.json").read_text("utf-8"))
    data = {f"events/{event['id']}": event for event in document["events"]}
    problems = []
    paths = sorted(folder.rglob("*.ics"))
    for path in paths:
        name = path.relative_to(folder)
        problems += [f"{name}: {problem}" for problem in check(path, data, host)]
        if path.name == "event.ics" and not components(path) <= components(folder / name.parts[0] / "events.ics"):
            problems.append(f"{name}: events.ics tells it in other words")
    for name, uid, start, end in zip(*[iter(cases)] * 4):
        found = read_icalendar((folder / name).read_bytes())[0].get(f"{uid}@{host}")
        if found is None or found[:2] != (start, end or None):
            problems.append(f"{name}: {uid} is {found}, not {start} to {end}")
    return outcome.tell("calendars", len(paths), problems)


if __name__ == "__main__":
    sys.exit(main())
