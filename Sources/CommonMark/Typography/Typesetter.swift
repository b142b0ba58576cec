/// Sets quotation marks, apostrophes, primes, dashes, ellipses and French spaces in a paragraph, as the language
/// of each of its runs wants them.
///
/// All runs of a paragraph lie in one stretch of bytes, so that a mark sees what stands beside it wherever that
/// comes from. A typesetter can be used for one paragraph after the other.
final class Typesetter {
  /// A stretch of a paragraph's text: up to the end of the bytes it comes with.
  private struct Run {
    let end: Int
    let style: Int
    /// Text that stays as it is, such as code: only its edges count.
    let isFixed: Bool
  }

  private struct Edit {
    let offset: Int
    let length: Int
    var text: String
  }

  private struct OpenMark {
    let sign: UInt8
    let marks: QuotationMarks.Pair
    let edit: Int
  }

  /// A quotation in double marks that is closed: the numbers of its marks' edits.
  private struct Quotation {
    let open: Int
    let close: Int
  }

  /// The styles of the languages that have come up; the first is that of most texts.
  private(set) var styles: [Style]
  private var bytes: [UInt8] = []
  private var runs: [Run] = []
  private var edits: [Edit] = []
  private var open: [OpenMark] = []
  private var openDoubles = 0
  /// The closed quotations that have the same marks as the single one that is open before them.
  private var withinSingle: [Quotation] = []
  /// What the last mark that was looked at is to what follows it, and the byte after it.
  private var lastMark: (end: Int, side: Side) = (-1, .space)
  /// What stands before the mark that is looked at.
  private var before = Side.space
  /// An apostrophe that was decided on with the one before it.
  private var knownApostrophe = -1
  private var style: Style

  init(language: String) {
    style = Style(language: language)
    styles = [style]
  }

  /// The number of a language's style, which is made once.
  func style(of language: String) -> Int {
    if let known = styles.firstIndex(where: { $0.language == language }) { return known }
    styles.append(Style(language: language))
    return styles.count - 1
  }

  // MARK: - A paragraph

  func begin() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    edits.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    withinSingle.removeAll(keepingCapacity: true)
    openDoubles = 0
    lastMark = (-1, .space)
    knownApostrophe = -1
  }

  func add(_ text: UnsafeBufferPointer<UInt8>, style: Int) {
    bytes.append(contentsOf: text)
    runs.append(Run(end: bytes.count, style: style, isFixed: false))
  }

  /// Adds what stays as it is, as one byte of its kind: a letter or a space.
  func add(fixed byte: UInt8) {
    bytes.append(byte)
    runs.append(Run(end: bytes.count, style: 0, isFixed: true))
  }

  /// Sets the runs that were added, and calls a closure with the number and the new text of each that changes.
  func set(_ change: (Int, [UInt8]) -> Void) {
    var start = 0
    for run in runs {
      if !run.isFixed {
        if styles.count > 1 { style = styles[run.style] }
        set(start..<run.end)
      }
      start = run.end
    }
    // A single mark that nothing closes was an apostrophe.
    for mark in open where mark.sign == UInt8(ascii: "'") { edits[mark.edit].text = "’" }
    write(change)
  }

  /// A text set on its own, or `nil` where it stays as it is.
  func set(_ text: UnsafeBufferPointer<UInt8>, style number: Int = 0) -> [UInt8]? {
    guard Style.mayChange(text, isFrench: styles[number].isFrench) else { return nil }
    begin()
    style = styles[number]
    add(text, style: number)
    var result: [UInt8]?
    set { _, bytes in result = bytes }
    return result
  }

  // MARK: - Marks

  private func set(_ range: Range<Int>) {
    var index = range.lowerBound
    while let mark = nextMark(in: index..<range.upperBound) {
      let byte = bytes[mark]
      index = mark + 1
      switch byte {
      case UInt8(ascii: "\""):
        before = sideBefore(mark)
        setDouble(mark)
      case UInt8(ascii: "'"):
        before = sideBefore(mark)
        setSingle(mark)
      case 0x20:
        if let space = frenchSpace(mark) { edits.append(Edit(offset: mark, length: 1, text: space)) }
      default:
        let length = bytes[mark..<range.upperBound].prefix { $0 == byte }.count
        index = mark + length
        if byte == UInt8(ascii: "-") {
          before = sideBefore(mark)
          setDashes(mark, length)
        } else if length >= 3 {
          let text = String(repeating: "…", count: length / 3) + String(repeating: ".", count: length % 3)
          edits.append(Edit(offset: mark, length: length, text: text))
        }
      }
    }
  }

  /// The index of the next byte that may have to change.
  private func nextMark(in range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return index
        case UInt8(ascii: "-"), UInt8(ascii: "."):
          if index + 1 < range.upperBound, bytes[index + 1] == bytes[index] { return index }
        case 0x20 where style.isFrench: return index
        default: break
        }
        index += 1
      }
      return nil
    }
  }

  private func sideBefore(_ index: Int) -> Side {
    lastMark.end == index ? lastMark.side : Side.last(of: bytes[..<index]) ?? .space
  }

  private func side(at index: Int) -> Side {
    Side.first(of: bytes[min(index, bytes.count)...]) ?? .space
  }

  private func replace(_ index: Int, _ text: String, side: Side) {
    edits.append(Edit(offset: index, length: 1, text: text))
    lastMark = (index + 1, side)
  }

  // MARK: - Quotation marks

  private func setDouble(_ index: Int) {
    let next = side(at: index + 1)
    if before == .digit, openDoubles == 0, next != .letter {
      replace(index, "″", side: .other)
    } else if next != .space, canOpen(next) {
      let marks = openDoubles > 0 ? style.marks.inner : style.marks.outer
      open.append(OpenMark(sign: UInt8(ascii: "\""), marks: marks, edit: edits.count))
      openDoubles += 1
      replace(index, marks.open, side: .open)
    } else if before != .space, openDoubles > 0 {
      while let last = open.popLast() {
        if last.sign == UInt8(ascii: "\"") {
          if open.last?.sign == UInt8(ascii: "'"), open.last?.marks == last.marks {
            withinSingle.append(Quotation(open: last.edit, close: edits.count))
          }
          replace(index, last.marks.close, side: .other)
          break
        }
        edits[last.edit].text = "’"
      }
      openDoubles -= 1
    } else if before != .space, next != .letter, next != .digit {
      replace(index, style.marks.outer.close, side: .other)
    } else {
      lastMark = (index + 1, .other)
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

  private func setSingle(_ index: Int) {
    let next = side(at: index + 1)
    if knownApostrophe == index {
      replace(index, "’", side: .letter)
    } else if before.isWord, next.isWord {
      let isMinutes = before == .digit && next == .digit && !isThousands(index + 1)
      replace(index, isMinutes ? "′" : "’", side: .letter)
    } else if before.canPrecedeOpening, next != .space {
      if next.isWord, isElision(index + 1) {
        replace(index, "’", side: .open)
      } else {
        let marks = openDoubles > 0 ? style.marks.inner : style.marks.single
        open.append(OpenMark(sign: UInt8(ascii: "'"), marks: marks, edit: edits.count))
        replace(index, marks.open, side: .open)
      }
    } else if before != .space, let last = open.last, last.sign == UInt8(ascii: "'") {
      open.removeLast()
      setInnerMarks(after: last.edit)
      replace(index, last.marks.close, side: .other)
    } else if before == .digit {
      replace(index, "′", side: .other)
    } else if before == .letter, isQuotation(index + 1) {
      // `l'"eau"`: the mark after the apostrophe begins a quotation.
      replace(index, "’", side: .open)
    } else if before != .space {
      replace(index, "’", side: .letter)
    } else {
      lastMark = (index + 1, .other)
    }
  }

  /// Gives the quotations within single marks marks that differ from those, now that the single marks are known
  /// to be no apostrophe.
  private func setInnerMarks(after edit: Int) {
    while let last = withinSingle.last, last.open > edit {
      let isInner = edits[last.open].text == style.marks.inner.open
      let marks = isInner ? style.marks.outer : style.marks.inner
      edits[last.open].text = marks.open
      edits[last.close].text = marks.close
      withinSingle.removeLast()
    }
  }

  /// Whether a double mark and a word follow.
  private func isQuotation(_ index: Int) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: "\"") && side(at: index + 1).isWord
  }

  /// Whether three digits follow, as in the Swiss `1'000`.
  private func isThousands(_ index: Int) -> Bool {
    let digits = bytes[index...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    return digits == 3
  }

  /// Whether a word that begins here lacks its beginning: `'tis`, `'90s`, `'s`.
  private func isElision(_ index: Int) -> Bool {
    let rest = bytes[index...]
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    if digits > 0 { return digits == 2 && rest.dropFirst(2).first != UInt8(ascii: "'") }
    let word = rest.prefix(16).prefix { $0 >= 0x80 || Side(ascii: $0) == .letter }
    guard rest.dropFirst(word.count).first == UInt8(ascii: "'") else {
      return style.elisions.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
    // `'s'` is a letter in quotation marks, but `'n'` is “and”, in the Rock 'n' Roll of all languages.
    guard word.count == 1, word.first.map({ $0 | 0x20 }) == UInt8(ascii: "n") else { return false }
    knownApostrophe = word.endIndex
    return true
  }

  // MARK: - Dashes and spaces

  private func setDashes(_ index: Int, _ count: Int) {
    guard count >= 2 else { return }
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
    edits.append(Edit(offset: index, length: count, text: text))
  }

  /// What a space becomes beside the marks that French sets apart, or `nil` where it stays.
  private func frenchSpace(_ index: Int) -> String? {
    if index + 1 < bytes.count, sideBefore(index) != .space {
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

  private func write(_ change: (Int, [UInt8]) -> Void) {
    var next = 0
    var start = 0
    for (number, run) in runs.enumerated() {
      guard next < edits.count else { return }
      defer { start = run.end }
      guard edits[next].offset < run.end else { continue }
      var text: [UInt8] = []
      text.reserveCapacity(run.end - start + 16)
      var end = start
      while next < edits.count, edits[next].offset < run.end {
        text.append(contentsOf: bytes[end..<edits[next].offset])
        text.append(contentsOf: edits[next].text.utf8)
        end = edits[next].offset + edits[next].length
        next += 1
      }
      text.append(contentsOf: bytes[end..<run.end])
      change(number, text)
    }
  }
}
