extension Filter {
  /// A filter that gives a text of the same safety.
  private static func mapping(
    _ name: String, _ change: @escaping @Sendable ([Unicode.Scalar]) -> [Unicode.Scalar]
  ) -> Filter {
    Filter(name) { (arguments, renderer, _) throws(Interruption) in
      let text = try arguments.input.text(&renderer.work)
      return .text(text.derived(change(text.scalars)))
    }
  }

  static let texts: [Filter] = [
    mapping("upper") { Casing.upper($0) },
    mapping("lower") { Casing.lower($0) },
    mapping("capitalize") { Casing.capitalize($0) },
    Filter("title") { (arguments, renderer, _) throws(Interruption) in
      // What is joined from parts is not safe any more, as in Jinja2.
      .text(Text(titled(try arguments.input.text(&renderer.work).scalars)))
    },
    Filter("trim", [.init("chars", standard: Value.none)]) { (arguments, renderer, _) throws(Interruption) in
      let text = try arguments.input.text(&renderer.work)
      var removed: Set<Unicode.Scalar>?
      if !arguments[0].isNone {
        let characters = try arguments[0].requireText("“trim”")
        try renderer.work.read(characters)
        removed = Set(characters.scalars)
      }
      let scalars = text.scalars
      func isRemoved(_ scalar: Unicode.Scalar) -> Bool { removed?.contains(scalar) ?? scalar.isPythonSpace }
      guard let first = scalars.firstIndex(where: { !isRemoved($0) }),
        let last = scalars.lastIndex(where: { !isRemoved($0) })
      else { return .text(text.derived([UInt8]())) }
      return .text(text.derived(scalars[first...last]))
    },
    Filter("center", [.init("width", standard: 80)]) { (arguments, renderer, _) throws(Interruption) in
      let text = try arguments.input.text(&renderer.work)
      let width = try arguments[0].requireInteger("“center”")
      let missing = width.subtractingReportingOverflow(text.count)
      guard !missing.overflow, missing.partialValue > 0 else { return .text(text.plainLanguage) }
      if missing.partialValue > Limits.bytes { throw Interruption(.limit(.textLength)) }
      let count = missing.partialValue
      let left = count / 2 + (count & width & 1)
      return .text(
        text.derived(
          [UInt8](repeating: 0x20, count: left) + text.bytes + [UInt8](repeating: 0x20, count: count - left)))
    },
    Filter("replace", [.init("old"), .init("new"), .init("count", standard: Value.none)]) {
      (arguments, renderer, escaping) throws(Interruption) in
      try replace(arguments, &renderer.work, escaping: escaping)
    },
    Filter("string", weight: 0) { (arguments, renderer, _) throws(Interruption) in
      .text(try arguments.input.text(&renderer.work).plainLanguage)
    },
    Filter("wordcount") { (arguments, renderer, _) throws(Interruption) in
      var count = 0
      var isInWord = false
      for scalar in try arguments.input.text(&renderer.work).string.unicodeScalars {
        let isWord = scalar.isPythonWord
        if isWord, !isInWord { count += 1 }
        isInWord = isWord
      }
      return .integer(count)
    },
    Filter("reverse") { (arguments, renderer, _) throws(Interruption) in
      switch arguments.input {
      case .text(let text): return .text(text.derived(text.scalars.reversed()))
      case .runtime(let value) where value is IteratorValue:
        return .list(try arguments.input.elements(&renderer).reversed())
      default: return .runtime(IteratorValue(try arguments.input.elements(&renderer).reversed()))
      }
    },
  ]

  /// The first letter of each word large, the others small.
  private static func titled(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isPythonSpace || scalar == "-" || scalar == "(" || scalar == "{" || scalar == "["
        || scalar == "<"
    }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      var end = index
      while end < scalars.count, isSeparator(scalars[end]) == isSeparator(scalars[index]) { end += 1 }
      result += Casing.upper([scalars[index]]) + Casing.lower(Array(scalars[(index + 1)..<end]))
      index = end
    }
    return result
  }

  private static func replace(
    _ arguments: CallableArguments, _ work: inout Work, escaping: Bool
  ) throws(Interruption) -> Value {
    func coerced(_ value: Value) throws(Interruption) -> Text {
      let text = try value.text(&work)
      return escaping ? text : text.plain
    }
    var (text, old, new) = (
      try coerced(arguments.input), try coerced(arguments[0]), try coerced(arguments[1])
    )
    var limit = arguments[2].isNone ? -1 : try arguments[2].requireInteger("“replace”")
    try work.spend(old.bytes.count &+ new.bytes.count &* 8)
    if escaping, old.isSafe || new.isSafe && !text.isSafe { text = text.escaped }
    if text.isSafe { new = new.escaped }
    var result: [UInt8] = []
    let (bytes, part) = (text.bytes, old.bytes)
    if part.isEmpty {
      // Between all scalars, before the first and behind the last.
      for byte in bytes {
        if byte & 0xC0 != 0x80, limit != 0 {
          result += new.bytes
          limit -= 1
        }
        result.append(byte)
        if result.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
      }
      if limit != 0 { result += new.bytes }
      return .text(text.derived(result))
    }
    var position = 0
    while limit != 0, let found = Search.firstIndex(of: part[...], in: bytes[position...]) {
      result += bytes[position..<found]
      result += new.bytes
      position = found + part.count
      limit -= 1
      if result.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
    }
    result += bytes[position...]
    return .text(text.derived(result))
  }
}

extension Text {
  /// The same text of the same safety, in no known language.
  var plainLanguage: Text { language == nil ? self : Text(utf8: bytes, isSafe: isSafe) }
}
