import CommonMark
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Renders Markdown for the checks that are written in Python: the specifications' examples, the fuzzer's oracle
/// and the measurements.
///
/// `markdown-probe` reads requests from standard input, each a line `LENGTH OPTIONS LANGUAGE` and that many
/// bytes of Markdown, and answers each with a line `LENGTH WARNINGS` and that many bytes of HTML. OPTIONS are
/// names from site.yml, with commas between; `default` stands for the defaults and `-` for none.
///
/// `markdown-probe threads COUNT FILE…` parses files on many threads at once and compares what comes out.
///
/// `markdown-probe time OPTIONS COUNT FILE…` parses files that often and prints the nanoseconds per byte.
@main
enum Probe {
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "time": Measurement.run(Array(arguments.dropFirst()))
    case "threads": await Measurement.runOnManyThreads(Array(arguments.dropFirst()))
    default:
      var input = Input()
      while let request = Request.read(from: &input) { request.answer() }
    }
  }
}

/// One text to render.
struct Request {
  let markdown: [UInt8]
  let options: MarkdownOptions
  let language: String

  static func read(from input: inout Input) -> Request? {
    guard let line = input.line() else { return nil }
    let words = line.split(separator: " ")
    guard words.count == 3, let length = Int(words[0]), let bytes = input.bytes(length) else { return nil }
    return Request(markdown: bytes, options: options(String(words[1])), language: String(words[2]))
  }

  static func options(_ names: String) -> MarkdownOptions {
    if names == "default" { return MarkdownOptions() }
    let wanted = Set(names.split(separator: ",").map(String.init))
    var options = MarkdownOptions()
    for option in MarkdownOptions.switches { options[keyPath: option.path] = wanted.contains(option.name) }
    return options
  }

  func answer() {
    let text = MarkdownParser(options: options).parse(markdown, language: language)
    let html = text.defaultHTML
    let warnings = text.diagnostics.map(\.identifier).joined(separator: ",")
    let answer = Array("\(html.count) \(warnings)\n".utf8) + html
    var written = 0
    while written < answer.count {
      let count = answer[written...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      written += count
    }
  }
}

/// Standard input, read in large pieces.
struct Input {
  private var buffer: ArraySlice<UInt8> = []

  private mutating func fill() -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(0, &piece, piece.count)
    guard count > 0 else { return false }
    buffer = ArraySlice(Array(buffer) + piece[..<count])
    return true
  }

  mutating func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        defer { buffer = buffer[(end + 1)...] }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      guard fill() else { return nil }
    }
  }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    while buffer.count < count { guard fill() else { return nil } }
    defer { buffer = buffer.dropFirst(count) }
    return Array(buffer.prefix(count))
  }
}
