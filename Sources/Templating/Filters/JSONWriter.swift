/// Writes values as Python's `json.dumps` does with sorted keys, safe to stand in HTML.
struct JSONWriter {
  /// What each level is indented by; `nil`: all on one line.
  let indent: [UInt8]?
  private(set) var output: [UInt8] = []
  private var level = 0

  init(indent: [UInt8]?) { self.indent = indent.map(Self.safe) }

  mutating func write(_ value: Value, _ work: inout Work) throws(Interruption) {
    try work.spend(Work.element)
    if output.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
    switch value {
    case .none: output += Array("null".utf8)
    case .boolean(let value): output += Array((value ? "true" : "false").utf8)
    case .integer(let value): NumberText.append(value, to: &output)
    case .float(let value): output += Array(Self.text(value).utf8)
    case .text(let text):
      try work.spend(text.bytes.count &* 4 &* Work.byte)
      write(text)
    case .list(let elements), .tuple(let elements): try write(elements, &work)
    case .runtime(let group as GroupValue): try write(group.pair, &work)
    case .map(let map): try write(map, &work)
    case .undefined(let undefined) where !undefined.isLenient: throw Interruption(undefined: undefined)
    default:
      throw Interruption(
        .wrongType(value.typeName, for: "“tojson”", expected: "texts, numbers, lists and maps"))
    }
  }

  private static func text(_ value: Double) -> String {
    value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-Infinity" : "Infinity") : NumberText.text(value)
  }

  private mutating func write(_ elements: [Value], _ work: inout Work) throws(Interruption) {
    output.append(0x5B)
    level += 1
    for (index, element) in elements.enumerated() {
      try separate(isFirst: index == 0, &work)
      try write(element, &work)
    }
    close(0x5D, isEmpty: elements.isEmpty)
  }

  private mutating func write(_ map: ValueMap, _ work: inout Work) throws(Interruption) {
    output.append(0x7B)
    level += 1
    let keys = map.keys
    let order = try Sorting.order(keys.count, reverse: false) { (a: Int, b: Int) throws(Interruption) in
      try keys[a].isLess(than: keys[b], &work)
    }
    for (index, position) in order.enumerated() {
      try separate(isFirst: index == 0, &work)
      switch keys[position] {
      case .text(let text): write(text)
      case .none: write(Text("null"))
      case .boolean(let value): write(Text(value ? "true" : "false"))
      case .integer(let value): write(Text(String(value)))
      case .float(let value): write(Text(Self.text(value)))
      default:
        throw Interruption(.wrongType(keys[position].typeName, for: "a key in JSON", expected: "a text"))
      }
      output += [0x3A, 0x20]
      try write(map.values[position], &work)
    }
    close(0x7D, isEmpty: keys.isEmpty)
  }

  private mutating func separate(isFirst: Bool, _ work: inout Work) throws(Interruption) {
    if !isFirst { output.append(0x2C) }
    if let indent { try work.spend(level &* indent.count) }
    if indent != nil { breakLine() } else if !isFirst { output.append(0x20) }
  }

  private mutating func close(_ bracket: UInt8, isEmpty: Bool) {
    level -= 1
    if !isEmpty, indent != nil { breakLine() }
    output.append(bracket)
  }

  private mutating func breakLine() {
    output.append(0x0A)
    for _ in 0..<level { output += indent ?? [] }
  }

  private mutating func write(_ text: Text) {
    output.append(0x22)
    for scalar in text.string.unicodeScalars {
      switch scalar {
      case "\"": output += [0x5C, 0x22]
      case "\\": output += [0x5C, 0x5C]
      case "\n": output += [0x5C, 0x6E]
      case "\r": output += [0x5C, 0x72]
      case "\t": output += [0x5C, 0x74]
      case "\u{8}": output += [0x5C, 0x62]
      case "\u{C}": output += [0x5C, 0x66]
      case "<", ">", "&", "'": Self.appendUnit(UInt16(truncatingIfNeeded: scalar.value), to: &output)
      case " "..."~": output.append(UInt8(truncatingIfNeeded: scalar.value))
      default: for unit in String(scalar).utf16 { Self.appendUnit(unit, to: &output) }
      }
    }
    output.append(0x22)
  }

  private static func appendUnit(_ unit: UInt16, to output: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    output += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
  }

  private static func safe(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if [0x3C, 0x3E, 0x26, 0x27].contains(byte) {
        appendUnit(UInt16(byte), to: &result)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
