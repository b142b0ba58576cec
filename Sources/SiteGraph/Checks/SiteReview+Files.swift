import CommonMark
import Content
import Diagnostics

extension SiteReview {
  private struct FileKey: Hashable {
    let entry: Int
    let name: String
  }

  /// Images beside an entry that no text and no field of the content names. Other files there are documents, which
  /// pages offer by themselves; and those in `static/` are published as they are, for whoever knows their address.
  var orphanedFiles: [Diagnostic] {
    guard content.unread.isEmpty, site.entries.contains(where: { !$0.attachments.isEmpty }) else { return [] }
    var named: Set<FileKey> = []
    func add(_ destination: String, in file: EntryFile) {
      if case .attachment(let entry, let name, _) = site.target(of: destination, in: file) {
        named.insert(FileKey(entry: entry, name: name))
      }
    }
    for entry in content.entries {
      for variant in entry.variants.values {
        variant.forEachDestination(of: entry.kind) { destination, _ in add(destination, in: variant.file) }
      }
    }
    return site.entries.enumerated().flatMap { number, entry in
      entry.attachments.filter { file in
        ImageFiles.isImage(file.name) && !named.contains(FileKey(entry: number, name: file.name))
          && !isInHTML(file.name, of: entry)
      }.map { ReviewProblem.orphanedFile(entry: entry.key).at(Place(file: $0.path)) }
    }
  }

  /// Whether the HTML that an entry's texts have, where the site allows it, names a file.
  private func isInHTML(_ name: String, of entry: Entry) -> Bool {
    guard content.configuration.markdown.html else { return false }
    return entry.variants.values.contains { variant in
      variant.body.map { String(decoding: $0.defaultHTML, as: UTF8.self).contains(name) } ?? false
    }
  }
}

extension Variant {
  /// Calls a function for every address that the texts and fields name, wherever it may lead, with its place.
  func forEachDestination(of kind: Kind, _ body: (String, Place) -> Void) {
    func add(_ text: RichText) {
      for link in text.links { body(link.destination, link.place) }
      for image in text.images { body(image.source, image.place) }
    }
    if let text = self.body { add(text) }
    forEachLeaf(of: kind) { value, type in
      switch (value.value, type) {
      case (.text(let text), .file), (.text(let text), .link), (.text(let text), .url):
        body(text, value.place)
      case (.markdown(let text), _): add(text)
      case (.data(let data), _): for text in data.texts { body(text, value.place) }
      // An organisation outside, as `{name, url}`.
      case (.record(let members), .reference):
        if let url = members["url"], let text = url.value.text { body(text, url.place) }
      default: break
      }
    }
  }
}

extension DataValue {
  /// All texts in a value, in order.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let elements): elements.flatMap(\.texts)
    case .map(let members): members.flatMap(\.value.texts)
    default: []
    }
  }
}
