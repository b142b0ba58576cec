/// What a reference leads to.
package enum ReferenceTarget: Hashable, Sendable {
  /// An entry, by its number in ``Site/entries``.
  case entry(Int)
  /// An organisation, by its number in ``Site/organisations``.
  case organisation(Int)
  /// Somebody outside the network, named in the entry itself.
  case outside(name: String, url: String?)
}
