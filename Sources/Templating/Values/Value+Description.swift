extension Value {
  /// What the value is, for messages: “a list”.
  package var typeName: String {
    switch self {
    case .none: "none"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .text: "a text"
    case .list: "a list"
    case .tuple: "a tuple"
    case .map: "a map"
    case .object(let object): object.isMapping ? "a map" : "an object"
    case .undefined: "undefined"
    case .runtime(let value): value.kind
    }
  }

  /// The value as Python's `repr` shows it, in the containers that print their elements so.
  ///
  /// - Throws: Where Python would show an address in memory, or something undefined.
  func appendRepresentation(to output: inout [UInt8], _ work: inout Work) throws(Interruption) {
    try work.spend(Work.element)
    if output.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
    switch self {
    case .none: output.append(contentsOf: "None".utf8)
    case .boolean(let value): output.append(contentsOf: (value ? "True" : "False").utf8)
    case .integer(let value): NumberText.append(value, to: &output)
    case .float(let value): NumberText.append(value, to: &output)
    case .text(let text):
      try work.read(text)
      if text.isSafe { output.append(contentsOf: "Markup(".utf8) }
      Self.appendQuoted(text, to: &output)
      if text.isSafe { output.append(0x29) }
    case .list(let elements): try Self.append(elements, "[", "]", to: &output, &work)
    case .tuple(let elements):
      try Self.append(elements, "(", elements.count == 1 ? ",)" : ")", to: &output, &work)
    case .map(let map):
      output.append(0x7B)
      for (index, key) in map.keys.enumerated() {
        if index > 0 { output.append(contentsOf: ", ".utf8) }
        try key.appendRepresentation(to: &output, &work)
        output.append(contentsOf: ": ".utf8)
        try map.values[index].appendRepresentation(to: &output, &work)
      }
      output.append(0x7D)
    case .runtime(let range as RangeValue):
      output.append(contentsOf: "range(\(range.start), \(range.stop)".utf8)
      if range.step != 1 { output.append(contentsOf: ", \(range.step)".utf8) }
      output.append(0x29)
    case .runtime(let group as GroupValue): try Self.append(group.pair, "(", ")", to: &output, &work)
    case .undefined(let undefined): throw Interruption(undefined: undefined)
    case .object, .runtime: throw Interruption(.unprintable(typeName, remedy: printingRemedy))
    }
  }

  var printingRemedy: String? {
    switch self {
    case .object(let object):
      object.attributeNames.isEmpty
        ? nil : "print one of its attributes: \(object.attributeNames.joined(separator: ", "))"
    case .runtime(let value): value.printingRemedy
    default: nil
    }
  }

  private static func append(
    _ elements: [Value], _ open: String, _ close: String, to output: inout [UInt8], _ work: inout Work
  ) throws(Interruption) {
    output.append(contentsOf: open.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(contentsOf: ", ".utf8) }
      try element.appendRepresentation(to: &output, &work)
    }
    output.append(contentsOf: close.utf8)
  }

  private static func appendQuoted(_ text: Text, to output: inout [UInt8]) {
    let quote: UInt8 = text.bytes.contains(0x27) && !text.bytes.contains(0x22) ? 0x22 : 0x27
    output.append(quote)
    for scalar in text.string.unicodeScalars {
      switch scalar {
      case "\\": output.append(contentsOf: "\\\\".utf8)
      case "\n": output.append(contentsOf: "\\n".utf8)
      case "\r": output.append(contentsOf: "\\r".utf8)
      case "\t": output.append(contentsOf: "\\t".utf8)
      case _ where scalar.value == UInt32(quote):
        output.append(0x5C)
        output.append(quote)
      case _ where scalar.isPythonPrintable: output.append(contentsOf: String(scalar).utf8)
      default:
        let digits = String(scalar.value, radix: 16)
        let (mark, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
        output.append(
          contentsOf: "\\\(mark)\(String(repeating: "0", count: width - digits.count))\(digits)".utf8)
      }
    }
    output.append(quote)
  }

  /// The value as `str()` gives it in Python: what it prints as, not escaped.
  ///
  /// - Throws: Where it cannot be printed, `none` among them.
  func text(_ work: inout Work) throws(Interruption) -> Text {
    switch self {
    case .text(let text): return text
    case .object(let object):
      guard let text = object.text else { throw Interruption(.unprintable(typeName, remedy: printingRemedy)) }
      return text
    case .runtime(let module as ModuleValue): return module.body
    case .none: throw Interruption(.printsNone)
    case .undefined(let undefined) where undefined.isLenient: return .empty
    default:
      var bytes: [UInt8] = []
      try appendRepresentation(to: &bytes, &work)
      return Text(utf8: bytes)
    }
  }
}
