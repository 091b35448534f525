import type { customFieldColors } from '@tabard/contract/crm/custom-value';
import type { Tone } from '../kit/badge.ts';

type Color = (typeof customFieldColors)[number];

/** The nearest of the kit's tones to a colour of the closed list: those are legible on any brand's ground, light and dark. */
const tones: Record<Color, Tone> = {
  grey: 'neutral',
  red: 'danger',
  orange: 'warning',
  yellow: 'warning',
  green: 'success',
  teal: 'info',
  blue: 'info',
  violet: 'accent',
  pink: 'accent',
};
export const toneOf = (color: Color | null | undefined): Tone => (color ? tones[color] : 'neutral');
