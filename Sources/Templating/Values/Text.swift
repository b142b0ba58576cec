/// A string that knows whether it is safe HTML (as MarkupSafe's `Markup` does) and may know its language.
///
/// Immutable; copies share their bytes. Lengths and indices that templates see count Unicode scalars.
package struct Text: Sendable {
  private final class Storage: Sendable {
    let bytes: [UInt8]
    let isSafe: Bool
    let language: String?

    init(bytes: [UInt8], isSafe: Bool, language: String?) {
      self.bytes = bytes
      self.isSafe = isSafe
      self.language = language
    }
  }

  private let storage: Storage

  /// - Parameter utf8: Valid UTF-8, kept without a copy.
  package init(utf8: [UInt8], isSafe: Bool = false, language: String? = nil) {
    storage = Storage(bytes: utf8, isSafe: isSafe, language: language)
  }

  package init(_ string: String, isSafe: Bool = false, language: String? = nil) {
    self.init(utf8: Array(string.utf8), isSafe: isSafe, language: language)
  }

  /// The text as UTF-8.
  package var bytes: [UInt8] { storage.bytes }

  /// Whether the text is HTML, to be written as it is.
  package var isSafe: Bool { storage.isSafe }

  /// The BCP 47 tag of the language that the text is in, where that is known.
  package var language: String? { storage.language }

  package var string: String { String(decoding: storage.bytes, as: UTF8.self) }

  static let empty = Text(utf8: [])
}

extension Text {
  var isEmpty: Bool { bytes.isEmpty }

  /// The number of Unicode scalars.
  var count: Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
      return count
    }
  }

  var scalars: [Unicode.Scalar] { Array(string.unicodeScalars) }

  /// A text of the same safety, without the language.
  func derived(_ bytes: [UInt8]) -> Text { Text(utf8: bytes, isSafe: isSafe) }

  func derived(_ scalars: some Sequence<Unicode.Scalar>) -> Text { Text(scalars, isSafe: isSafe) }

  init(_ scalars: some Sequence<Unicode.Scalar>, isSafe: Bool = false) {
    var bytes: [UInt8] = []
    for scalar in scalars {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
    self.init(utf8: bytes, isSafe: isSafe)
  }

  /// The text as safe HTML, escaped unless it was safe before.
  package var escaped: Text {
    if isSafe { return self }
    var escaped: [UInt8] = []
    HTMLEscaping.append(bytes, to: &escaped)
    return Text(utf8: escaped, isSafe: true)
  }

  var markedSafe: Text { isSafe && language == nil ? self : Text(utf8: bytes, isSafe: true) }

  /// The same characters, not safe and in no language, as `str(text)` gives in Python.
  var plain: Text { !isSafe && language == nil ? self : Text(utf8: bytes) }
}

private typealias UTF8 = Unicode.UTF8
