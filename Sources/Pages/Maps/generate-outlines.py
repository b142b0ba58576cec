#!/usr/bin/env python3
"""Writes outlines.txt, the land and the borders that maps are drawn with, from Natural Earth's countries.

Run: python3 generate-outlines.py natural-earth-110m-countries.geojson > outlines.txt

The source is Natural Earth's "Admin 0 - Countries" at 1:110 million (naturalearthdata.com, public domain) as
GeoJSON, in degrees of WGS 84. What one country alone borders on is coast, what two share is a border; so no line is
written twice, and no gap opens where lines are simplified.

Each line of outlines.txt is a letter, "l" for a ring of coast and "b" for a border, and numbers: longitude and latitude
of the first point, then the way to each next one, all in twentieths of a degree. Longitudes go on beyond 180 degrees
where a coast crosses the antimeridian. Rings do not repeat their first point, and are filled by the even-odd rule: a
ring within another is a lake.
"""

import json
import sys
from collections import Counter, defaultdict

STEPS = 20  # in a degree
TOLERANCE = 1.2  # steps by which a simplified line may be off
SMALLEST = 30  # square steps; rings with less are left out
ANTIMERIDIAN = 180 * STEPS


def quantised(point):
    longitude, latitude = (round(value * STEPS) for value in point)
    if abs(point[0]) < 180:  # what is near the antimeridian is not on it
        longitude = max(1 - ANTIMERIDIAN, min(ANTIMERIDIAN - 1, longitude))
    return longitude, latitude


def rings(feature):
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            points = [quantised(point) for point in ring]
            yield [point for number, point in enumerate(points) if point != points[number - 1]]


def goes_round_the_pole(ring):
    return any(latitude == -90 * STEPS for _, latitude in ring)


def wrapped(point):
    """The antimeridian has one name."""
    longitude, latitude = point
    return (ANTIMERIDIAN if longitude == -ANTIMERIDIAN else longitude), latitude


def edges_of(ring):
    """The edges of a ring, but for those along the antimeridian, where the source cuts countries in two."""
    for start, end in zip(ring, ring[1:] + ring[:1]):
        start, end = wrapped(start), wrapped(end)
        if start != end and not start[0] == end[0] == ANTIMERIDIAN:
            yield (min(start, end), max(start, end))


def lines_of(edges, junctions):
    """The edges joined to lines that end at junctions, or where they began."""
    neighbours = defaultdict(set)
    for start, end in edges:
        neighbours[start].add(end)
        neighbours[end].add(start)

    def walk(line):
        while neighbours[line[-1]] and (len(line) == 1 or line[-1] not in junctions):
            point = min(neighbours[line[-1]])
            neighbours[line[-1]].discard(point)
            neighbours[point].discard(line[-1])
            line.append(point)
        return line

    for start in sorted(point for point in neighbours if point in junctions):
        while neighbours[start]:
            yield walk([start])
    for start in sorted(neighbours):
        if neighbours[start]:
            yield walk([start])


def unwrapped(line):
    """The line with longitudes that go on where it crosses the antimeridian."""
    result = [line[0]]
    for longitude, latitude in line[1:]:
        turns = round((result[-1][0] - longitude) / (2 * ANTIMERIDIAN))
        result.append((longitude + turns * 2 * ANTIMERIDIAN, latitude))
    return result


def distance(point, start, end):
    (x, y), (a, b), (c, d) = point, start, end
    length = (c - a) ** 2 + (d - b) ** 2
    along = 0 if length == 0 else max(0, min(1, ((x - a) * (c - a) + (y - b) * (d - b)) / length))
    return ((x - a - along * (c - a)) ** 2 + (y - b - along * (d - b)) ** 2) ** 0.5


def simplified(line):
    """The line with the fewest points that keep within the tolerance (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda number: distance(line[number], line[0], line[0]))
    else:
        far = max(range(1, len(line) - 1), key=lambda number: distance(line[number], line[0], line[-1]))
        if distance(line[far], line[0], line[-1]) <= TOLERANCE:
            return [line[0], line[-1]]
    return simplified(line[: far + 1])[:-1] + simplified(line[far:])


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def closed(lines):
    """The lines joined to rings, without their first points at the end."""
    starts = defaultdict(list)
    for number, line in enumerate(lines):
        starts[line[0]].append(number)
        starts[line[-1]].append(number)
    used = set()
    for number, line in enumerate(lines):
        if number in used:
            continue
        used.add(number)
        ring = list(line)
        while ring[-1] != ring[0]:
            following = [other for other in starts[ring[-1]] if other not in used]
            if not following:
                break
            used.add(following[0])
            other = lines[following[0]]
            ring += other[1:] if other[0] == ring[-1] else other[-2::-1]
        yield ring[:-1] if ring[-1] == ring[0] else ring


def written(letter, line):
    deltas = [line[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in zip(line, line[1:])]
    return letter + " ".join(f"{longitude},{latitude}" for longitude, latitude in deltas)


def main(path):
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    counts = Counter()
    polar = []
    for feature in features:
        for ring in rings(feature):
            if goes_round_the_pole(ring):
                polar.append(ring)
            else:
                counts.update(edges_of(ring))
    coasts = [edge for edge, count in counts.items() if count == 1]
    borders = [edge for edge, count in counts.items() if count > 1]
    ends = Counter(point for edge in borders for point in edge)
    shores = Counter(point for edge in coasts for point in edge)
    junctions = {point for point, count in ends.items() if count != 2 or point in shores}
    junctions |= {point for point, count in shores.items() if count != 2}

    coast_lines = [simplified(line) for line in lines_of(coasts, junctions)]
    land = [unwrapped(ring) for ring in closed(coast_lines)] + [simplified(ring) for ring in polar]
    lines = [written("l", ring) for ring in land if len(ring) > 2 and area(ring) >= SMALLEST]
    lines += [written("b", unwrapped(simplified(line))) for line in lines_of(borders, junctions)]
    print("\n".join(sorted(lines)))


main(sys.argv[1])
