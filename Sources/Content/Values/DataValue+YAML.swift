extension DataValue {
  /// The value of a YAML node, its plain scalars read by the core schema of YAML 1.2 (section 10.3.2).
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, let style): self = style == .plain ? Self.plain(text) : .text(text)
    case .sequence(let nodes): self = .list(nodes.map { DataValue($0) })
    case .mapping(let members):
      self = .map(members.map { Member(key: $0.key.value, value: DataValue($0.value)) })
    }
  }

  private static func plain(_ text: String) -> DataValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .none
    case "true", "True", "TRUE": return .boolean(true)
    case "false", "False", "FALSE": return .boolean(false)
    default: break
    }
    guard let first = text.utf8.first, NodeReader.isDigit(first) || "+-.".utf8.contains(first) else {
      return .text(text)
    }
    if let integer = integer(text) { return .integer(integer) }
    return NodeReader.decimal(text).map { .float($0) } ?? .text(text)
  }

  /// A whole number in decimal, octal (`0o17`) or hexadecimal (`0x1F`) form.
  private static func integer(_ text: String) -> Int? {
    if text.hasPrefix("0o") { return digits(text.dropFirst(2), radix: 8) }
    if text.hasPrefix("0x") { return digits(text.dropFirst(2), radix: 16) }
    return Int(text)
  }

  private static func digits(_ text: Substring, radix: Int) -> Int? {
    text.first.map { $0 == "-" || $0 == "+" } ?? true ? nil : Int(text, radix: radix)
  }
}
