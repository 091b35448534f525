import type { NumberField } from '../../kit/number-field.ts';

/** What a field of numbers holds; nothing while it holds none. */
export const numberIn = ({ valueAsNumber }: NumberField): number | undefined =>
  Number.isNaN(valueAsNumber) ? undefined : valueAsNumber;
