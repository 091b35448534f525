import type { Scene } from './scene.ts';

/** Every state of everything, by file; each file is added here in alphabetical order. */
export const scenes: readonly Scene[] = [];
