import Content
import SiteGraph

/// The addresses of what links lead to, as the readers of one language get them.
struct LinkAddresses {
  struct Address {
    let url: String
    /// The language of the page it leads to, where that is not the reader's.
    var language: String?
    var isExternal = false
  }

  let localized: LocalizedSite
  /// The entry that the links stand in.
  let edition: Edition
  /// Whether addresses are written in full, for feeds.
  let isAbsolute: Bool

  /// The address of a target; `nil` where there is nothing to lead to.
  func address(of target: LinkTarget) -> Address? {
    switch target {
    case .entry(let number, let fragment):
      // Readers of a language that does not have the entry are led to its original.
      guard let edition = localized.edition(number) ?? localized.site.originalEdition(of: number) else {
        return nil
      }
      let isElsewhere = edition.language != localized.number || edition.state == .missing
      return Address(
        url: url(edition.path) + (fragment.map { "#\($0)" } ?? ""),
        language: isElsewhere ? edition.originalLanguage : nil)
    case .attachment(let number, let name, let suffix):
      let edition = localized.edition(number) ?? localized.site.originalEdition(of: number)
      return edition.map { Address(url: url($0.path + name) + suffix) }
    case .path(let path, let suffix): return Address(url: url(path) + suffix)
    case .fragment(let fragment):
      return Address(url: (isAbsolute ? url(edition.path) : "") + "#\(fragment)")
    case .external(let address):
      return Address(url: address, isExternal: isElsewhere(address))
    case .hiddenEntry, .missing: return nil
    }
  }

  /// Whether an address leads to another site, and not to this one, to a mailbox or to a telephone.
  private func isElsewhere(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    guard ["http://", "https://", "ftp://", "//"].contains(where: start.hasPrefix) else { return false }
    return !address.hasPrefix(localized.site.permalink("/"))
  }

  private func url(_ path: String) -> String {
    isAbsolute ? localized.site.permalink(path) : localized.site.url(path)
  }
}
