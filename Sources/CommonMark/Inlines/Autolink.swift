/// An address in a text, as the extended autolinks of GitHub Flavored Markdown (section 6.9).
struct Autolink {
  /// The bytes of the text that are the link.
  let range: Range<Int>
  /// Where it leads, with the scheme that the text may lack.
  let address: [UInt8]

  /// Whether a text has what every address has; quick to tell.
  static func mayOccur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.index(of: UInt8(ascii: "@")) != nil { return true }
    var next = text.index(of: UInt8(ascii: "w"))
    while let found = next {
      if found + 1 < text.count, text[found + 1] == UInt8(ascii: "w") { return true }
      next = text.index(of: UInt8(ascii: "w"), from: found + 1)
    }
    next = text.index(of: UInt8(ascii: ":"))
    while let found = next {
      if found + 1 < text.count, text[found + 1] == UInt8(ascii: "/") { return true }
      next = text.index(of: UInt8(ascii: ":"), from: found + 1)
    }
    return false
  }

  /// All addresses in a text, in order.
  ///
  /// As in cmark-gfm, a bracket that is open keeps all but addresses of e-mail from being links.
  ///
  /// - Parameters:
  ///   - before: The character before the text.
  ///   - openBrackets: How many brackets are open where the text begins, and then where it ends.
  static func find(
    in text: UnsafeBufferPointer<UInt8>, after before: Unicode.Scalar, openBrackets: inout Int
  ) -> [Autolink] {
    var found: [Autolink] = []
    var end = 0
    var index = 0
    while index < text.count {
      var link: Autolink?
      switch text[index] {
      case UInt8(ascii: "["): openBrackets += 1
      case UInt8(ascii: "]"): openBrackets = max(0, openBrackets - 1)
      case UInt8(ascii: "w") where openBrackets == 0:
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "w"),
          canBegin(at: index, in: text, after: before)
        {
          link = www(text, index)
        }
      case UInt8(ascii: ":") where openBrackets == 0:
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "/") {
          link = site(text, index, from: end)
        }
      case UInt8(ascii: "@"): link = mail(text, index, from: end)
      default: break
      }
      if let link {
        found.append(link)
        end = link.range.upperBound
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func canBegin(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, after before: Unicode.Scalar
  ) -> Bool {
    let byte = index > 0 ? text[index - 1] : before.value < 0x80 ? UInt8(before.value) : 0x80
    switch byte {
    case 0...0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("): return true
    default: return false
    }
  }

  /// `www.` and what follows.
  private static func www(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Autolink? {
    guard text[start...].starts(with: "www.".utf8),
      let domain = domainEnd(text, from: start, needsPeriod: true)
    else { return nil }
    let end = trimmedEnd(text, start, pathEnd(text, from: domain))
    // `www.` at the end of a sentence is none.
    return end > start + 4
      ? Autolink(range: start..<end, address: Array("http://".utf8) + text[start..<end]) : nil
  }

  /// `http://`, `https://` or `ftp://` and what follows; found at the colon.
  private static func site(_ text: UnsafeBufferPointer<UInt8>, _ colon: Int, from first: Int) -> Autolink? {
    guard text[colon...].starts(with: "://".utf8) else { return nil }
    var start = colon
    while start > first, isLetter(text[start - 1]), colon - start < 6 { start -= 1 }
    let scheme = text[start..<colon].map { $0 | 0x20 }
    guard scheme == Array("http".utf8) || scheme == Array("https".utf8) || scheme == Array("ftp".utf8),
      colon + 3 < text.count, isHostByte(text[colon + 3]),
      let domain = domainEnd(text, from: colon + 3, needsPeriod: false)
    else { return nil }
    let end = trimmedEnd(text, start, pathEnd(text, from: domain))
    return end > colon + 3 ? Autolink(range: start..<end, address: Array(text[start..<end])) : nil
  }

  /// An address of e-mail; found at the at sign.
  private static func mail(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, from first: Int) -> Autolink? {
    var start = at
    while start > first,
      isLetter(text[start - 1]) || isDigit(text[start - 1]) || ".+-_".utf8.contains(text[start - 1])
    {
      start -= 1
    }
    // What stands after `//` is a user on a server.
    guard start < at, start < first + 2 || !text[(start - 2)..<start].elementsEqual("//".utf8) else {
      return nil
    }
    var end = at + 1
    var periods = 0
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: "@") { return nil }
      if byte == UInt8(ascii: "."), end + 1 < text.count, isLetter(text[end + 1]) || isDigit(text[end + 1]) {
        periods += 1
      } else if !isLetter(byte), !isDigit(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    guard periods > 0, isLetter(text[end - 1]) else { return nil }
    let schemes = ["mailto:", "xmpp:"]
    for scheme in schemes {
      let length = scheme.utf8.count
      if start - first >= length, text[(start - length)..<start].elementsEqual(scheme.utf8) {
        if scheme == "xmpp:" { end = resourceEnd(text, from: end) }
        return Autolink(range: (start - length)..<end, address: Array(text[(start - length)..<end]))
      }
    }
    return Autolink(range: start..<end, address: Array("mailto:".utf8) + text[start..<end])
  }

  // MARK: - Parts of addresses

  /// The index after the resource of an XMPP address, such as `/phone`, or where it would begin.
  private static func resourceEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < text.count, text[start] == UInt8(ascii: "/") else { return start }
    var end = start + 1
    while end < text.count {
      if isLetter(text[end]) || isDigit(text[end]) {
        end += 1
      } else if text[end] == UInt8(ascii: "@") || text[end] == UInt8(ascii: "."), end + 1 < text.count,
        isLetter(text[end + 1]) || isDigit(text[end + 1])
      {
        end += 2
      } else {
        break
      }
    }
    return end > start + 1 ? end : start
  }

  /// The index after a domain: letters, digits, hyphens and periods; no underscore in its last two parts.
  private static func domainEnd(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, needsPeriod: Bool
  ) -> Int? {
    var index = start + 1
    var periods = 0
    var underscores = (last: 0, beforeLast: 0)
    while index < text.count {
      // A domain has at most 253 characters; the bound keeps time linear.
      guard index - start < 2000 else { return nil }
      let byte = text[index]
      if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if byte == UInt8(ascii: ".") {
        underscores = (0, underscores.last)
        periods += 1
      } else if !isHostByte(byte), byte != UInt8(ascii: "-") {
        break
      }
      index += 1
    }
    guard underscores.last == 0, underscores.beforeLast == 0, !needsPeriod || periods > 0 else { return nil }
    return index
  }

  private static func pathEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<") { end += 1 }
    return end
  }

  /// Leaves out what belongs to the sentence: punctuation, a bracket that the address does not open, an entity.
  private static func trimmedEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ pathEnd: Int) -> Int {
    var end = pathEnd
    // How many more brackets are closed than opened; counted once, to stay linear.
    var surplus = text[start..<end].reduce(0) {
      $0 + ($1 == UInt8(ascii: ")") ? 1 : $1 == UInt8(ascii: "(") ? -1 : 0)
    }
    while end > start {
      let last = text[end - 1]
      if "?!.,:*_~'\"".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")") {
        guard surplus > 0 else { break }
        surplus -= 1
        end -= 1
      } else if last == UInt8(ascii: ";") {
        var name = end - 2
        while name > start, isLetter(text[name]) || isDigit(text[name]) { name -= 1 }
        let isEntity = name > start && name < end - 2 && text[name] == UInt8(ascii: "&")
        end = isEntity ? name : end - 1
      } else {
        break
      }
    }
    return end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Letters of all scripts count: each of their bytes is above 0x7F.
  private static func isHostByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80
  }
}
