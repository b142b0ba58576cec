/// What is asked of the preview.
struct HostRequest: Sendable {
  var method: String
  /// As it was sent: `/de/?q=x`.
  var target: String
  /// By name in small letters.
  var headers: [String: String]

  init(method: String = "GET", target: String, headers: [String: String] = [:]) {
    self.method = method
    self.target = target
    self.headers = headers
  }
}

/// What the preview answers.
struct HostResponse: Sendable {
  enum Body: Hashable, Sendable {
    case bytes([UInt8])
    /// A part of a file on disk.
    case file(path: String, range: Range<Int>)
    /// Messages that go on until one of the two ends the connection.
    case events
  }

  var status: Int
  /// In their order; a name can occur more than once.
  var headers: [HostRules.Header]
  var body: Body

  init(status: Int, headers: [HostRules.Header] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A short answer in words.
  static func text(_ status: Int, _ text: String) -> HostResponse {
    HostResponse(
      status: status,
      headers: [
        HostRules.Header(name: "Content-Type", value: "text/plain; charset=utf-8"),
        HostRules.Header(name: "Cache-Control", value: "no-store"),
      ],
      body: .bytes(Array("\(text)\n".utf8)))
  }

  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  mutating func set(_ name: String, _ value: String) {
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    headers.append(HostRules.Header(name: name, value: value))
  }

  /// The number of bytes that follow; `nil` where they have no end.
  var length: Int? {
    switch body {
    case .bytes(let bytes): bytes.count
    case .file(_, let range): range.count
    case .events: nil
    }
  }
}
