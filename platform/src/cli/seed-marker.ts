import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalPlaces } from '#config';

/** There while the demo is being written; what is found of it later was cut off. */
const markerOf = (places: LocalPlaces) => join(places.home, 'demo.unfinished');

/** Notes that the demo is about to be written. */
export function seedBegins(places: LocalPlaces): Promise<void> {
  return writeFile(markerOf(places), '');
}

/** Notes that the demo is whole, or gone. */
export function seedEnded(places: LocalPlaces): Promise<void> {
  return rm(markerOf(places), { force: true });
}

/** Whether an earlier run was killed while it wrote the demo. */
export function seedWasCutOff(places: LocalPlaces): Promise<boolean> {
  return access(markerOf(places)).then(
    () => true,
    () => false,
  );
}
