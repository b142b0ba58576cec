import Content
import Diagnostics

extension SiteReview {
  /// The width in pixels of the widest place for a picture, on a screen of twice the usual density.
  package static let widestImage = 2560
  /// The bytes of a picture that a page can well bear.
  package static let heaviestImage = 1_000_000

  /// Images far larger than their place, and those that tell where they were taken.
  var imageProblems: [Diagnostic] {
    images.keys.sorted().flatMap { path -> [Diagnostic] in
      guard let facts = images[path] else { return [] }
      var problems: [ReviewProblem] = []
      // A drawing has no pixels.
      let width = path.lowercased().hasSuffix(".svg") ? nil : content.imageSizes[path]?.width
      if let width, width > Self.widestImage {
        problems.append(.wideImage(width: width, limit: Self.widestImage))
      } else if facts.length > Self.heaviestImage {
        problems.append(.heavyImage(length: facts.length))
      }
      if facts.tellsPosition { problems.append(.imageWithPosition) }
      return problems.map { $0.at(Place(file: path)) }
    }
  }
}
