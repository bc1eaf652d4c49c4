/// Which sites have something to be started now, and at which moment each of the others has.
///
/// Ready sites are given out in the order in which they became so: where this machine is what is
/// short, all get their share. A step costs the logarithm of the number of sites that wait, never
/// a look at all of them.
struct SiteAgenda: Sendable {
  private enum Place: Sendable {
    case idle
    case ready
    /// The position in `heap`.
    case waiting(Int)
  }

  private struct Wait: Sendable {
    let moment: Double
    let site: Int
  }

  private var places: [Place]
  /// Sites that are ready, oldest first, from `first` on.
  private var ready: [Int]
  private var first = 0
  /// A binary heap: none of the two behind a wait is earlier than it.
  private var heap: [Wait] = []

  /// All of `count` sites are ready.
  init(count: Int) {
    places = Array(repeating: .ready, count: max(0, count))
    ready = Array(0..<max(0, count))
  }

  /// The moment at which there is something to do: in the past when a site is ready, infinity when
  /// only an event can change anything.
  var nextMoment: Double {
    first < ready.count ? -.infinity : heap.first?.moment ?? .infinity
  }

  /// Puts a site behind those that are ready.
  mutating func wake(_ site: Int) {
    guard places.indices.contains(site) else { return }
    switch places[site] {
    case .ready: return
    case .waiting(let place): remove(place)
    case .idle: break
    }
    places[site] = .ready
    ready.append(site)
  }

  /// Has a site looked at again at that moment at the latest.
  mutating func wake(_ site: Int, at moment: Double) {
    guard places.indices.contains(site), moment < .infinity else { return }
    switch places[site] {
    case .ready: return
    case .waiting(let place):
      guard moment < heap[place].moment else { return }
      heap[place] = Wait(moment: moment, site: site)
      rise(place)
    case .idle:
      heap.append(Wait(moment: moment, site: site))
      rise(heap.count - 1)
    }
  }

  /// Takes the next site that is ready at `now`; it is idle until it is woken.
  mutating func next(_ now: Double) -> Int? {
    while let wait = heap.first, wait.moment <= now { wake(wait.site) }
    guard first < ready.count else { return nil }
    let site = ready[first]
    first += 1
    if first == ready.count {
      ready.removeAll(keepingCapacity: true)
      first = 0
    } else if first >= 4096 {
      ready.removeFirst(first)
      first = 0
    }
    places[site] = .idle
    return site
  }

  private mutating func remove(_ place: Int) {
    places[heap[place].site] = .idle
    let last = heap.removeLast()
    guard place < heap.count else { return }
    heap[place] = last
    places[last.site] = .waiting(place)
    rise(place)
    sink(place)
  }

  /// Moves a wait up as far as it is earlier than those above it, and notes its place.
  private mutating func rise(_ start: Int) {
    var place = start
    let wait = heap[start]
    while place > 0 {
      let above = (place - 1) / 2
      guard wait.moment < heap[above].moment else { break }
      heap[place] = heap[above]
      places[heap[place].site] = .waiting(place)
      place = above
    }
    heap[place] = wait
    places[wait.site] = .waiting(place)
  }

  /// Moves a wait down as far as one below it is earlier.
  private mutating func sink(_ start: Int) {
    var place = start
    let wait = heap[start]
    while true {
      var below = 2 * place + 1
      guard below < heap.count else { break }
      if below + 1 < heap.count, heap[below + 1].moment < heap[below].moment { below += 1 }
      guard heap[below].moment < wait.moment else { break }
      heap[place] = heap[below]
      places[heap[place].site] = .waiting(place)
      place = below
    }
    heap[place] = wait
    places[wait.site] = .waiting(place)
  }
}
