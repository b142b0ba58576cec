import Content
import SiteGraph

/// An entry's fields as the outputs beside its page need them.
extension EntryObject {
  /// A picture, with its address in full.
  struct Picture {
    let permalink: String
    let alternative: LabelText?
  }

  /// A text for this language's readers; `nil` where there is none.
  func text(of name: String) -> LabelText? {
    guard let field = entry.kind.field(name),
      let found = entry.value(of: field, in: localized.tag, available: isAvailable),
      let text = found.value.value.text
    else { return nil }
    return LabelText(text: text, language: field.type == .text ? found.language : nil)
  }

  /// The value of a shared field.
  func shared(_ name: String) -> FieldValue? { entry.shared[name]?.value }

  /// Where it is, in degrees.
  var coordinates: (latitude: Double, longitude: Double)? {
    guard let location = shared("location")?.record, case .number(let latitude)? = location["lat"]?.value,
      case .number(let longitude)? = location["lon"]?.value
    else { return nil }
    return (latitude, longitude)
  }

  /// What a field refers to.
  func references(_ name: String) -> [ReferenceTarget] {
    localized.site.relations[edition.entry].references[name] ?? []
  }

  /// The picture for the head of the page.
  var picture: Picture? {
    guard let field = entry.kind.field("image"),
      let found = entry.value(of: field, in: localized.tag, available: isAvailable),
      let image = found.value.value.record, let source = image["src"]?.value.text,
      let address = permalink(ofFile: source)
    else { return nil }
    let alternative = image["alt"]?.value.text
    return Picture(
      permalink: address,
      alternative: alternative.map { LabelText(text: $0, language: found.language(ofPart: "alt")) })
  }

  /// The whole address of a file that front matter names.
  func permalink(ofFile path: String) -> String? {
    guard let file = entry.original?.file else { return nil }
    let addresses = LinkAddresses(localized: localized, edition: edition, isAbsolute: true)
    return addresses.address(of: localized.site.target(of: path, in: file))?.url
  }

  /// The numbers of its topics in ``Site/topics``.
  var topics: [Int] {
    (shared("topics")?.list ?? []).compactMap { $0.value.text.flatMap(localized.site.topic) }
  }
}
