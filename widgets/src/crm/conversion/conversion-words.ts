import { msg } from '@lit/localize';
import type { Conversion } from '@tabard/contract/crm/conversion';
import type { ConversionKind } from '@tabard/contract/crm/return-words';
import { addCodeWords } from '../../base/code-words.ts';

/** Learns what is said where the platform refuses a conversion. */
export const learnRefusals = (): void =>
  addCodeWords({
    'conversion.deal_counted': () =>
      msg('Another conversion says what this deal brought. Change that one, or take it back first.'),
  });

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
