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
  /// Whether the text is its page's body, whose first image is wanted at once.
  var isBody = false
  /// What ids begin with, so that those of several texts of a page differ.
  var idPrefix = ""

  private var site: Site { localized.site }
  private var addresses: LinkAddresses {
    LinkAddresses(localized: localized, edition: edition, isAbsolute: isAbsolute)
  }

  func html(of text: RichText) -> [UInt8] {
    var html: [UInt8] = []
    // Links do not nest.
    var isLinkOpen = false
    text.write(into: &html) { hole, output in
      switch hole {
      case .link(let link): isLinkOpen = write(link, of: text, into: &output)
      case .linkEnd: if isLinkOpen { hole.writeDefault(into: &output) }
      case .image(let image): write(image, into: &output)
      case .label(let label): write(label, into: &output)
      case .idPrefix: output.append(contentsOf: idPrefix.utf8)
      }
    }
    return html
  }

  /// - Returns: Whether there is a link: one to what is not published stays text.
  private func write(_ link: Link, of text: RichText, into output: inout [UInt8]) -> Bool {
    var target = site.target(of: link.destination, in: file)
    if !idPrefix.isEmpty, case .fragment(let id) = target, text.headings.contains(where: { $0.id == id }) {
      target = .fragment(idPrefix + id)
    }
    guard let address = addresses.address(of: target) else { return false }
    var attributes = ""
    if let language = address.language { attributes += " hreflang=\"\(language)\"" }
    if case .entry(let number, _) = target, let language = languageOfTitle(link.text, of: number) {
      attributes += LanguageTag.attributes(language, within: link.language)
    }
    if address.isExternal { attributes += " class=\"external\" rel=\"noopener\"" }
    link.writeStart(to: address.url, attributes: attributes, into: &output)
    return true
  }

  /// The language of an entry's title, where a link shows nothing but that.
  private func languageOfTitle(_ text: String, of number: Int) -> String? {
    guard !text.isEmpty else { return nil }
    let reader = localized.edition(number)
    guard
      let edition = reader?.state == .missing
        ? site.originalEdition(of: number)
        : reader
          ?? site.originalEdition(of: number)
    else { return nil }
    let title = site.entries[number].title(in: site.languages[edition.language].tag)
    return title.text == text ? title.language : nil
  }

  private func write(_ image: Image, into output: inout [UInt8]) {
    let target = site.target(of: image.source, in: file)
    image.writeAddress(addresses.address(of: target)?.url ?? image.source, into: &output)
    var attributes = ""
    if let size = site.imageSize(of: target) {
      attributes += " width=\"\(size.width)\" height=\"\(size.height)\""
    }
    // A feed's reader decides for itself.
    if !isAbsolute {
      if !isBody || image.index > 0 { attributes += " loading=\"lazy\"" }
      attributes += " decoding=\"async\""
    }
    output.append(contentsOf: attributes.utf8)
  }

  private func write(_ label: Label, into output: inout [UInt8]) {
    // A label speaks the language of the text around it, not the page's.
    let values = label.reference.map { [(name: "reference", value: $0)] } ?? []
    let text = localized.stringsByLanguage[label.language]?.text(label.key, values: values)
    label.write(text?.text ?? label.english, into: &output)
  }
}
