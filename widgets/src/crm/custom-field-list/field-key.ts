import { msg } from '@lit/localize';
import type { CustomFieldType } from '@tabard/contract/crm/custom-value';

/** A key made of a label: letters, digits and underscores, beginning with a letter. */
const keyOf = (label: string): string =>
  label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '');

/** A key that none of these has yet. */
export function freeKey(label: string, taken: readonly string[], otherwise: string): string {
  const key = keyOf(label) || otherwise;
  for (let number = 1; ; number++) {
    const tried = number === 1 ? key : `${key.slice(0, 36)}_${number}`;
    if (!taken.includes(tried)) return tried;
  }
}

/** What a type is called, and what it is for. */
export function typeWords(type: CustomFieldType): { label: string; hint: string } {
  const words: Record<CustomFieldType, { label: string; hint: string }> = {
    text: { label: msg('Text'), hint: msg('A line of words') },
    number: { label: msg('Number'), hint: msg('For sizes and counts') },
    date: { label: msg('Day'), hint: msg('A day of the calendar') },
    boolean: { label: msg('Yes or no'), hint: msg('Answered, or still open') },
    choice: { label: msg('Choice'), hint: msg('One of a list') },
    choices: { label: msg('Several choices'), hint: msg('Any number of a list') },
    url: { label: msg('Link'), hint: msg('An address on the web') },
    money: { label: msg('Money'), hint: msg('An amount in a currency') },
  };
  return words[type];
}
