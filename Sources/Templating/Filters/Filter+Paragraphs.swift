extension Filter {
  static let paragraphs: [Filter] = [
    Filter(
      "truncate",
      [
        .init("length", standard: 255), .init("killwords", standard: false), .init("end", standard: "..."),
        .init("leeway", standard: Value.none),
      ]
    ) { (arguments, renderer, _) throws(Interruption) in
      try truncated(arguments, &renderer.work)
    },
    Filter(
      "indent",
      [.init("width", standard: 4), .init("first", standard: false), .init("blank", standard: false)]
    ) { (arguments, _, _) throws(Interruption) in
      try indented(arguments)
    },
    Filter(
      "wordwrap",
      [
        .init("width", standard: 79), .init("break_long_words", standard: true),
        .init("wrapstring", standard: Value.none),
        .init("break_on_hyphens", standard: true),
      ]
    ) { (arguments, _, _) throws(Interruption) in
      let text = try arguments.input.requireText("“wordwrap”")
      let width = try arguments[0].requireInteger("“wordwrap”")
      let wrap = TextWrapping(
        width: width, breaksLongWords: try arguments[1].isTrue(),
        // Python asks here whether the argument is `True`, not whether it counts as true.
        breaksOnHyphens: { if case .boolean(true) = arguments[3] { true } else { false } }())
      let separator = arguments[2].isNone ? Text("\n") : try arguments[2].requireText("“wordwrap”")
      let lines = Self.lines(text.scalars)
      if width <= 0, lines.contains(where: { !$0.isEmpty }) {
        throw Interruption(
          .invalidValue("“wordwrap” cannot wrap to a width of \(width)", remedy: "give a width above 0"))
      }
      let wrapped = lines.map { line in
        wrap.lines(line).map { separator.isSafe ? Text($0).escaped.bytes : Text($0).bytes }.joined(
          separator: separator.bytes)
      }
      return .text(
        Text(
          utf8: Array(wrapped.map { Array($0) }.joined(separator: separator.bytes)), isSafe: separator.isSafe)
      )
    },
  ]

  /// The lines of a text as Python's `splitlines` gives them, without their ends.
  static func lines(_ scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var index = 0
    var isOpen = false
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar.isPythonLineEnd {
        if scalar == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
        lines.append(line)
        line = []
        isOpen = false
      } else {
        line.append(scalar)
        isOpen = true
      }
    }
    if isOpen { lines.append(line) }
    return lines
  }

  private static func truncated(
    _ arguments: CallableArguments, _ work: inout Work
  ) throws(Interruption) -> Value {
    let length = try arguments[0].requireInteger("“truncate”")
    let end = try arguments[2].requireText("“truncate”")
    let leeway = arguments[3].isNone ? 5 : try arguments[3].requireInteger("“truncate”")
    guard length >= end.count else {
      throw Interruption(
        .invalidValue(
          "“truncate” cannot shorten to \(length), because its end alone is longer",
          remedy: "give a greater length, or another “end”"))
    }
    guard leeway >= 0 else {
      throw Interruption(.invalidValue("the leeway of “truncate” is negative", remedy: nil))
    }
    guard let count = try arguments.input.length() else {
      throw Interruption(.wrongType(arguments.input.typeName, for: "“truncate”", expected: "a text"))
    }
    let limit = length.addingReportingOverflow(leeway)
    if limit.overflow || count <= limit.partialValue { return arguments.input }
    let text = try arguments.input.requireText("“truncate”")
    var kept = text.scalars.prefix(length - end.count)
    if try !arguments[1].isTrue(), let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
    return .text(try Arithmetic.concatenate(text.derived(kept), end, &work))
  }

  private static func indented(_ arguments: CallableArguments) throws(Interruption) -> Value {
    let text = try arguments.input.requireText("“indent”")
    let indent: Text
    if case .text(let given) = arguments[0] {
      indent = given
    } else {
      let width = try arguments[0].requireInteger("“indent”")
      if width > 100_000 { throw Interruption(.limit(.textLength)) }
      indent = Text(utf8: [UInt8](repeating: 0x20, count: max(0, width)))
    }
    if indent.isSafe, !text.isSafe {
      throw Interruption(
        .invalidValue(
          "“indent” cannot put a safe text before lines that are not safe", remedy: "make both safe or none"))
    }
    // A safe text takes what stands before its lines for safe, too.
    let space = indent.bytes
    var lines = lines(text.scalars)
    if text.scalars.last?.isPythonLineEnd ?? true { lines.append([]) }
    var output: [UInt8] = try arguments[1].isTrue() ? space : []
    let indentsBlank = try arguments[2].isTrue()
    for (index, line) in lines.enumerated() {
      if index > 0 {
        output.append(0x0A)
        if indentsBlank || !line.isEmpty { output += space }
      }
      output += Text(line).bytes
      if output.count > Limits.bytes { throw Interruption(.limit(.textLength)) }
    }
    return .text(text.derived(output))
  }
}
