import Dispatch
import Foundation

/// Hears Ctrl-C and SIGTERM: the first ends the work in order, the second ends the program.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]

  /// `interrupted` is called on a queue of its own, once.
  init(_ interrupted: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "mingcha.signals")
    sources = [SIGINT, SIGTERM].map { number in
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
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
