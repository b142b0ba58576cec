import Diagnostics

/// Answers requests as a host of static sites does, and those for the preview's own pages.
struct PreviewHost: Sendable {
  let preview: Preview
  let host: HostHeader

  /// What the preview's own pages may load.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

  func response(to request: HostRequest) async -> HostResponse {
    guard host.accepts(request.headers["host"]) else {
      return .text(
        403, "This preview answers to localhost and 127.0.0.1 only. With --host it answers to others.")
    }
    // Pages of other sites may lead here, but not read what is here: drafts are among it.
    if request.headers["sec-fetch-site"] == "cross-site", request.headers["sec-fetch-mode"] != "navigate" {
      return .text(403, "Other sites cannot read this preview.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var response = HostResponse.text(405, "Files can only be read.")
      response.set("Allow", "GET, HEAD")
      return response
    }
    guard let path = RequestPath(target: request.target) else {
      return .text(400, "This is no address of a page.")
    }
    var response = await response(at: path)
    if response.body == .events, request.method == "GET" { return response }
    complete(&response, for: request)
    return response
  }

  private func response(at path: RequestPath) async -> HostResponse {
    if path.path.hasPrefix(PreviewPages.root) || "\(path.path)/" == PreviewPages.root {
      return own(String(path.path.dropFirst(PreviewPages.root.count)))
    }
    let moment = preview.moment
    guard let site = moment.site else {
      return page(
        moment.isRead ? preview.pages.failure(isWholeSite: true) : preview.pages.waiting, status: 503)
    }
    switch site.answer(to: path) {
    case .redirect(let target, let status):
      var response = HostResponse.text(status, target)
      response.set("Location", target)
      return response
    case .file(let file): return await self.file(file, at: path, status: 200, moment)
    case .inside(let folder, let name): return await self.file(name, in: folder, of: site, at: path, moment)
    case .missing(let file): return await missing(file, at: path, moment)
    }
  }

  private func missing(
    _ file: ServedFile?, at path: RequestPath, _ moment: Preview.Moment
  ) async -> HostResponse {
    guard let file else { return page(preview.pages.missing, status: 404) }
    return await self.file(file, at: path, status: 404, moment)
  }

  // MARK: The site's files

  /// - Parameter moment: When it was asked for: a page must not claim to be newer than that.
  private func file(
    _ file: ServedFile, at path: RequestPath, status: Int, _ moment: Preview.Moment
  ) async -> HostResponse {
    var response = response(for: file.path, at: path, status: status, moment)
    switch file.content {
    case .disk(let name):
      guard let disk = moment.site?.diskFile(name) else { return page(preview.pages.missing, status: 404) }
      response.set("ETag", "\"\(disk.tag)\"")
      if file.isPage {
        guard let bytes = disk.bytes() else { return page(preview.pages.missing, status: 404) }
        return injected(bytes, into: response, moment)
      }
      response.body = .file(path: disk.path, range: 0..<disk.size)
    case .made:
      let made = await preview.bytes(of: file, generation: moment.generation)
      guard let bytes = made.bytes else {
        return page(preview.pages.failure(isWholeSite: false), status: 500)
      }
      if file.isPage { return injected(bytes, into: response, moment) }
      response.body = .bytes(bytes)
      response.set("ETag", Self.tag(of: bytes))
    }
    return response
  }

  /// A file of a folder whose files are made together.
  private func file(
    _ name: String, in folder: ServedFolder, of site: ServedSite, at path: RequestPath,
    _ moment: Preview.Moment
  ) async -> HostResponse {
    switch await preview.bytes(of: name, in: folder, generation: moment.generation) {
    case .failure: return page(preview.pages.failure(isWholeSite: false), status: 500)
    case .success(nil): return await missing(site.notFoundPage(for: folder.path + name), at: path, moment)
    case .success(let bytes?):
      var response = response(for: name, at: path, status: 200, moment)
      response.body = .bytes(bytes)
      response.set("ETag", Self.tag(of: bytes))
      return response
    }
  }

  /// An answer with what the site tells its host of the file, and no body yet.
  private func response(
    for file: String, at path: RequestPath, status: Int, _ moment: Preview.Moment
  ) -> HostResponse {
    var response = HostResponse(
      status: status, headers: moment.site?.rules.headers(for: "/\(path.path)") ?? [])
    response.set("Content-Type", MediaType.of(file))
    if response.header("Cache-Control") == nil { response.set("Cache-Control", "no-cache") }
    return response
  }

  private func injected(
    _ bytes: [UInt8], into response: HostResponse, _ moment: Preview.Moment
  ) -> HostResponse {
    // What is wrong may have come to light only now.
    let page = LiveHTML(state: moment.live, problems: preview.moment.problems).injected(into: bytes)
    var response = response
    response.body = .bytes(page)
    response.set("ETag", Self.tag(of: page))
    return response
  }

  /// Tells bytes from others for as long as the preview runs.
  private static func tag(of bytes: [UInt8]) -> String {
    var hasher = Hasher()
    hasher.combine(bytes.count)
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return "\"\(String(UInt(bitPattern: hasher.finalize()), radix: 36))\""
  }

  // MARK: The preview's own pages

  private func own(_ name: String) -> HostResponse {
    switch name {
    case "": return page(preview.pages.overview, status: 200)
    case "events":
      return HostResponse(
        status: 200,
        headers: [
          HostRules.Header(name: "Content-Type", value: "text/event-stream"),
          HostRules.Header(name: "Cache-Control", value: "no-store"),
        ], body: .events)
    case "live.js": return resource(PackageResources.live_js, type: "text/javascript; charset=utf-8")
    case "live.css": return resource(PackageResources.live_css, type: "text/css; charset=utf-8")
    case "problems.json":
      return resource(Self.json(preview.moment.problems), type: "application/json")
    default:
      let pages = preview.pages
      return pages.table(name).map { page($0, status: 200) } ?? page(pages.missing, status: 404)
    }
  }

  private func page(_ bytes: [UInt8], status: Int) -> HostResponse {
    var response = resource(bytes, type: MediaType.html)
    response.status = status
    response.set("Content-Security-Policy", Self.policy)
    return response
  }

  private func resource(_ bytes: [UInt8], type: String) -> HostResponse {
    HostResponse(
      status: 200,
      headers: [
        HostRules.Header(name: "Content-Type", value: type),
        HostRules.Header(name: "Cache-Control", value: "no-store"),
        HostRules.Header(name: "X-Content-Type-Options", value: "nosniff"),
      ], body: .bytes(bytes))
  }

  private static func json(_ problems: [PreviewProblem]) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("title", LiveHTML.title(of: problems))
      json.array("problems") { json in
        for problem in problems {
          json.object { json in
            json.key("isError")
            json.boolean(problem.isError)
            json.member("text", problem.text)
          }
        }
      }
    }
    return json.bytes
  }

  // MARK: What HTTP asks of every answer

  /// Leaves out what the client has, or did not ask for, and adds the length (RFC 9110, sections 13 and 14).
  private func complete(_ response: inout HostResponse, for request: HostRequest) {
    let size = response.length ?? 0
    if response.status == 200 {
      response.set("Accept-Ranges", "bytes")
      let tag = response.header("ETag")
      if let tag, let known = request.headers["if-none-match"], Self.isKnown(tag, among: known) {
        response.status = 304
        response.body = .bytes([])
        response.set("Content-Length", String(size))
        return
      }
      let isSame = request.headers["if-range"].map { $0 == tag } ?? true
      if request.method == "GET", isSame {
        take(ByteRange(request.headers["range"], size: size), of: size, in: &response)
      }
    }
    response.set("Content-Length", String(response.length ?? 0))
    if request.method == "HEAD" { response.body = .bytes([]) }
  }

  private static func isKnown(_ tag: String, among known: String) -> Bool {
    known.split(separator: ",").map(\.trimmingBlanks).contains { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }
  }

  private func take(_ range: ByteRange, of size: Int, in response: inout HostResponse) {
    switch range {
    case .whole: break
    case .unsatisfiable:
      response.status = 416
      response.body = .bytes([])
      response.set("Content-Range", "bytes */\(size)")
    case .part(let part):
      response.status = 206
      response.set("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)")
      switch response.body {
      case .bytes(let bytes): response.body = .bytes(Array(bytes[part]))
      case .file(let path, _): response.body = .file(path: path, range: part)
      case .events: break
      }
    }
  }
}
