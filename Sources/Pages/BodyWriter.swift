import CommonMark
import Content
import SiteGraph

/// Fills the holes of a rendered text for one page.
struct BodyWriter {
  let localized: LocalizedSite
  let edition: Edition
  /// The file that the text stands in, from which its links lead.
  let file: EntryFile
  /// Whether addresses are written in full, for feeds.
  let isAbsolute: Bool

  func html(of text: RichText) -> [UInt8] {
    var html: [UInt8] = []
    text.write(into: &html) { hole, output in fill(hole, &output) }
    return html
  }

  private func fill(_ hole: Hole, _ output: inout [UInt8]) {
    let addresses = LinkAddresses(localized: localized, edition: edition, isAbsolute: isAbsolute)
    switch hole {
    case .link(let link):
      // A link to what is not published stays as text: an `a` without an address is one.
      let target = localized.site.target(of: link.destination, in: file)
      guard let address = addresses.address(of: target) else { return }
      link.writeAddress(address.url, into: &output)
      if let language = address.language { output.append(contentsOf: " hreflang=\"\(language)\"".utf8) }
      if address.isExternal { output.append(contentsOf: " rel=\"noopener\"".utf8) }
    case .image(let image):
      let target = localized.site.target(of: image.source, in: file)
      image.writeAddress(addresses.address(of: target)?.url ?? image.source, into: &output)
    case .label(let label):
      // A label speaks the language of the text around it, not the page's.
      let values = label.reference.map { [(name: "reference", value: $0)] } ?? []
      let text = localized.stringsByLanguage[label.language]?.text(label.key, values: values)
      label.write(text?.text ?? label.english, into: &output)
    case .idPrefix: hole.writeDefault(into: &output)
    }
  }
}
