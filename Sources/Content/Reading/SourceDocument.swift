package import Diagnostics

/// Reads text files that are no entries.
package enum SourceDocument {
  /// A YAML file's root; `nil` where it is empty or cannot be read, which is reported.
  package static func yaml(_ bytes: [UInt8], file: String, diagnostics: inout [Diagnostic]) -> YAMLNode? {
    guard let text = text(bytes, file: file, diagnostics: &diagnostics) else { return nil }
    if let found = SourceCheck.invisible(in: text) {
      let place = SourceText(file: file, bytes: bytes).place(
        at: found.range.lowerBound, length: found.range.count)
      diagnostics.append(found.problem.at(place))
      return nil
    }
    switch YAMLReader(file: file).read(text) {
    case .success(let root?): return root
    case .success(nil): return YAMLNode(content: .mapping([]), place: Place(file: file))
    case .failure(let failure):
      diagnostics.append(failure.diagnostic)
      return nil
    }
  }

  /// A file's text without a byte order mark; `nil` where it has characters that are not allowed, which is
  /// reported.
  static func text(_ bytes: [UInt8], file: String, diagnostics: inout [Diagnostic]) -> ArraySlice<UInt8>? {
    let found = SourceCheck.diagnostics(of: bytes, file: file)
    diagnostics += found
    guard found.isEmpty else { return nil }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  }
}
