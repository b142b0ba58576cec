package import CommonMark

/// A field's value, read by the type of its declaration.
package indirect enum FieldValue: Sendable {
  /// Written as an empty string: there is none, on purpose.
  case empty
  /// Text, names, choices, countries, areas, addresses, time zones, keys of terms and of references.
  case text(String)
  case markdown(RichText)
  case date(CalendarDate)
  case time(LocalDateTime)
  case number(Double)
  case count(Int)
  case boolean(Bool)
  case list([Located<FieldValue>])
  case record([String: Located<FieldValue>])
  case data(DataValue)
}

extension FieldValue {
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var boolean: Bool? { if case .boolean(let boolean) = self { boolean } else { nil } }
  package var list: [Located<FieldValue>]? { if case .list(let list) = self { list } else { nil } }
  package var record: [String: Located<FieldValue>]? {
    if case .record(let record) = self { record } else { nil }
  }

  /// The day of a date or a time.
  package var date: CalendarDate? {
    switch self {
    case .date(let date): date
    case .time(let time): time.date
    default: nil
    }
  }

  package var time: LocalDateTime? {
    switch self {
    case .date(let date): LocalDateTime(date: date)
    case .time(let time): time
    default: nil
    }
  }

  /// Whether two variants that both give a shared field say the same.
  package func agrees(with other: FieldValue) -> Bool {
    switch (self, other) {
    case (.empty, .empty): true
    case (.text(let a), .text(let b)): a == b
    case (.date, .date), (.date, .time), (.time, .date), (.time, .time): time == other.time
    case (.number(let a), .number(let b)): a == b
    case (.count(let a), .count(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    case (.data(let a), .data(let b)): a == b
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.value.agrees(with: $1.value) }
    case (.record(let a), .record(let b)):
      a.count == b.count
        && a.allSatisfy { name, value in b[name].map { value.value.agrees(with: $0.value) } ?? false }
    default: false
    }
  }
}
