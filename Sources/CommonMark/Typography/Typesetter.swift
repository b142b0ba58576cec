/// Sets quotation marks, apostrophes, primes, dashes, ellipses and French spaces in a paragraph, as the language
/// of each of its runs wants them.
struct Typesetter {
  /// A stretch of a paragraph's text.
  struct Run {
    var bytes: [UInt8]
    /// The number of the run's style.
    var style = 0
    /// Text that stays as it is, such as code: only its edges count.
    var isFixed = false
    var isChanged = false
  }

  private struct Edit {
    let run: Int
    let range: Range<Int>
    var text: String
  }

  private struct OpenMark {
    let sign: UInt8
    let marks: QuotationMarks.Pair
    let edit: Int
  }

  private var runs: [Run]
  private var edits: [Edit] = []
  private var open: [OpenMark] = []
  private var openDoubles = 0
  /// What the last mark that was looked at is to what follows it: its run, and the byte after it.
  private var lastMark: (run: Int, end: Int, side: Side) = (-1, 0, .space)
  /// What stands before the mark that is looked at.
  private var before = Side.space
  /// An apostrophe that was decided on with the one before it: its run and byte.
  private var knownApostrophe: (run: Int, index: Int)?
  private let styles: [Style]
  private var style: Style

  private init(_ runs: [Run], styles: [Style]) {
    self.runs = runs
    self.styles = styles
    style = styles.first ?? Style(language: "en")
  }

  /// Sets the runs of one paragraph, in order, each in its style.
  static func set(_ runs: inout [Run], styles: [Style]) {
    var typesetter = Typesetter(runs, styles: styles)
    runs = []
    typesetter.setAll()
    runs = typesetter.runs
  }

  /// A text set on its own, or `nil` where it stays as it is.
  static func set(_ text: UnsafeBufferPointer<UInt8>, style: Style) -> [UInt8]? {
    guard Style.mayChange(text, isFrench: style.isFrench) else { return nil }
    var runs = [Run(bytes: Array(text))]
    set(&runs, styles: [style])
    return runs[0].isChanged ? runs[0].bytes : nil
  }

  // MARK: - The walk

  private mutating func setAll() {
    for run in runs.indices {
      guard !runs[run].isFixed else { continue }
      if styles.count > 1 { style = styles[runs[run].style] }
      set(run: run)
    }
    // A single mark that nothing closes was an apostrophe.
    for mark in open where mark.sign == UInt8(ascii: "'") { edits[mark.edit].text = "’" }
    apply()
  }

  private mutating func set(run: Int) {
    let bytes = runs[run].bytes
    var index = 0
    while let mark = nextMark(in: bytes, from: index) {
      let byte = bytes[mark]
      index = mark + 1
      switch byte {
      case UInt8(ascii: "\""):
        before = sideBefore(run, mark)
        setDouble(run, mark)
      case UInt8(ascii: "'"):
        before = sideBefore(run, mark)
        setSingle(run, mark)
      case 0x20:
        guard let space = frenchSpace(run, mark) else { continue }
        edits.append(Edit(run: run, range: mark..<index, text: space))
      default:
        let length = bytes[mark...].prefix { $0 == byte }.count
        index = mark + length
        if byte == UInt8(ascii: "-") {
          before = sideBefore(run, mark)
          setDashes(run, mark, length)
        } else if length >= 3 {
          let text = String(repeating: "…", count: length / 3) + String(repeating: ".", count: length % 3)
          edits.append(Edit(run: run, range: mark..<index, text: text))
        }
      }
    }
  }

  /// The index of the next byte that may have to change.
  private func nextMark(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return index
        case UInt8(ascii: "-"), UInt8(ascii: "."):
          if index + 1 < bytes.count, bytes[index + 1] == bytes[index] { return index }
        case 0x20 where style.isFrench: return index
        default: break
        }
        index += 1
      }
      return nil
    }
  }

  /// What stands before a byte of a run, in earlier runs too.
  private func sideBefore(_ run: Int, _ index: Int) -> Side {
    var run = run
    var index = index
    while true {
      if lastMark.run == run, lastMark.end == index { return lastMark.side }
      if let side = Side.last(of: runs[run].bytes[..<index]) { return side }
      guard run > 0 else { return .space }
      run -= 1
      index = runs[run].bytes.count
    }
  }

  /// What stands after a byte of a run, in later runs too.
  private func after(_ run: Int, _ index: Int) -> Side {
    if index < runs[run].bytes.count { return Side.first(of: runs[run].bytes[index...]) ?? .space }
    for later in runs[(run + 1)...] where !later.bytes.isEmpty {
      return Side.first(of: later.bytes[...]) ?? .space
    }
    return .space
  }

  private mutating func replace(_ run: Int, _ index: Int, _ text: String, side: Side) {
    edits.append(Edit(run: run, range: index..<(index + 1), text: text))
    lastMark = (run, index + 1, side)
  }

  // MARK: - Quotation marks

  private mutating func setDouble(_ run: Int, _ index: Int) {
    let next = after(run, index + 1)
    if before == .digit, openDoubles == 0, next != .letter {
      replace(run, index, "″", side: .other)
    } else if next != .space, canOpen(next) {
      let marks = openDoubles > 0 ? style.marks.inner : style.marks.outer
      open.append(OpenMark(sign: UInt8(ascii: "\""), marks: marks, edit: edits.count))
      openDoubles += 1
      replace(run, index, marks.open, side: .open)
    } else if before != .space, openDoubles > 0 {
      while let last = open.popLast() {
        if last.sign == UInt8(ascii: "\"") {
          replace(run, index, last.marks.close, side: .other)
          break
        }
        edits[last.edit].text = "’"
      }
      openDoubles -= 1
    } else if before != .space, next != .letter, next != .digit {
      replace(run, index, style.marks.outer.close, side: .other)
    } else {
      lastMark = (run, index + 1, .other)
    }
  }

  /// Whether a double mark begins a quotation here: after a space or an opening mark; within a quotation not
  /// before other punctuation, for some languages' closing marks are others' opening marks; outside one, before
  /// a word, after punctuation too.
  private func canOpen(_ next: Side) -> Bool {
    switch before {
    case .space: true
    case .open: openDoubles == 0 || next != .other
    case .other: openDoubles == 0 && next.isWord
    case .letter, .digit: false
    }
  }

  private mutating func setSingle(_ run: Int, _ index: Int) {
    let next = after(run, index + 1)
    if let known = knownApostrophe, known == (run, index) {
      replace(run, index, "’", side: .letter)
    } else if before.isWord, next.isWord {
      let isMinutes = before == .digit && next == .digit && !isThousands(run, index + 1)
      replace(run, index, isMinutes ? "′" : "’", side: .letter)
    } else if before.canPrecedeOpening, next != .space {
      if next.isWord, isElision(run, index + 1) {
        replace(run, index, "’", side: .open)
      } else {
        let marks = openDoubles > 0 ? style.marks.inner : style.marks.single
        open.append(OpenMark(sign: UInt8(ascii: "'"), marks: marks, edit: edits.count))
        replace(run, index, marks.open, side: .open)
      }
    } else if before != .space, let last = open.last, last.sign == UInt8(ascii: "'") {
      open.removeLast()
      replace(run, index, last.marks.close, side: .other)
    } else if before == .digit {
      replace(run, index, "′", side: .other)
    } else if before != .space {
      replace(run, index, "’", side: .letter)
    } else {
      lastMark = (run, index + 1, .other)
    }
  }

  /// Whether three digits follow, as in the Swiss `1'000`.
  private func isThousands(_ run: Int, _ index: Int) -> Bool {
    let digits = runs[run].bytes[index...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    return digits == 3
  }

  /// Whether a word that begins here lacks its beginning: `'tis`, `'90s`, `'s`.
  private mutating func isElision(_ run: Int, _ index: Int) -> Bool {
    let rest = runs[run].bytes[index...]
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    if digits > 0 { return digits == 2 && rest.dropFirst(2).first != UInt8(ascii: "'") }
    let word = rest.prefix(16).prefix { $0 >= 0x80 || Side(ascii: $0) == .letter }
    guard style.elisions.contains(String(decoding: word, as: UTF8.self).lowercased()) else { return false }
    guard rest.dropFirst(word.count).first == UInt8(ascii: "'") else { return true }
    // `'s'` is a letter in quotation marks, but `'n'` is “and”.
    guard word.count == 1, word.first.map({ $0 | 0x20 }) == UInt8(ascii: "n"), style.language.hasPrefix("en")
    else {
      return false
    }
    knownApostrophe = (run, word.endIndex)
    return true
  }

  // MARK: - Dashes and spaces

  private mutating func setDashes(_ run: Int, _ index: Int, _ count: Int) {
    guard count >= 2 else { return }
    let bytes = runs[run].bytes
    let next = index + count < bytes.count ? bytes[index + count] : 0x20
    // `--option` and arrows are no dashes.
    if count == 2, before == .space, Side(ascii: next) == .letter { return }
    if next == UInt8(ascii: ">") || index > 0 && bytes[index - 1] == UInt8(ascii: "<") { return }
    let ems: Int
    let ens: Int
    switch (count % 3, count % 2) {
    case (0, _): (ems, ens) = (count / 3, 0)
    case (_, 0): (ems, ens) = (0, count / 2)
    case (2, _): (ems, ens) = ((count - 2) / 3, 1)
    default: (ems, ens) = ((count - 4) / 3, 2)
    }
    let text = String(repeating: "—", count: ems) + String(repeating: "–", count: ens)
    edits.append(Edit(run: run, range: index..<(index + count), text: text))
  }

  /// What a space becomes beside the marks that French sets apart, or `nil` where it stays.
  private func frenchSpace(_ run: Int, _ index: Int) -> String? {
    let bytes = runs[run].bytes
    if index + 1 < bytes.count, sideBefore(run, index) != .space {
      switch bytes[index + 1] {
      case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): return "\u{202F}"
      case UInt8(ascii: ":"): return "\u{A0}"
      // »
      case 0xC2 where index + 2 < bytes.count && bytes[index + 2] == 0xBB: return "\u{202F}"
      default: break
      }
    }
    // «
    if index >= 2, bytes[index - 2] == 0xC2, bytes[index - 1] == 0xAB { return "\u{202F}" }
    return nil
  }

  // MARK: - Writing

  private mutating func apply() {
    var run = 0
    var result: [UInt8] = []
    var end = 0
    for edit in edits {
      if edit.run != run || !runs[run].isChanged {
        if runs[run].isChanged { runs[run].bytes = result + runs[run].bytes[end...] }
        run = edit.run
        runs[run].isChanged = true
        result = []
        end = 0
      }
      result += runs[run].bytes[end..<edit.range.lowerBound]
      result += edit.text.utf8
      end = edit.range.upperBound
    }
    if run < runs.count, runs[run].isChanged { runs[run].bytes = result + runs[run].bytes[end...] }
  }
}
