import Dispatch
import Foundation

/// Hears Ctrl-C, SIGTERM and the end of its terminal: the first ends the work in order, the second
/// ends the program.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]
  private let numbers: [Int32]

  /// `interrupted` is called on a queue of its own, once.
  init(_ interrupted: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "mingcha.signals")
    // Under `nohup` the end of the terminal is to be ignored, and stays so.
    var hangUp = sigaction()
    unsafe sigaction(SIGHUP, nil, &hangUp)
    let isIgnored =
      unsafe hangUp.__sigaction_handler.sa_handler.map { handler in
        unsafe unsafeBitCast(handler, to: Int.self) == 1
      } ?? false
    numbers = isIgnored ? [SIGINT, SIGTERM] : [SIGINT, SIGTERM, SIGHUP]
    sources = numbers.map { number in
      // The default action would end the program before the source hears of it.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        signal(number, SIG_DFL)
        interrupted()
      }
      source.resume()
      return source
    }
  }

  /// Gives the signals back to the system.
  func stop() {
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
  }
}
