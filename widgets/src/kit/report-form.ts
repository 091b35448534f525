import { FormControl } from './form-control.ts';

/**
 * Checks a form that says `novalidate`: shows beside each field what is wrong with it and takes the reader to the first.
 * True when nothing is.
 */
export function reportForm(form: HTMLFormElement): boolean {
  let first: FormControl | null = null;
  for (const control of form.elements) {
    if (!(control instanceof FormControl) || control.validity.valid) continue;
    control.showValidity();
    first ??= control;
  }
  first?.focus();
  return first === null;
}
