import { msg } from '@lit/localize';
import type { customFieldColors } from '@tabard/contract/crm/custom-value';

type Color = (typeof customFieldColors)[number];

/** What a colour of the closed list is called. */
export function colorWord(color: Color): string {
  return {
    grey: msg('Grey'),
    red: msg('Red'),
    orange: msg('Orange'),
    yellow: msg('Yellow'),
    green: msg('Green'),
    teal: msg('Teal'),
    blue: msg('Blue'),
    violet: msg('Violet'),
    pink: msg('Pink'),
  }[color];
}
