/** A line for a live region, in the language of whenever it is read. Said twice in a row it must differ, or readers keep silent. */
export function announceLine(words: () => string, before: () => string): () => string {
  const again = words() === before();
  return () => (again ? `${words()}\u00a0` : words());
}
