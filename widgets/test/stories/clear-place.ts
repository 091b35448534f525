const undoing: (() => void)[] = [];

/** Has `undo` called before the next story comes: what a story opens outside its place it must close again. */
export function onClear(undo: () => void): void {
  undoing.push(undo);
}

/** Takes a story away with all it started. */
export function clearPlace(place: HTMLElement): void {
  place.replaceChildren();
  for (const undo of undoing.splice(0).toReversed()) undo();
}
