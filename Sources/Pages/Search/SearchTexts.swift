import Content
import SiteGraph
import Templating

/// The texts of a page that can be found, each with its language.
struct SearchTexts {
  private let language: String
  private var texts: [(html: [UInt8], language: String)] = []

  /// - Parameter language: The page's.
  init(language: String) {
    self.language = language
  }

  mutating func add(_ text: LabelText?) {
    guard let text else { return }
    add(.text(Text(text.text, language: text.language)), of: .text)
  }

  /// - Parameter language: The page's where it is `nil`.
  mutating func add(html: [UInt8]?, language: String?) {
    // A country may be named twice, a cluster as a member and as a signatory.
    guard let html, !html.isEmpty, !texts.contains(where: { $0.html == html }) else { return }
    texts.append((html, language ?? self.language))
  }

  /// The texts in a field's value; addresses, numbers and the like are none.
  mutating func add(_ value: Value, of type: FieldType) {
    switch (value, type) {
    case (.text(let text), .text), (.text(let text), .name), (.text(let text), .markdown):
      add(html: text.escaped.bytes, language: text.language)
    case (.object(let object), _):
      // A topic, a country, an organisation or an entry.
      add(object.attribute("title") ?? .none, of: .text)
    case (.map(let members), .record(let parts)):
      for part in parts { add(members[key: part.name] ?? .none, of: part.type) }
    case (.list(let elements), .list(let element)):
      for value in elements { add(value, of: element) }
    default: break
    }
  }

  /// Writes one paragraph for each text; texts in another language than the page in elements that say so.
  func write(to html: inout XMLText) {
    for text in texts {
      html.element(
        "div", [("id", text.language == language && texts.isAllIn(language) ? nil : "lang:\(text.language)")]
      ) {
        $0.raw(utf8: text.html)
      }
    }
  }
}

extension [(html: [UInt8], language: String)] {
  /// Whether no text is in another language.
  fileprivate func isAllIn(_ language: String) -> Bool { allSatisfy { $0.language == language } }
}
