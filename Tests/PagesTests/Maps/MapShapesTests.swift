import Testing

@testable import Pages

@Suite("Lines and rings")
struct MapShapesTests {
  private func points(_ numbers: (Double, Double)...) -> [PlanePoint] {
    numbers.map { PlanePoint(x: $0.0, y: $0.1) }
  }

  @Test("Path data are relative, without repetitions and needless signs")
  func pathText() {
    var path = PathText(.tenths)
    path.add(line: points((10, 20), (10.04, 20.01), (10.5, 19.5), (10, 19.5)))
    path.add(line: points((0, 0), (-0.3, 12.34)))
    path.add(line: points((5, 5), (5, 5)))
    #expect(path.text == "m10 20 .5-.5-.5 0m-10-19.5-.3 12.3")
    var rings = PathText(.units)
    rings.add(ring: points((10, 20), (30, 20), (30, 40)))
    rings.add(ring: points((0, 0), (0.2, 0), (0.2, 0.2)))
    rings.add(ring: points((11, 19), (12, 19), (12, 30)))
    #expect(rings.text == "m10 20 20 0 0 20zm1-1 1 0 0 11z")
  }

  @Test("A ring that leaves a box runs along its edge")
  func clippedRing() {
    let clipping = Clipping(box: Box(left: 0, top: 0, right: 10, bottom: 10))
    let ring = clipping.ring(points((5, 5), (15, 5), (15, 8), (5, 8)))
    #expect(Set(ring) == Set(points((5, 5), (10, 5), (10, 8), (5, 8))))
    #expect(clipping.ring(points((20, 20), (30, 20), (30, 30))) == [])
    #expect(clipping.ring([]) == [])
  }

  @Test("A line that leaves a box and comes back is two")
  func clippedLine() {
    let clipping = Clipping(box: Box(left: 0, top: 0, right: 10, bottom: 10))
    #expect(
      clipping.lines(points((5, 5), (5, 15), (6, 15), (6, 5), (7, 5)))
        == [points((5, 5), (5, 10)), points((6, 10), (6, 5), (7, 5))])
    #expect(clipping.lines(points((-5, 5), (15, 5))) == [points((0, 5), (10, 5))])
    #expect(clipping.lines(points((-5, -5), (-1, 20))) == [])
  }

  @Test("What is left out of a line is nearer to it than the tolerance")
  func simplified() {
    let line = points((0, 0), (1, 0.1), (2, -0.1), (3, 5), (4, 6.1), (5, 7))
    #expect(Simplification.line(line, tolerance: 0.5) == points((0, 0), (2, -0.1), (3, 5), (5, 7)))
    #expect(Simplification.line(line, tolerance: 0) == line)
    #expect(Simplification.ring(points((0, 0), (0.1, 0), (0.1, 0.1)), tolerance: 1) == [])
    #expect(
      Simplification.ring(points((0, 0), (5, 0.1), (10, 0), (10, 10)), tolerance: 1)
        == points((0, 0), (10, 0), (10, 10)))
  }
}
