package import Content
import Foundation

extension SiteReview {
  /// The addresses of other sites (http and https) that visible texts, fields and organisations name, each with
  /// its places, without what follows `#`; sorted by address, the places in order.
  package var externalAddresses: [(address: String, places: [Located<String>])] {
    var found: [String: [Located<String>]] = [:]
    func add(_ written: Located<String>) {
      let address = String(written.value.prefix { $0 != "#" })
      let scheme = address.prefix { $0 != ":" }.lowercased()
      guard scheme == "http" || scheme == "https", let host = URL(string: address)?.host(), !host.isEmpty,
        !isOfThisSite(address)
      else { return }
      found[address, default: []].append(written)
    }
    for (entry, variant) in visibleVariants {
      variant.forEachDestination(of: entry.kind) { destination, place in add(Located(destination, at: place))
      }
    }
    for organisation in content.organisations {
      if let url = organisation.url { add(Located(url, at: organisation.place)) }
    }
    return found.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.sorted { $0.place < $1.place }) }
  }

  /// Whether an address is one of the site itself, which may not be published yet.
  private func isOfThisSite(_ address: String) -> Bool {
    let home = content.configuration.baseURL.permalink("/")
    return address.hasPrefix(home) || "\(address)/" == home
  }
}
