import Foundation

/// Stands in for Pagefind in tests: speaks as `pagefind --service` does, and makes of the pages an index that people can
/// read, `fragment/documents.html`, so that what a site lets searches find is part of what a test expects.
struct PagefindDouble {
  /// What goes wrong: `crash`, `garbage`, `refuse`, `silence`.
  let mistake: String?
  private var documents: [String] = []

  init(mistake: String?) {
    self.mistake = mistake
  }

  mutating func respond(to message: [String: Any]) throws {
    let number = message["message_id"] as? Int ?? -1
    let request = message["payload"] as? [String: Any] ?? [:]
    switch request["type"] as? String {
    case "NewIndex": try answer(number, ["type": "NewIndex", "index_id": 0])
    case "AddFile":
      try add(request["file_contents"] as? String ?? "", at: request["url"] as? String ?? "", number)
    case "GetFiles":
      let files = [
        file("pagefind.js", "// Made by the program that stands in for Pagefind.\n"),
        file("pagefind-ui.css", "not needed"),
        file("fragment/documents.html", documents.joined(separator: "\n")),
      ]
      try answer(number, ["type": "GetFiles", "files": files])
    default: try answer(number, ["type": "Error", "message": "unknown request"])
    }
  }

  private mutating func add(_ html: String, at url: String, _ number: Int) throws {
    switch mistake {
    case "crash":
      FileHandle.standardError.write(Data("thread 'main' panicked:\nout of ideas\n".utf8))
      exit(101)
    case "garbage": FileHandle.standardOutput.write(Data("hello?,".utf8))
    case "refuse": try answer(number, ["type": "Error", "message": "no such language"])
    case "silence": while true { sleep(3600) }
    default:
      documents.append("<!-- \(url) -->\n\(html)")
      try answer(
        number,
        ["type": "IndexedFile", "page_word_count": 0, "page_url": url, "page_meta": [String: String]()])
    }
  }

  private func answer(_ number: Int, _ payload: [String: Any]) throws {
    let message = try JSONSerialization.data(
      withJSONObject: ["message_id": number, "payload": payload], options: .sortedKeys)
    FileHandle.standardOutput.write(message.base64EncodedData() + Data(",".utf8))
  }

  private func file(_ path: String, _ text: String) -> [String: String] {
    ["path": path, "content": Data(text.utf8).base64EncodedString()]
  }
}

var double = PagefindDouble(mistake: ProcessInfo.processInfo.environment["PAGEFIND_DOUBLE"])
var waiting = Data()
while true {
  // What there is, and not as much as was asked for: who asks waits for the answer.
  let data = FileHandle.standardInput.availableData
  if data.isEmpty { break }
  waiting += data
  while let comma = waiting.firstIndex(of: UInt8(ascii: ",")) {
    let json = Data(base64Encoded: Data(waiting[..<comma])) ?? Data()
    waiting = Data(waiting[(comma + 1)...])
    try double.respond(to: try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:])
  }
}
