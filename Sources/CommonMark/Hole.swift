package import Diagnostics

/// A place in a rendered text that depends on the page that shows it.
package enum Hole: Hashable, Sendable {
  /// A link's start tag, which the filler writes with what attributes it wants; or nothing, so that the text
  /// is shown without a link.
  case link(Link)
  /// The end tag of the link before: to be left out where its start tag was.
  case linkEnd
  /// Right after `<img`: the filler writes ` src="…"`, ` width="…"` and so on; `alt`, `title` and ` />` follow.
  case image(Image)
  /// A word of the site's strings, in a text or an attribute value: the filler writes it escaped.
  case label(Label)
  /// At the beginning of an id and of a reference to one: empty, but where several bodies share a page.
  case idPrefix

  /// Fills the hole as libcmark would, without knowledge of any site: addresses as written, labels in English.
  package func writeDefault(into output: inout [UInt8]) {
    switch self {
    case .link(let link): link.writeStart(to: link.destination, into: &output)
    case .linkEnd: output.append(contentsOf: "</a>".utf8)
    case .image(let image): image.writeAddress(image.source, into: &output)
    case .label(let label): HTMLEscape.append(label.english, to: &output)
    case .idPrefix: break
    }
  }
}

/// A link of a text.
package struct Link: Hashable, Sendable {
  /// The address as written, with escapes and entities decoded; not yet fit for HTML.
  package let destination: String
  /// Whether the address itself is the link's text (`<https://icn.example>`, `www.icn.example`).
  package let isAutomatic: Bool
  /// The link's title; empty where it has none.
  package let title: String
  /// What the link shows, without markup; empty where that cannot be another entry's title.
  package let text: String
  /// The language of the text around the link.
  package let language: String
  /// Where the address is written, or the link begins.
  package let place: Place

  package init(
    destination: String, isAutomatic: Bool = false, title: String = "", text: String = "", language: String,
    place: Place
  ) {
    self.destination = destination
    self.isAutomatic = isAutomatic
    self.title = title
    self.text = text
    self.language = language
    self.place = place
  }

  /// Writes the start tag, with the address percent-encoded and escaped as libcmark does.
  ///
  /// - Parameter attributes: Further attributes, each with a space before it, written as they are.
  package func writeStart(to address: String, attributes: String = "", into output: inout [UInt8]) {
    output.append(contentsOf: "<a href=\"".utf8)
    HTMLEscape.appendAddress(address, to: &output)
    output.append(UInt8(ascii: "\""))
    output.append(contentsOf: attributes.utf8)
    if !title.isEmpty {
      output.append(contentsOf: " title=\"".utf8)
      HTMLEscape.append(title, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
  }
}

/// An image of a text.
package struct Image: Hashable, Sendable {
  /// The address as written, with escapes and entities decoded; not yet fit for HTML.
  package let source: String
  /// The alternative text, plain; empty where none was given.
  package let alternative: String
  /// Which image of the text it is, from 0.
  package let index: Int
  /// Where the image begins.
  package let place: Place

  package init(source: String, alternative: String = "", index: Int = 0, place: Place) {
    self.source = source
    self.alternative = alternative
    self.index = index
    self.place = place
  }

  /// Writes ` src="…"`, percent-encoded and escaped as libcmark does.
  package func writeAddress(_ address: String, into output: inout [UInt8]) {
    output.append(contentsOf: " src=\"".utf8)
    HTMLEscape.appendAddress(address, to: &output)
    output.append(UInt8(ascii: "\""))
  }
}

/// A text that the site's strings supply.
package struct Label: Hashable, Sendable {
  package enum Name: Hashable, Sendable {
    /// The name of a note: “Note”, “Warning” and so on.
    case note(NoteKind)
    /// What a footnote's way back is called; the reference is `1`, or `1-2` for the second one to note 1.
    case footnoteBackLink(reference: String)
    /// What a box in a task list says of its task.
    case task(isDone: Bool)
  }

  package let name: Name
  /// The language of the text around it (a BCP 47 tag), in which the label is wanted.
  package let language: String

  package init(_ name: Name, language: String) {
    self.name = name
    self.language = language
  }

  /// The key in the strings files: `note_warning`, `footnote_back`, `task_done`.
  package var key: String {
    switch name {
    case .note(let kind): "note_\(kind.rawValue)"
    case .footnoteBackLink: "footnote_back"
    case .task(let isDone): isDone ? "task_done" : "task_to_do"
    }
  }

  /// Writes a text in the label's place, escaped.
  package func write(_ text: String, into output: inout [UInt8]) {
    HTMLEscape.append(text, to: &output)
  }

  /// The reference that a footnote's way back leads to: `1`, or `1-2` for the second one to note 1.
  package var reference: String? {
    if case .footnoteBackLink(let reference) = name { reference } else { nil }
  }

  /// The built-in English text.
  package var english: String {
    switch name {
    case .note(let kind): kind.english
    case .footnoteBackLink(let reference): "Back to reference \(reference)"
    case .task(let isDone): isDone ? "Done" : "To do"
    }
  }
}

/// The kinds of notes that GitHub knows.
package enum NoteKind: String, Hashable, Sendable, CaseIterable {
  case note, tip, important, warning, caution

  var english: String {
    switch self {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }
}
