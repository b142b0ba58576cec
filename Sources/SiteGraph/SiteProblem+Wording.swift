package import Diagnostics
import Content
import Foundation

extension SiteProblem: Problem {
  package var identifier: String {
    switch self {
    case .unknownReference: "unknown-reference"
    case .ambiguousReference: "ambiguous-reference"
    case .referenceToOtherKind: "wrong-kind"
    case .referenceToItself: "reference-to-itself"
    case .hiddenReference: "hidden-reference"
    case .addressTaken, .addressOfSite, .addressesOfSite, .addressFolds: "address-taken"
    case .aliasTaken, .aliasOfSite, .aliasTwice: "alias-taken"
    case .aliasOfItself: "needless-alias"
    case .unknownMenuItem: "unknown-menu-item"
    case .unknownLegalPage: "unknown-page"
    case .brokenLink: "broken-link"
    case .hiddenLink: "hidden-link"
    case .brokenAnchor: "broken-anchor"
    case .missingFile: "missing-file"
    case .emptyLink: "empty-link"
    case .incompleteAddress: "invalid-link"
    case .endsBeforeStart: "ends-before-start"
    case .noSuchTime: "no-such-time"
    case .ambiguousTime: "ambiguous-time"
    case .hiddenLegalPage: "hidden-page"
    case .alone: "too-few"
    case .namedTwice: "named-twice"
    }
  }

  package var severity: Severity {
    switch self {
    case .hiddenReference, .hiddenLink, .aliasOfItself, .ambiguousTime, .namedTwice: .warning
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .unknownReference(let name, let kinds, let outside, _):
      "there is no \(list(outside ? kinds + ["organisation"] : kinds)) “\(name)”"
    case .ambiguousReference(let name, let candidates):
      "“\(name)” can mean \(candidates.count) entries: \(quotedList(candidates))"
    case .referenceToOtherKind(let name, let kind, let expected):
      "“\(name)” is an entry of the kind \(kind), but this field takes \(list(expected))"
    case .referenceToItself(let name):
      "the entry “\(name)” refers to itself"
    case .hiddenReference(let name):
      "“\(name)” is not published, so the site does not show this reference"
    case .addressTaken(let path):
      "two files want the address \(path)"
    case .addressOfSite(let path, let owner):
      "\(path) is the address of \(owner)"
    case .addressesOfSite(let path, let owners):
      "\(path) would be the address of \(owners.joined(separator: " and of "))"
    case .addressFolds(let path, let other):
      "the addresses \(path) and \(other) differ only in letters’ case or Unicode form"
    case .aliasTaken(let path):
      "“\(path)” is the address of another page, so it cannot lead to this one"
    case .aliasOfSite(let path, let owner):
      "“\(path)” is the address of \(owner), so it cannot lead to this page"
    case .aliasOfItself(let path):
      "“\(path)” is the address of this page today"
    case .aliasTwice(let path):
      "two pages have the former address “\(path)”"
    case .unknownMenuItem(let name, _):
      "the menu names “\(name)”, which is neither a section nor a page"
    case .unknownLegalPage(let name, _):
      "there is no page “\(name)”"
    case .brokenLink(let destination, _):
      "this link leads to “\(destination)”, but there is no such file in the content"
    case .hiddenLink(let destination):
      "this link leads to “\(destination)”, which is not published; readers see its text without a link"
    case .brokenAnchor(let anchor, let file, _):
      "there is no heading “#\(anchor)” in \(file)"
    case .missingFile(let destination, _):
      "there is no file “\(destination)” \(destination.hasPrefix("/") ? "in static/" : "beside this one")"
    case .emptyLink:
      "this link leads nowhere"
    case .incompleteAddress(let address, _): "“\(address)” is no whole address"
    case .endsBeforeStart(let starts, let ends):
      "this ends on \(ends), before it starts on \(starts)"
    case .noSuchTime(let time, let zone, let change, _):
      "\(time) does not exist in \(zone): the clocks are put forward from \(clocks(change, beside: time))"
    case .ambiguousTime(let time, let zone, let change, _):
      "\(time) exists twice in \(zone): the clocks are put back from \(clocks(change, beside: time))"
    case .hiddenLegalPage(let name):
      "the legal page “\(name)” is not published, so no page can link to it"
    case .alone(let field):
      "“\(field)” names only one, but it takes at least two"
    case .namedTwice(let name, let field):
      "“\(field)” names “\(name)” twice"
    }
  }

  package var remedy: String? {
    switch self {
    case .unknownReference(_, let kinds, let outside, let nearest):
      nearest.map { "did you mean “\($0)”?" }
        ?? "write the name of the \(list(kinds))’s file, without language and ending"
        + (outside ? ", a key of organisations.yml, or {name: …, url: …}" : "")
    case .unknownMenuItem(_, let nearest), .brokenAnchor(_, _, let nearest):
      nearest.map { "did you mean “\($0)”?" }
    case .unknownLegalPage(let name, let nearest):
      nearest.map { "did you mean “\($0)”?" } ?? "write it, as pages/\(name).md"
    case .brokenLink(_, let nearest):
      nearest.map { "did you mean “\($0)”?" } ?? "write the way from this file to the other Markdown file"
    case .missingFile(let name, let nearest):
      nearest.map { "did you mean “\($0)”?" } ?? missingFileRemedy(name)
    case .ambiguousReference: "write the name with its date"
    case .referenceToOtherKind, .referenceToItself: "remove it, or name another entry"
    case .hiddenReference, .hiddenLink: nil
    case .incompleteAddress(let address, let meant):
      meant.map { "did you mean “\($0)”?" } ?? incompleteAddressRemedy(address)
    case .emptyLink: "write an address between the parentheses"
    case .endsBeforeStart: "correct one of the two"
    case .noSuchTime(_, _, _, let meant): meant.map { "did you mean \($0)?" }
    case .ambiguousTime(_, _, _, let second):
      "readers get the first; if it is the second, write the times in UTC, with “time_zone: UTC”"
        + (second.map { ": \($0)" } ?? "")
    case .hiddenLegalPage: "remove “draft” or “expires” from it, or name another page"
    case .alone: "name the others; those outside the network as {name: …, url: …}"
    case .namedTwice: "remove one of them"
    case .addressTaken, .addressFolds: "rename one of them, or give it another “slug:”"
    case .aliasTaken, .aliasOfSite, .aliasOfItself: "remove it"
    case .aliasTwice: "keep it in one of them: readers can be led to one page only"
    case .addressOfSite: "rename the file, or give it another “slug:”"
    case .addressesOfSite: "give one of them another name under “sections” in site.yml"
    }
  }

  private func incompleteAddressRemedy(_ address: String) -> String {
    switch address.prefix(while: { $0 != ":" }).lowercased() {
    case "mailto": "write it like mailto:name@example.org"
    case "tel": "write it like tel:+4533220220"
    default: "write it like https://example.org/page"
    }
  }

  private func missingFileRemedy(_ name: String) -> String {
    if name.hasPrefix("/") { return "put it into static/" }
    if name.lowercased().hasPrefix("http"), let meant = WebAddress.meant(by: name) {
      return "did you mean “\(meant)”?"
    }
    if Self.looksLikeSite(name) { return "write “https://\(name)” if it is another site" }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return "put it into static/ and write “/\(file)”, or beside the entry’s index.md"
  }

  /// Whether a path was probably meant as another site's address: `www.example.org/page`.
  private static func looksLikeSite(_ name: String) -> Bool {
    let host = name.prefix { $0 != "/" && $0 != "?" }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, !host.contains(" "), !host.hasPrefix("."), let last = parts.last else {
      return false
    }
    let endings: Set<Substring> = ["com", "org", "net", "eu", "int", "info", "example"]
    return parts[0] == "www" || endings.contains(last)
      || last.count == 2 && Locale.Region(String(last)).isISORegion && name.contains("/")
  }

  /// What the clocks show before and after a change, without the day where that is the given time's.
  private func clocks(_ change: ZoneClock.Change, beside time: LocalDateTime) -> String {
    [change.before, change.after].compactMap { offset in
      LocalDateTime(localSeconds: change.moment + offset).map { shown in
        shown.date == time.date ? String(shown.description.suffix(5)) : shown.description
      }
    }.joined(separator: " to ")
  }

  private func list(_ kinds: [String]) -> String { kinds.joined(separator: " or ") }

  private func quotedList(_ names: [String]) -> String {
    names.map { "“\($0)”" }.joined(separator: ", ")
  }
}
