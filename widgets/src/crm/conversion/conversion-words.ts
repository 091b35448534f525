import { msg } from '@lit/localize';
import type { Conversion } from '@tabard/contract/crm/conversion';
import type { ConversionKind } from '@tabard/contract/crm/return-words';

/** What a conversion can be. */
export const conversionWords = (): Record<ConversionKind, string> => ({
  signed: msg('Signed'),
  meeting: msg('Meeting'),
  purchase: msg('Purchase'),
  trial: msg('Trial'),
  custom: msg('Something else'),
});

/** What it was. */
export function conversionWord({ outcome, kind, name }: Conversion): string {
  if (outcome === 'lost') return msg('Lost');
  if (kind === 'custom' && name) return name;
  return conversionWords()[kind ?? 'custom'];
}
