/// What a page in the browser must know to tell whether it is still as the site is. Each number grows.
struct LiveState: Hashable, Sendable {
  /// Tells one run of the preview from others.
  let session: String
  /// Grows when pages must be loaded anew.
  var pages = 0
  /// Grows when only style sheets must.
  var styles = 0
  /// Grows when what is wrong is something else.
  var problems = 0

  init(session: String) {
    self.session = session
  }

  /// One message of an event stream (HTML, “Server-sent events”).
  var message: [UInt8] {
    Array(
      """
      data: {"session":"\(session)","pages":\(pages),"styles":\(styles),"problems":\(problems)}


      """.utf8)
  }

  /// The same as attributes of the script that pages get.
  var attributes: String {
    "data-session=\"\(session)\" data-pages=\"\(pages)\" data-styles=\"\(styles)\" data-problems=\"\(problems)\""
  }
}
