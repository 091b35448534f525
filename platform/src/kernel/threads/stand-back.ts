import { constants, setPriority } from 'node:os';

/**
 * Gives this thread the lowest priority, so that its work takes only processors that nobody else wants. Linux alone knows priorities of
 * threads; elsewhere it would be the whole process that stands back, and nothing is changed.
 */
export function standBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // Not let by the system: the work is done all the same.
  }
}
