import type { TemplateResult } from 'lit';
import { drawIcon } from './icon.ts';

/** Icons that fields alone need, in the house's hand; apart, so that elements without fields do not carry them. */
const paths = {
  before: 'm10 4-4 4 4 4',
  after: 'm6 4 4 4-4 4',
  calendar: 'M2.500 3.500h11v10h-11zm0 3.500h11M5.500 2v3m5-3v3',
  bold: 'M5 3h3.800a2.400 2.400 0 0 1 0 4.800H5zm0 4.800h4.500a2.600 2.600 0 0 1 0 5.200H5z',
  italic: 'M7 3h4.500M4.500 13H9m.800-10L6.500 13',
  link: 'M6.800 9.200a2.800 2.800 0 0 0 4 0l2-2a2.800 2.800 0 0 0-4-4l-.800.800m1.200 2.800a2.800 2.800 0 0 0-4 0l-2 2a2.800 2.800 0 0 0 4 4l.800-.800',
  bullets: 'M6 4h7.500M6 8h7.500M6 12h7.500M2.800 4h.01M2.800 8h.01M2.800 12h.01',
  numbers: 'M6.500 4h7m-7 4h7m-7 4h7M2.500 3l1-.500V6m-1 4.200c.200-1.200 2-1 1.600.200L2.400 13H4.200',
} as const;

export type FieldIconName = keyof typeof paths;

export function fieldIcon(name: FieldIconName): TemplateResult {
  return drawIcon(paths[name]);
}
