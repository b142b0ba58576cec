import Synchronization

/// The backgrounds of a site's maps. Each is made once: maps of neighbours share theirs, and so do languages.
final class Atlas: Sendable {
  private let outlines: Outlines
  private let backgrounds = Mutex<[MapFrame: MapBackground]>([:])

  init(outlines: Outlines = .naturalEarth) {
    self.outlines = outlines
  }

  func background(of frame: MapFrame) -> MapBackground {
    if let known = backgrounds.withLock({ $0[frame] }) { return known }
    // Two threads may make the same at once, and get the same.
    let made = MapBackground(frame, outlines: outlines)
    backgrounds.withLock { $0[frame] = made }
    return made
  }
}
