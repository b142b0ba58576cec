/// Python's `format % values`.
struct PercentFormat {
  private let scalars: [Unicode.Scalar]
  private let isSafe: Bool
  private let values: [Value]
  private let map: Value?
  private var position = 0
  private var used = 0
  private var output: [UInt8] = []

  private init(_ format: Text, values: [Value], map: Value?) {
    scalars = format.scalars
    isSafe = format.isSafe
    self.values = values
    self.map = map
  }

  /// What `format % value` gives. A safe format escapes what it is given.
  static func format(_ format: Text, _ value: Value, _ work: inout Work) throws(Interruption) -> Text {
    switch value {
    case .tuple(let values): try Self.format(format, values, map: nil, &work)
    case .runtime(let group as GroupValue): try Self.format(format, group.pair, map: nil, &work)
    case .map, .list: try Self.format(format, [value], map: value, &work)
    default: try Self.format(format, [value], map: nil, &work)
    }
  }

  /// - Parameter map: What names in parentheses are looked up in; then values may be left over.
  static func format(
    _ format: Text, _ values: [Value], map: Value?, _ work: inout Work
  ) throws(Interruption) -> Text {
    try work.read(format)
    var formatter = PercentFormat(format, values: values, map: map)
    return try formatter.run(&work)
  }

  private static func invalid(_ message: String) -> Interruption {
    Interruption(.invalidValue(message, remedy: "write “%%” for a percent sign"))
  }

  private mutating func run(_ work: inout Work) throws(Interruption) -> Text {
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "%" { try appendValue(&work) } else { output += Array(String(scalar).utf8) }
      if output.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
    }
    try work.spend(output.count)
    if map == nil, used < values.count {
      throw Self.invalid("the format uses \(used) of \(values.count) values")
    }
    return Text(utf8: output, isSafe: isSafe)
  }

  private mutating func next() throws(Interruption) -> Unicode.Scalar {
    guard position < scalars.count else { throw Self.invalid("the format ends within a “%”") }
    position += 1
    return scalars[position - 1]
  }

  private mutating func nextValue() throws(Interruption) -> Value {
    guard used < values.count else { throw Self.invalid("the format wants more values than there are") }
    used += 1
    return values[used - 1]
  }

  private struct Directive {
    var flags: Set<Unicode.Scalar> = []
    var width = 0
    var precision: Int?
  }

  private mutating func appendValue(_ work: inout Work) throws(Interruption) {
    var directive = Directive()
    var named: Value?
    var scalar = try next()
    if scalar == "%" {
      output.append(0x25)
      return
    }
    if scalar == "(" {
      guard case .map(let map)? = map else {
        throw Self.invalid("the format names a value, but there is no map")
      }
      var name = ""
      var depth = 1
      while true {
        scalar = try next()
        if scalar == "(" { depth += 1 }
        if scalar == ")" { depth -= 1 }
        if depth == 0 { break }
        name.unicodeScalars.append(scalar)
      }
      guard let value = map[key: name] else {
        throw Self.invalid("there is no value “\(name)” for the format")
      }
      named = value
      scalar = try next()
    }
    while "-+ #0".unicodeScalars.contains(scalar) {
      directive.flags.insert(scalar)
      scalar = try next()
    }
    if let width = try number(&scalar, named: named != nil) {
      directive.width = abs(width)
      if width < 0 { directive.flags.insert("-") }
    }
    if scalar == "." {
      scalar = try next()
      directive.precision = max(0, try number(&scalar, named: named != nil) ?? 0)
    }
    if "hlL".unicodeScalars.contains(scalar) { scalar = try next() }
    if scalar == "%" {
      throw Self.invalid("“%%” is written without anything between")
    }
    guard directive.width <= Limits.bytes, directive.precision ?? 0 <= 400 else {
      throw Interruption(.limit(.textLength))
    }
    let value: Value
    if let named { value = named } else { value = try nextValue() }
    if case .undefined(let undefined) = value { throw Interruption(undefined: undefined) }
    try append(value, scalar, directive, &work)
  }

  private mutating func number(_ scalar: inout Unicode.Scalar, named: Bool) throws(Interruption) -> Int? {
    if scalar == "*" {
      if named { throw Self.invalid("“*” cannot stand beside a name in a format") }
      let value = try nextValue()
      guard let number = value.index, abs(number) <= Limits.bytes else {
        throw Self.invalid("“*” in a format takes an integer")
      }
      scalar = try next()
      return number
    }
    var result: Int?
    while let digit = Int(String(scalar)), scalar.isASCII {
      result = min((result ?? 0) * 10 + digit, Limits.bytes + 1)
      scalar = try next()
    }
    return result
  }

  private mutating func append(
    _ value: Value, _ conversion: Unicode.Scalar, _ directive: Directive, _ work: inout Work
  ) throws(Interruption) {
    switch conversion {
    case "s", "r":
      var text: Text
      if conversion == "s" {
        text = try value.text(&work)
      } else {
        var bytes: [UInt8] = []
        try value.appendRepresentation(to: &bytes, &work)
        text = Text(utf8: bytes)
      }
      try work.read(text)
      text = isSafe ? text.escaped : text
      if let precision = directive.precision { text = text.derived(text.scalars.prefix(precision)) }
      pad(text.bytes, width: text.count, directive)
    case "d", "i", "u":
      let number = try value.requireNumber("“%\(conversion)”")
      let integer: Int
      switch number {
      case .integer(let value): integer = value
      case .float(let value):
        guard let whole = Int(exactly: value.rounded(.towardZero)) else {
          throw Interruption(.integerTooLarge)
        }
        integer = whole
      }
      append(String(integer.magnitude), isNegative: integer < 0, directive, precision: directive.precision)
    case "x", "X", "o":
      guard !isSafe, let integer = value.index else {
        throw Interruption(.wrongType(value.typeName, for: "“%\(conversion)”", expected: "an integer"))
      }
      let digits = String(integer.magnitude, radix: conversion == "o" ? 8 : 16, uppercase: conversion == "X")
      append(
        digits, isNegative: integer < 0, directive, precision: directive.precision,
        prefix: directive.flags.contains("#") ? "0\(conversion)" : "")
    case "f", "F", "e", "E", "g", "G":
      let number = try value.requireNumber("“%\(conversion)”").double
      let kind = Character(String(conversion).lowercased())
      var digits = NumberText.formatted(
        number.magnitude, kind, precision: directive.precision ?? 6,
        flags: directive.flags.contains("#") ? "#" : "")
      if "FEG".unicodeScalars.contains(conversion) { digits = digits.uppercased() }
      append(digits, isNegative: number.sign == .minus && !number.isNaN, directive, precision: nil)
    case "c":
      guard !isSafe else { throw Self.invalid("“%c” is not possible in a safe text") }
      let character: Text
      if let code = value.index {
        guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
          throw Self.invalid("\(code) is no character")
        }
        character = Text([scalar])
      } else {
        character = try value.requireText("“%c”")
        guard character.count == 1 else { throw Self.invalid("“%c” takes one character") }
      }
      pad(character.bytes, width: 1, directive)
    default: throw Self.invalid("“%\(conversion)” is not a directive that a format may have")
    }
  }

  private mutating func append(
    _ digits: String, isNegative: Bool, _ directive: Directive, precision: Int?, prefix: String = ""
  ) {
    let sign =
      isNegative ? "-" : directive.flags.contains("+") ? "+" : directive.flags.contains(" ") ? " " : ""
    var digits = digits
    if let precision, digits.count < precision {
      digits = String(repeating: "0", count: precision - digits.count) + digits
    }
    let missing = directive.width - sign.count - prefix.count - digits.count
    if missing > 0, directive.flags.contains("0"), !directive.flags.contains("-") {
      digits = String(repeating: "0", count: missing) + digits
    }
    let text = sign + prefix + digits
    pad(Array(text.utf8), width: text.count, directive)
  }

  private mutating func pad(_ bytes: [UInt8], width: Int, _ directive: Directive) {
    let spaces = [UInt8](repeating: 0x20, count: max(0, directive.width - width))
    output += directive.flags.contains("-") ? bytes + spaces : spaces + bytes
  }
}
