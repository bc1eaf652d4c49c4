extension Document {
  /// The next element after a node under the same parent, white space and comments apart; or nil.
  package func nextElement(after node: NodeIndex) -> NodeIndex? {
    var next = nextSibling(of: node)
    while let place = next {
      if isElement(place) { return place }
      next = nextSibling(of: place)
    }
    return nil
  }
}
