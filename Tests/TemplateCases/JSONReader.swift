package import Templating

/// Reads JSON as values for templates, members in their order, integers and floats told apart.
///
/// What JSON lacks is written as an object with one member: `{"$safe": "<b>"}`, `{"$tuple": […]}`,
/// `{"$object": {…}}` for an object with attributes, `{"$text": ["…", "de"]}` for a text in a language,
/// `{"$float": "nan"}`, `{"$map": [[key, value], …]}`.
package struct JSONReader {
  package struct Malformed: Error {
    package let offset: Int
  }

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  package static func read(_ bytes: [UInt8]) throws -> Value {
    var reader = JSONReader(bytes)
    let value = try reader.readValue()
    reader.skipSpace()
    guard reader.position == bytes.count else { throw Malformed(offset: reader.position) }
    return value
  }

  private mutating func readValue() throws -> Value {
    skipSpace()
    guard position < bytes.count else { throw Malformed(offset: position) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try readObject()
    case UInt8(ascii: "["):
      position += 1
      var elements: [Value] = []
      while try !close("]", isFirst: elements.isEmpty) { elements.append(try readValue()) }
      return .list(elements)
    case UInt8(ascii: "\""): return .string(try readString())
    default: return try readWord()
    }
  }

  private mutating func readObject() throws -> Value {
    position += 1
    var members: [(String, Value)] = []
    while try !close("}", isFirst: members.isEmpty) {
      skipSpace()
      let name = try readString()
      try expect(":")
      members.append((name, try readValue()))
    }
    if members.count == 1, let special = try special(members[0].0, members[0].1) { return special }
    return .map(ValueMap(members))
  }

  private func special(_ name: String, _ value: Value) throws -> Value? {
    switch (name, value) {
    case ("$safe", .text(let text)): return .html(text.string)
    case ("$tuple", .list(let elements)): return .tuple(elements)
    case ("$float", .text(let text)): return .float(Double(text.string) ?? .nan)
    case ("$text", .list(let parts)):
      guard parts.count == 2, case .text(let text) = parts[0], case .text(let language) = parts[1] else {
        return nil
      }
      return .text(Text(text.string, language: language.string))
    case ("$object", .map(let map)): return .object(CaseObject(map))
    default: return nil
    }
  }

  private mutating func readWord() throws -> Value {
    let start = position
    while position < bytes.count, !",]} \n\r\t".utf8.contains(bytes[position]) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "true": return true
    case "false": return false
    case "null": return .none
    default:
      if let integer = Int(word) { return .integer(integer) }
      guard let float = Double(word) else { throw Malformed(offset: start) }
      return .float(float)
    }
  }

  private mutating func readString() throws -> String {
    try expect("\"")
    var result: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), position < bytes.count else {
        result.append(byte)
        continue
      }
      let mark = bytes[position]
      position += 1
      switch mark {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"):
        var unit = try readUnit()
        if (0xD800..<0xDC00).contains(unit), bytes[position...].starts(with: "\\u".utf8) {
          position += 2
          unit = 0x10000 + (unit - 0xD800) << 10 + (try readUnit() - 0xDC00)
        }
        result += Array(String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
      default: result.append(mark)
      }
    }
    throw Malformed(offset: position)
  }

  private mutating func readUnit() throws -> UInt32 {
    guard position + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw Malformed(offset: position) }
    position += 4
    return unit
  }

  private mutating func close(_ bracket: Unicode.Scalar, isFirst: Bool) throws -> Bool {
    skipSpace()
    guard position < bytes.count else { throw Malformed(offset: position) }
    if bytes[position] == UInt8(ascii: bracket) {
      position += 1
      return true
    }
    if !isFirst { try expect(",") }
    return false
  }

  private mutating func expect(_ character: Unicode.Scalar) throws {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else {
      throw Malformed(offset: position)
    }
    position += 1
  }

  private mutating func skipSpace() {
    while position < bytes.count, " \n\r\t".utf8.contains(bytes[position]) { position += 1 }
  }
}

/// An object with attributes, as pages and entries are.
package final class CaseObject: TemplateObject {
  private let map: ValueMap

  package init(_ map: ValueMap) { self.map = map }

  package func attribute(_ name: String) -> Value? { map[key: name] }

  package var attributeNames: [String] {
    map.keys.compactMap { if case .text(let text) = $0 { text.string } else { nil } }
  }

  package var text: Text? { nil }
}
