import CommonMark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times the parser on files.
enum Measurement {
  /// - Parameter arguments: The options, how often to parse all files, and the files. Prints the nanoseconds
  ///   of processor time per byte of the fastest round.
  static func run(_ arguments: [String]) {
    guard arguments.count > 2, let count = Int(arguments[1]), count > 0 else {
      return print("markdown-probe time OPTIONS COUNT FILE…")
    }
    let texts = arguments[2...].compactMap(contents)
    let size = texts.reduce(0) { $0 + $1.count }
    let parser = MarkdownParser(options: Request.options(arguments[0]))
    var best = Double.infinity
    var sum = 0
    for _ in 0..<count {
      let start = clock()
      // What comes out is counted, so that nothing can be left out.
      for text in texts { sum &+= parser.parse(text).headings.count }
      best = min(best, Double(clock() - start) * 1e9 / Double(CLOCKS_PER_SEC))
    }
    print(best / Double(max(1, size)), sum)
  }

  /// - Parameter arguments: How many tasks parse at once, and the files. Fails the process where two results of
  ///   one text differ.
  static func runOnManyThreads(_ arguments: [String]) async {
    guard arguments.count > 1, let count = Int(arguments[0]) else {
      return print("markdown-probe threads COUNT FILE…")
    }
    let texts = arguments[1...].compactMap(contents)
    let parser = MarkdownParser()
    let expected = texts.map { parser.parse($0) }
    let failures = await withTaskGroup(of: Int.self) { group in
      for number in 0..<count {
        group.addTask {
          var failures = 0
          for round in 0..<20 {
            let index = (number + round) % texts.count
            failures += parser.parse(texts[index]) == expected[index] ? 0 : 1
          }
          return failures
        }
      }
      return await group.reduce(0, +)
    }
    print("threads: \(count) at once, \(failures) results differ")
    if failures > 0 { exit(1) }
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let read = fread(&buffer, 1, buffer.count, file), read > 0 { bytes += buffer[..<read] }
    return bytes
  }
}
