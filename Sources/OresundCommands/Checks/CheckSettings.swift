/// What `oresund check` does beyond what a build reports.
struct CheckSettings: Sendable {
  /// The file of problems that are known and not told; `nil` for none.
  var baseline: String?
  /// Whether the baseline is written anew with all that is found.
  var updatesBaseline = false
  /// How other sites are asked; `nil` where they are left in peace.
  var external: ExternalSettings?
}

/// How other sites are asked whether what the site links to is there.
struct ExternalSettings: Sendable {
  /// How often a request is repeated that got no answer, or an answer that says “later”.
  var retries: Int
  /// Seconds that one request may take.
  var timeout: Int
}
