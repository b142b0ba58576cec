/// Wraps one line as Python's `textwrap` does, white space kept as it is but for the ends of lines.
struct TextWrapping {
  let width: Int
  let breaksLongWords: Bool
  let breaksOnHyphens: Bool

  private typealias Chunk = ArraySlice<Unicode.Scalar>

  func lines(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var chunks = Array(chunks(text).reversed())
    var lines: [[Unicode.Scalar]] = []
    while !chunks.isEmpty {
      var line: [Chunk] = []
      var length = 0
      if !lines.isEmpty, let next = chunks.last, Self.isBlank(next) { chunks.removeLast() }
      while let next = chunks.last, length + next.count <= width {
        line.append(next)
        chunks.removeLast()
        length += next.count
      }
      if let next = chunks.last, next.count > width { breakWord(next, &chunks, &line, space: width - length) }
      if let last = line.last, Self.isBlank(last) { line.removeLast() }
      if !line.isEmpty { lines.append(Array(line.joined())) }
    }
    return lines
  }

  private static func isBlank(_ chunk: Chunk) -> Bool { chunk.allSatisfy(\.isPythonSpace) }

  /// Takes as much of a word as fits, or the whole word into a line of its own.
  private func breakWord(_ word: Chunk, _ chunks: inout [Chunk], _ line: inout [Chunk], space: Int) {
    guard breaksLongWords else {
      if line.isEmpty {
        line.append(word)
        chunks.removeLast()
      }
      return
    }
    var end = word.startIndex + space
    if breaksOnHyphens, word.count > space, let hyphen = word[..<end].lastIndex(of: "-"),
      hyphen > word.startIndex,
      word[..<hyphen].contains(where: { $0 != "-" })
    {
      end = hyphen + 1
    }
    line.append(word[..<end])
    chunks[chunks.count - 1] = word[end...]
  }

  // MARK: Chunks

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    (0x09...0x0D).contains(scalar.value) || scalar == " "
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isPythonWord && scalar.properties.generalCategory != .decimalNumber
  }

  private static func isWordOrPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isPythonWord || "!\"'&.,?".unicodeScalars.contains(scalar)
  }

  /// Words, parts of words that end with a hyphen, dashes and the white space between them.
  private func chunks(_ text: [Unicode.Scalar]) -> [Chunk] {
    var chunks: [Chunk] = []
    var start = 0
    while start < text.count {
      let isSpace = Self.isSpace(text[start])
      var end = start + 1
      if isSpace || !breaksOnHyphens {
        while end < text.count, Self.isSpace(text[end]) == isSpace { end += 1 }
      } else if let dashEnd = dashEnd(text, start), start > 0, Self.isWordOrPunctuation(text[start - 1]) {
        end = dashEnd
      } else {
        end = wordEnd(text, start)
      }
      chunks.append(text[start..<end])
      start = end
    }
    return chunks
  }

  /// Where two or more hyphens that stand before a word end.
  private func dashEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    var end = start
    while end < text.count, text[end] == "-" { end += 1 }
    return end - start >= 2 && end < text.count && text[end].isPythonWord ? end : nil
  }

  private func wordEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    func isLetter(_ index: Int) -> Bool { text.indices.contains(index) && Self.isLetter(text[index]) }
    func isHyphen(_ index: Int) -> Bool { text.indices.contains(index) && text[index] == "-" }
    var end = start + 1
    while end < text.count, !Self.isSpace(text[end]) {
      if text[end] == "-" {
        let follows =
          isLetter(end - 1) && (isLetter(end - 2) || isHyphen(end - 2) && isLetter(end - 3))
        let precedes = isLetter(end + 1) && (isLetter(end + 2) || isHyphen(end + 2) && isLetter(end + 3))
        if follows, precedes { return end + 1 }
        if Self.isWordOrPunctuation(text[end - 1]), dashEnd(text, end) != nil { return end }
      }
      end += 1
    }
    return end
  }
}
