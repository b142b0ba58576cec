import TemplateCases
import Templating

/// libFuzzer, which `-sanitize=fuzzer` links.
@_extern(c, "LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What libFuzzer calls with each input that it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  TemplateFuzz.render(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// Renders what libFuzzer makes up: a template, and others each after a line `--- name`.
///
/// `Tests/slow/template-fuzzer` builds and runs it; it is no part of other builds.
@main
enum TemplateFuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runFuzzer(&count, &arguments, testOneInput)
  }

  private static let context: Value = {
    let json = """
      {"n": 7, "neg": -3, "pi": 3.25, "yes": true, "none": null, "word": "Hällo <b>", "text": "The quick & “brown” fox",
       "safe": {"$safe": "<i>x & y</i>"}, "nums": [3, 1, 2, 2], "words": ["b", "A", "a", "C<"],
       "rows": [{"k": "x", "v": 2, "t": ["p", "q"]}, {"k": "Y", "v": 1, "t": []}, {"k": "x", "v": 3, "t": ["r"]}],
       "map": {"b": 1, "a": "two", "c": [1, 2]}, "pair": {"$tuple": [1, "z"]},
       "page": {"$object": {"title": "T<", "n": 2}}, "lang": {"$text": ["Bonjour", "fr"]}}
      """
    return (try? JSONReader.read(Array(json.utf8))) ?? .none
  }()

  static func render(_ bytes: [UInt8]) {
    var templates: [(name: String, bytes: [UInt8])] = [("main.html", [])]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "--- ".utf8) {
        templates.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
      } else {
        let last = templates.count - 1
        if !templates[last].bytes.isEmpty { templates[last].bytes.append(0x0A) }
        templates[last].bytes += line
      }
    }
    let test = TemplateCase(context: context, templates: templates)
    if case .refused(let report) = test.run() { _ = test.text(report) }
  }
}
