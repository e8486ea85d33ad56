/// The name among `names` that `word` was probably meant to be, if one is close enough to be worth suggesting.
///
/// Of many words, ask ``KnownNames``, which says what is near.
public func nearestName(to word: String, among names: [String]) -> String? {
  KnownNames(names).nearest(to: word)
}
