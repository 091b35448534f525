const undoing: (() => void)[] = [];

/** Has `undo` called before the next scene comes: what a scene opens outside its place it must close again. */
export function onClear(undo: () => void): void {
  undoing.push(undo);
}

/** Takes a scene away with all it started. */
export function clearPlace(place: HTMLElement): void {
  place.replaceChildren();
  for (const undo of undoing.splice(0).toReversed()) undo();
}
