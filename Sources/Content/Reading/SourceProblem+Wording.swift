import Diagnostics

extension SourceProblem {
  var identifier: String {
    switch self {
    case .unreadable: "unreadable-file"
    case .empty: "empty-file"
    case .invalidUTF8: "invalid-utf-8"
    case .controlCharacter, .notInYAML: "control-character"
    case .noFrontMatter: "no-front-matter"
    case .unclosedFrontMatter: "unclosed-front-matter"
    }
  }

  var message: String {
    switch self {
    case .unreadable(let reason): "the file cannot be read: \(reason)"
    case .empty: "the file is empty"
    case .invalidUTF8(let byte): "the byte \(Self.hexadecimal(UInt32(byte), width: 2)) is no UTF-8 here"
    case .controlCharacter(let scalar):
      "the control character \(Self.name(scalar)) is not allowed"
    case .notInYAML(let scalar): "the invisible character \(Self.name(scalar)) is not allowed here"
    case .noFrontMatter: "the file does not begin with front matter"
    case .unclosedFrontMatter: "the front matter that begins here has no end"
    }
  }

  var remedy: String? {
    switch self {
    case .unreadable: nil
    case .empty:
      "write front matter with a title, between two lines that are exactly “---”, or remove the file"
    case .invalidUTF8: "save the file in the encoding UTF-8"
    case .controlCharacter, .notInYAML:
      "remove the character; it often comes with copied text and is invisible"
    case .noFrontMatter(.text): "begin with a line that is exactly “---”, the fields, and another such line"
    case .noFrontMatter(.blankLines): "remove the empty lines before “---”"
    case .noFrontMatter(.line(let line)): "make the line “\(line)” exactly “---”"
    case .unclosedFrontMatter(let found):
      if let found {
        "make the line “\(found)” exactly “---”"
      } else {
        "write a line that is exactly “---” between the fields and the text"
      }
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    "U+" + hexadecimal(scalar.value, width: 4)
      + (scalar.properties.name.map { " (\($0.lowercased()))" } ?? "")
  }

  private static func hexadecimal(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
