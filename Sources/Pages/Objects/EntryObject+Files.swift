import CommonMark
import Content
import Diagnostics
import SiteGraph

/// What an entry offers to read or to use.
extension EntryObject {
  /// The links of its front matter, then the documents beside it that none of them leads to.
  var files: [OfferedFile] {
    let links = offeredLinks
    let linked = Set(links.map(\.file.url))
    return links.map(\.file) + documents.filter { !linked.contains($0.url) }
  }

  /// The same without links to entries of the site, which have pages and topics of their own.
  var knowledge: [OfferedFile] {
    let links = offeredLinks
    let linked = Set(links.map(\.file.url))
    return links.filter { !$0.isEntry }.map(\.file) + documents.filter { !linked.contains($0.url) }
  }

  private var offeredLinks: [(file: OfferedFile, isEntry: Bool)] {
    guard let field = entry.kind.field("links"),
      let found = entry.value(of: field, in: localized.tag, available: isAvailable)
    else { return [] }
    return (found.value.value.list ?? []).compactMap { link in
      guard let parts = link.value.record, let path = parts["url"]?.value.text,
        let file = file(of: link)
      else { return nil }
      let target = localized.site.target(of: path, in: file)
      guard let address = addresses.address(of: target)?.url else { return nil }
      let title = parts["title"]?.value.text.map { LabelText(text: $0, language: found.language) }
      var isEntry = false
      if case .entry = target { isEntry = true }
      let offered = offered(
        title ?? LabelText(text: address, language: nil), url: address,
        format: isEntry ? nil : OfferedFile.format(of: path), target: target)
      return (offered, isEntry)
    }
  }

  /// The files beside the entry that are no images.
  private var documents: [OfferedFile] {
    entry.attachments.filter { !ImageFiles.isImage($0.name) }.compactMap { attachment in
      let target = LinkTarget.attachment(entry: edition.entry, name: attachment.name, suffix: "")
      return addresses.address(of: target).map {
        offered(
          LabelText(text: attachment.name, language: nil), url: $0.url,
          format: OfferedFile.format(of: attachment.name), target: target)
      }
    }
  }

  private func offered(
    _ title: LabelText, url: String, format: String?, target: LinkTarget
  ) -> OfferedFile {
    let size = localized.site.fileSize(of: target)
    return OfferedFile(
      title: title, url: url, format: format, size: size, sizeText: size.map { localized.fileSizes.text($0) },
      isFile: size != nil)
  }

  private var addresses: LinkAddresses {
    LinkAddresses(localized: localized, edition: edition, isAbsolute: false)
  }

  /// The file that a value is written in.
  private func file(of value: Located<FieldValue>) -> EntryFile? {
    (entry.variants.values.first { $0.file.path == value.place.file } ?? entry.original)?.file
  }
}
