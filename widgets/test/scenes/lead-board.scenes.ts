import type { Scene } from './scene.ts';
import { usualScenes } from './show-widget.ts';

export const scenes: readonly Scene[] = usualScenes('lead-board');
