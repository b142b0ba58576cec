import Diagnostics
import Foundation

/// What is asked of Pagefind's service: JSON in Base64, ended by a comma.
enum PagefindRequest {
  case newIndex
  case add(IndexedPage)
  case files

  /// The service numbers its indexes from 0, and we make one.
  static let index = 0

  /// - Parameter number: What the answer will carry as its `message_id`.
  func bytes(number: Int) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("message_id")
      json.integer(number)
      json.key("payload")
      json.object { json in write(to: &json) }
    }
    return Array(Data(json.bytes).base64EncodedData()) + [PagefindAnswer.end]
  }

  private func write(to json: inout JSONText) {
    switch self {
    case .newIndex:
      json.member("type", "NewIndex")
      json.key("config")
      json.object { _ in }
    case .add(let page):
      json.member("type", "AddFile")
      json.key("index_id")
      json.integer(Self.index)
      json.member("url", page.url)
      json.key("file_contents")
      json.string(utf8: page.html)
    case .files:
      json.member("type", "GetFiles")
      json.key("index_id")
      json.integer(Self.index)
    }
  }
}
