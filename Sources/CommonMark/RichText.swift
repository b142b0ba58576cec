package import Diagnostics

/// A text rendered once from Markdown: HTML with holes for what depends on the page and its language.
///
/// It is a value that a later build or the preview can keep.
package struct RichText: Hashable, Sendable {
  /// A stretch of finished HTML, or a hole.
  package enum Segment: Hashable, Sendable {
    case html([UInt8])
    case hole(Hole)
  }

  /// A hole, and the offset in ``html`` at which it stands.
  struct PlacedHole: Hashable, Sendable {
    enum Kind: UInt8 {
      case idPrefix, link, linkEnd, image, label
    }

    let offset: Int
    let kind: Kind
    /// The index in ``links``, ``images`` or ``labels``.
    let number: Int
  }

  /// The finished HTML without the holes, UTF-8.
  let html: [UInt8]
  /// The holes, by offset.
  let holes: [PlacedHole]
  /// The language of the text: a BCP 47 tag.
  package let language: String
  /// All headings, in order.
  package let headings: [Heading]
  /// All links that are holes, in order.
  package let links: [Link]
  /// All images that are holes, in order.
  package let images: [Image]
  /// All labels, in no particular order.
  private let labels: [Label]
  /// The problems found, by place.
  package let diagnostics: [Diagnostic]

  init(
    html: [UInt8], holes: [PlacedHole], language: String, headings: [Heading] = [], links: [Link] = [],
    images: [Image] = [], labels: [Label] = [], diagnostics: [Diagnostic] = []
  ) {
    self.html = html
    self.holes = holes
    self.language = language
    self.headings = headings
    self.links = links
    self.images = images
    self.labels = labels
    self.diagnostics = diagnostics
  }

  /// A text with nothing in it.
  package static func empty(language: String) -> RichText {
    RichText(html: [], holes: [], language: language)
  }

  /// Whether nothing would be shown.
  package var isEmpty: Bool { html.isEmpty && holes.isEmpty }

  private func hole(_ placed: PlacedHole) -> Hole? {
    switch placed.kind {
    case .idPrefix: .idPrefix
    case .link: placed.number < links.count ? .link(links[placed.number]) : nil
    case .linkEnd: .linkEnd
    case .image: placed.number < images.count ? .image(images[placed.number]) : nil
    case .label: placed.number < labels.count ? .label(labels[placed.number]) : nil
    }
  }

  /// The text as a sequence of HTML and holes.
  package var segments: [Segment] {
    var segments: [Segment] = []
    var start = 0
    for placed in holes {
      if placed.offset > start { segments.append(.html(Array(html[start..<placed.offset]))) }
      if let hole = hole(placed) { segments.append(.hole(hole)) }
      start = placed.offset
    }
    if start < html.count { segments.append(.html(Array(html[start...]))) }
    return segments
  }

  /// Writes the HTML, with each hole filled by a closure, which appends to the same output.
  package func write(into output: inout [UInt8], filling fill: (Hole, inout [UInt8]) -> Void) {
    output.reserveCapacity(output.count + html.count + holes.count * 48)
    var start = 0
    for placed in holes {
      output.append(contentsOf: html[start..<placed.offset])
      if let hole = hole(placed) { fill(hole, &output) }
      start = placed.offset
    }
    output.append(contentsOf: html[start...])
  }

  /// The HTML with every hole filled in the default way.
  package var defaultHTML: [UInt8] {
    var output: [UInt8] = []
    write(into: &output) { hole, output in hole.writeDefault(into: &output) }
    return output
  }

  /// The text without markup, its white space collapsed, for descriptions.
  ///
  /// - Parameter limit: The greatest length in Unicode scalars; a longer text ends at a word, with “…”.
  package func plainText(limit: Int = .max) -> String {
    PlainText.of(html: html, limit: limit)
  }
}
