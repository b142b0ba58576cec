/// What browsers are told with every file: to load nothing from elsewhere, to run and to style nothing that stands in a
/// page, to tell nobody more than they need.
struct SecurityHeaders {
  /// Whether scripts may compile WebAssembly, which Pagefind does.
  let hasSearch: Bool

  var headers: [HeaderRules.Header] {
    [
      ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "strict-origin-when-cross-origin"),
      ("Permissions-Policy", Self.permissions), ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
  }

  /// Content Security Policy Level 3. JSON-LD is data and needs no permission.
  private var policy: String {
    [
      "default-src 'none'", "script-src 'self'" + (hasSearch ? " 'wasm-unsafe-eval'" : ""),
      "style-src 'self'",
      "img-src 'self' data:", "font-src 'self'", "media-src 'self'", "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
  }

  /// A site of texts needs none of a browser's senses.
  private static let permissions = [
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
    "midi",
    "payment", "usb",
  ].map { "\($0)=()" }.joined(separator: ", ")
}
