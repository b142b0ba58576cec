package import Diagnostics

/// An organisation that is no cluster, from `organisations.yml`.
package struct Organisation: Sendable {
  package let key: String
  package let name: LocalizedText
  package let url: String?
  package let place: Place

  package init(key: String, name: LocalizedText, url: String?, place: Place) {
    self.key = key
    self.name = name
    self.url = url
    self.place = place
  }
}
