import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks other sites: one request at a time for each host. It follows no redirections, reads no bodies, and sends and
/// keeps no cookies.
final class WebClient: Sendable {
  /// Seconds.
  private let timeout: Int
  private let receiver = Receiver()
  private let session: URLSession
  private let turns = Mutex<[String: NSLock]>([:])

  /// - Parameter timeout: Seconds that one request may take.
  init(timeout: Int) {
    self.timeout = timeout
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.timeoutIntervalForRequest = TimeInterval(timeout)
    configuration.timeoutIntervalForResource = TimeInterval(timeout)
    session = URLSession(configuration: configuration, delegate: receiver, delegateQueue: nil)
  }

  deinit { session.invalidateAndCancel() }

  /// Waits for the host's turn, and then for its answer.
  func send(_ method: WebMethod, to url: URL) -> WebAnswer {
    let host = url.host()?.lowercased() ?? ""
    let turn = turns.withLock { turns in
      let turn = turns[host] ?? NSLock()
      turns[host] = turn
      return turn
    }
    return turn.withLock { ask(method, url) }
  }

  private func ask(_ method: WebMethod, _ url: URL) -> WebAnswer {
    var request = URLRequest(url: url, timeoutInterval: TimeInterval(timeout))
    request.httpMethod = method.rawValue
    request.setValue("oresund/\(Version.current) (link check)", forHTTPHeaderField: "User-Agent")
    request.setValue("*/*", forHTTPHeaderField: "Accept")
    let task = session.dataTask(with: request)
    let done = receiver.await(task)
    task.resume()
    // The session keeps the time, too; this is for what it might not notice.
    let isInTime = done.wait(timeout: .now() + .seconds(timeout + 1)) == .success
    let answer = receiver.answer(to: task)
    if !isInTime { task.cancel() }
    switch answer {
    case .success(let answer)?: return answer
    case .failure(let error)?: return .failure(reason: reason(error))
    case nil: return .failure(reason: reason(URLError(.timedOut)))
    }
  }

  private func reason(_ error: any Error) -> String {
    switch (error as? URLError)?.code {
    case .timedOut?: "there is no answer within \(timeout) second\(timeout == 1 ? "" : "s")"
    case .cannotFindHost?, .dnsLookupFailed?: "there is no such host"
    case .cannotConnectToHost?: "no server answers there"
    case .secureConnectionFailed?, .serverCertificateUntrusted?, .serverCertificateHasBadDate?,
      .serverCertificateHasUnknownRoot?, .serverCertificateNotYetValid?:
      "its certificate is not valid"
    default: "the connection ends without an answer"
    }
  }
}

/// Takes the beginnings of answers.
private final class Receiver: NSObject, URLSessionDataDelegate, Sendable {
  private struct Exchange {
    let done = DispatchSemaphore(value: 0)
    var answer: Result<WebAnswer, any Error>?
  }

  private let exchanges = Mutex<[Int: Exchange]>([:])

  /// What is signalled when there is an answer to a task.
  func await(_ task: URLSessionTask) -> DispatchSemaphore {
    let exchange = Exchange()
    let done = exchange.done
    exchanges.withLock { $0[task.taskIdentifier] = exchange }
    return done
  }

  /// The answer to a task, which is then forgotten.
  func answer(to task: URLSessionTask) -> Result<WebAnswer, any Error>? {
    exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.answer
  }

  /// Takes the first answer to a task.
  private func take(_ answer: Result<WebAnswer, any Error>, to task: URLSessionTask) {
    exchanges.withLock { exchanges in
      guard let exchange = exchanges[task.taskIdentifier], exchange.answer == nil else { return }
      exchanges[task.taskIdentifier]?.answer = answer
      exchange.done.signal()
    }
  }

  private func take(_ response: URLResponse, to task: URLSessionTask) {
    guard let response = response as? HTTPURLResponse else { return }
    let location = response.value(forHTTPHeaderField: "Location")
    take(.success(.status(response.statusCode, location: location)), to: task)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    take(response, to: task)
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    take(response, to: dataTask)
    completionHandler(.cancel)
    // Foundation on Linux goes on reading in spite of that.
    dataTask.cancel()
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    if let response = task.response { take(response, to: task) }
    take(.failure(error ?? URLError(.badServerResponse)), to: task)
  }
}
