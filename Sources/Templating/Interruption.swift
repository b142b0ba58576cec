import Diagnostics

/// A problem on its way to whoever knows its place, and then out of the template.
final class Interruption: Error, @unchecked Sendable {
  let problem: TemplateProblem
  private(set) var place: SourceSpan?
  private(set) var trace: [(message: String, place: SourceSpan)] = []

  init(_ problem: TemplateProblem) { self.problem = problem }

  init(_ problem: TemplateProblem, at place: SourceSpan) {
    self.problem = problem
    self.place = place
  }

  /// The use of something that does not exist.
  init(undefined: Undefined) {
    problem =
      switch undefined.cause {
      case .name(let name): .undefinedName(name, suggestion: nil)
      case .attribute(let name, let owner, let called):
        .undefinedAttribute(
          name, of: Self.description(of: owner, called), suggestion: Self.suggestion(name, owner))
      case .item(.text(let key), let owner):
        .undefinedItem("“\(key.string)”", of: owner.typeName, suggestion: Self.suggestion(key.string, owner))
      case .item(let key, let owner):
        .undefinedItem(
          key.index.map { String($0) } ?? "for \(key.typeName)", of: owner.typeName, suggestion: nil)
      case .reason(let reason): .undefinedReason(reason)
      case .missingElse: .undefinedReason("this “if” does not hold and has no “else”")
      case .notExported(let name, let template, let exported):
        .notExported(name, template: template, suggestion: Suggestion.nearest(to: name, in: exported))
      }
    place = undefined.place
  }

  /// What lacks an attribute, as the subject of a sentence; with its type where that may be the mistake.
  private static func description(of owner: Value, _ name: String?) -> String {
    switch (owner, name) {
    case (.object, let name?), (.map, let name?): "“\(name)”"
    case (.runtime, _), (_, nil): owner.typeName
    case (_, let name?): "“\(name)” is \(owner.typeName), which"
    }
  }

  private static func suggestion(_ name: String, _ owner: Value) -> String? {
    let known: [String] =
      switch owner {
      case .object(let object): object.attributeNames
      case .map(let map):
        map.keys.compactMap { if case .text(let text) = $0 { text.string } else { nil } }
      case .runtime(let value): value.attributeNames
      default: []
      }
    return Suggestion.nearest(to: name, in: known)
  }

  /// The same problem, which is now known to be here unless its place was known before.
  func placed(at place: SourceSpan) -> Interruption {
    if self.place == nil { self.place = place }
    return self
  }

  /// The same problem, reached from here; a place that calls itself again and again is named once.
  func reached(_ message: String, from place: SourceSpan) -> Interruption {
    let isKnown = trace.contains {
      $0.place.template == place.template && $0.place.start == place.start && $0.message == message
    }
    if !isKnown, trace.count < 20 { trace.append((message, place)) }
    return self
  }
}

/// A range of bytes of one of a set's templates.
struct SourceSpan: Sendable {
  let template: Int32
  let start: Int32
  let length: Int32

  init(template: Int, _ range: Range<Int>) {
    self.template = Int32(truncatingIfNeeded: template)
    start = Int32(truncatingIfNeeded: range.lowerBound)
    length = Int32(truncatingIfNeeded: max(1, range.count))
  }

  var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
}
