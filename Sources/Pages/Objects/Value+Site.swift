import Content
import SiteGraph
import Templating

extension Value {
  /// A text in a language, or a proper name that has none.
  init(_ label: LabelText?) {
    self = label.map { .text(Text($0.text, language: $0.language)) } ?? .none
  }

  init(_ text: String?) {
    self = text.map { .string($0) } ?? .none
  }

  /// JSON-LD, which may stand in a `script` element as it is.
  init(jsonLD bytes: [UInt8]?) { self = bytes.map { .text(Text(utf8: $0, isSafe: true)) } ?? .none }

  init(_ number: Int?) {
    self = number.map { .integer($0) } ?? .none
  }

  /// A position or length in units of a drawing, to a tenth.
  static func units(_ number: Double) -> Value { .float((number * 10).rounded() / 10) }

  /// A value of no particular type, its maps in their order.
  init(_ data: DataValue) {
    switch data {
    case .none: self = .none
    case .boolean(let boolean): self = .boolean(boolean)
    case .integer(let integer): self = .integer(integer)
    case .float(let float): self = .float(float)
    case .text(let text): self = .string(text)
    case .list(let list): self = .list(list.map { Value($0) })
    case .map(let members): self = .record(members.map { ($0.key, Value($0.value)) })
    }
  }

  /// A map with text keys.
  static func record(_ members: [(String, Value)]) -> Value { .map(ValueMap(members)) }
}
