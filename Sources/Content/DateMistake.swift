/// What is wrong with a text that should be a date.
enum DateMistake: Hashable, Sendable {
  case month(Int)
  /// A day that the month does not have.
  case day(Int, month: Int, year: Int)
  case yearZero
  /// Not of the form; `meant` is the same date in it, where that can be known.
  case form(meant: CalendarDate?)

  /// What is wrong with a text that ``CalendarDate/init(_:)`` does not read.
  init(_ text: some StringProtocol) {
    if let time = text.firstIndex(where: { $0 == "T" || $0 == " " }), let date = CalendarDate(text[..<time]) {
      self = .form(meant: date)
      return
    }
    let parts = text.split(omittingEmptySubsequences: false) { "-./ ".contains($0) }
    let numbers = parts.compactMap { part in
      part.utf8.count <= 4 ? CalendarDate.number(Array(part.utf8)[...]) : nil
    }
    guard parts.count == 3, numbers.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
      self = .form(meant: nil)
      return
    }
    let bytes = Array(text.utf8)
    if bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") {
      if !(1...12).contains(numbers[1]) {
        self = .month(numbers[1])
      } else if numbers[0] < 1 {
        self = .yearZero
      } else {
        self = .day(numbers[2], month: numbers[1], year: numbers[0])
      }
    } else if parts[0].utf8.count == 4 {
      self = .form(meant: CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]))
    } else if parts[2].utf8.count == 4, !text.contains("/") {
      // With slashes, day and month could be either.
      self = .form(meant: CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]))
    } else {
      self = .form(meant: nil)
    }
  }

  /// The mistake in words that follow “is no date: ”.
  var message: String {
    switch self {
    case .month(let month): return "\(month) is no month"
    case .day(let day, let month, let year):
      let count = CalendarDate.days(inMonth: month, of: year)
      return "\(Self.months[month - 1]) \(year) has \(count) days, not \(day)"
    case .yearZero: return "years count from 1"
    case .form: return "a date is written YYYY-MM-DD"
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  var remedy: String? {
    if case .form(let meant?) = self { "did you mean \(meant)?" } else { nil }
  }
}
