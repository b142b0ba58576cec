import CommonMark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times the parser on one text.
enum Measurement {
  /// - Parameter arguments: A file, the options, and how often to parse.
  static func run(_ arguments: [String]) {
    guard arguments.count == 3, let count = Int(arguments[2]), count > 0,
      let markdown = contents(of: arguments[0])
    else { return print("markdown-probe time FILE OPTIONS COUNT") }
    let parser = MarkdownParser(options: Request.options(arguments[1]))
    var best = Double.infinity
    for _ in 0..<count {
      let start = ContinuousClock.now
      let text = parser.parse(markdown)
      let duration = (ContinuousClock.now - start) / .nanoseconds(1)
      if !text.isEmpty || markdown.isEmpty { best = min(best, duration) }
    }
    print(best / Double(max(1, markdown.count)))
  }

  static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let read = fread(&buffer, 1, buffer.count, file), read > 0 { bytes += buffer[..<read] }
    return bytes
  }
}
