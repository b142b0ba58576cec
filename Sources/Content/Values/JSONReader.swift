/// Reads JSON (RFC 8259), the members of objects in their own order.
struct JSONReader {
  static let maximumDepth = 100

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  static func read(_ bytes: ArraySlice<UInt8>) -> Result<DataValue, DataFailure> {
    var reader = JSONReader(bytes)
    do throws(DataFailure) {
      let value = try reader.value(depth: 0)
      reader.skipBlanks()
      if reader.index < bytes.endIndex { throw reader.failure("the end") }
      return .success(value)
    } catch {
      return .failure(error)
    }
  }

  private func failure(_ expected: String) -> DataFailure {
    DataFailure(problem: .notJSON(expected: expected), offset: index)
  }

  private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let next, next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(DataFailure) -> DataValue {
    guard depth <= Self.maximumDepth else { throw DataFailure(problem: .tooDeep, offset: index) }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .none)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: DataValue) throws(DataFailure) -> DataValue {
    guard bytes[index...].starts(with: word.utf8) else { throw failure("a value") }
    index += word.utf8.count
    return value
  }

  private mutating func object(depth: Int) throws(DataFailure) -> DataValue {
    index += 1
    var members: [DataValue.Member] = []
    var names: Set<String> = []
    skipBlanks()
    if skip("}") { return .map([]) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw failure("a name in quotation marks") }
      let start = index
      let name = try string()
      guard names.insert(name).inserted else {
        throw DataFailure(problem: .duplicateMember(name), offset: start)
      }
      skipBlanks()
      guard skip(":") else { throw failure("“:”") }
      members.append(DataValue.Member(key: name, value: try value(depth: depth + 1)))
      skipBlanks()
      if skip("}") { return .map(members) }
      guard skip(",") else { throw failure("“,” or “}”") }
    }
  }

  private mutating func array(depth: Int) throws(DataFailure) -> DataValue {
    index += 1
    var values: [DataValue] = []
    skipBlanks()
    if skip("]") { return .list([]) }
    while true {
      values.append(try value(depth: depth + 1))
      skipBlanks()
      if skip("]") { return .list(values) }
      guard skip(",") else { throw failure("“,” or “]”") }
    }
  }

  private mutating func number() throws(DataFailure) -> DataValue {
    let start = index
    _ = skip("-")
    let isZero = next == UInt8(ascii: "0")
    let digitsStart = index
    skipDigits()
    guard index > digitsStart, !isZero || index == digitsStart + 1 else {
      index = start
      throw failure("a value")
    }
    var isInteger = true
    if skip(".") {
      isInteger = false
      guard skipDigits() else { throw failure("a digit") }
    }
    if skip("e") || skip("E") {
      isInteger = false
      if !skip("+") { _ = skip("-") }
      guard skipDigits() else { throw failure("a digit") }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      index = start
      throw failure("a smaller number")
    }
    return .float(number)
  }

  @discardableResult
  private mutating func skipDigits() -> Bool {
    let start = index
    while let byte = next, NodeReader.isDigit(byte) { index += 1 }
    return index > start
  }

  private mutating func string() throws(DataFailure) -> String {
    index += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        text += try escape()
      case 0..<0x20: throw failure("a closing quotation mark")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw failure("a closing quotation mark")
  }

  /// The bytes of what follows a backslash.
  private mutating func escape() throws(DataFailure) -> [UInt8] {
    guard let byte = next else { throw failure("an escape") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try scalar())).utf8)
    default:
      index -= 1
      throw failure("an escape")
    }
  }

  /// The character of a `\u` escape, or of two that are a surrogate pair.
  private mutating func scalar() throws(DataFailure) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, skip("\\"), skip("u") else { throw failure("the other half of a surrogate pair") }
    let second = try codeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("the other half of a surrogate pair") }
    return scalar
  }

  private mutating func codeUnit() throws(DataFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
