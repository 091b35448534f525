import { isShut } from '../base/is-shut.ts';
import type { Instance } from './init.ts';
import type { Appearance } from './theme-sheet.ts';

/** Has a page that is told nothing but that its workspace is shut wear the brand that its document came with. */
export function wearWhenShut(instance: Instance, looks: () => Appearance): void {
  instance.on('error', (failure) => {
    if (failure && isShut(failure)) instance.update({ appearance: looks() });
  });
}
