/// How large an image is, in CSS pixels, as browsers show it: after the turn that its metadata asks for.
package struct ImageSize: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// Fails where there is no area.
  package init?(width: Int, height: Int) {
    guard width > 0, height > 0 else { return nil }
    self.width = width
    self.height = height
  }

  private init(turned size: ImageSize) {
    width = size.height
    height = size.width
  }

  /// The size after a quarter turn.
  var turned: ImageSize { ImageSize(turned: self) }
}
