import { msg, str } from '@lit/localize';
import type { Format } from '../core/format.ts';

/** So many leads. */
export function leadWords(many: number, format: Format): string {
  const count = format.number(many);
  return format.plural(many, { one: msg('1 lead'), other: msg(str`${count} leads`) });
}
