import { defineElement } from '../src/base/define-element.ts';
import { Calendar } from '../src/kit/calendar.ts';
import { Checkbox } from '../src/kit/checkbox.ts';
import { Chip } from '../src/kit/chip.ts';
import { CodeField } from '../src/kit/code-field.ts';
import { Combobox } from '../src/kit/combobox.ts';
import { DateField } from '../src/kit/date-field.ts';
import { DateRangeField } from '../src/kit/date-range-field.ts';
import type { FormControl } from '../src/kit/form-control.ts';
import { Input } from '../src/kit/input.ts';
import { MergeInput } from '../src/kit/merge-input.ts';
import { NumberField } from '../src/kit/number-field.ts';
import { RadioGroup } from '../src/kit/radio-group.ts';
import { RichText } from '../src/kit/rich-text.ts';
import { SearchField } from '../src/kit/search-field.ts';
import { Select } from '../src/kit/select.ts';
import { Switch } from '../src/kit/switch.ts';
import { TagInput } from '../src/kit/tag-input.ts';
import { TextArea } from '../src/kit/text-area.ts';
import { TimeField } from '../src/kit/time-field.ts';
import { ToggleGroup } from '../src/kit/toggle-group.ts';
import { pressKey } from './press-key.ts';
import { drawn } from './stories/settle.ts';
import { until, wait } from './until.ts';

export const OPTIONS = [
  { value: 'nl', label: 'Netherlands' },
  { value: 'pe', label: 'Perú', group: 'America' },
  { value: 'us', label: 'United States', group: 'America' },
];
const CLASSES = [
  Input,
  TextArea,
  Select,
  Checkbox,
  Switch,
  RadioGroup,
  Combobox,
  NumberField,
  DateField,
  TimeField,
  ToggleGroup,
  SearchField,
  DateRangeField,
  TagInput,
  RichText,
  MergeInput,
  CodeField,
  Chip,
  Calendar,
];

let form: HTMLFormElement;
/** The form of the test that runs. */
export const formOf = (): HTMLFormElement => form;
before(() => {
  for (const part of CLASSES) defineElement('acme', part);
  document.documentElement.lang = 'en-GB';
  document.title = 'Portal';
});
beforeEach(() => {
  form = document.createElement('form');
  form.addEventListener('submit', (event) => event.preventDefault());
  document.body.append(form);
});
afterEach(() => document.querySelectorAll('body > form, body > main').forEach((one) => one.remove()));

export const settled = async (element: Element): Promise<void> => {
  for (let round = 0; round < 3; round++) {
    await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
    await wait(0);
  }
};
export async function add<T extends FormControl>(
  element: new () => T,
  values: Partial<T> = {},
  place: HTMLElement = form,
): Promise<T> {
  const { tag } = element as unknown as typeof FormControl;
  const field = Object.assign(document.createElement(`acme-${tag}`) as T, { label: tag, name: 'field' }, values);
  place.append(field);
  await settled(field);
  return field;
}
export const inner = (field: Element, selector = '.box, .inner, input'): HTMLInputElement => {
  const found = field.shadowRoot?.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
export async function type(field: FormControl, text: string, selector = 'input, textarea'): Promise<void> {
  const input = inner(field, selector);
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settled(field);
}
export async function leave(field: FormControl): Promise<void> {
  inner(field, 'input, textarea').dispatchEvent(new Event('change', { bubbles: true }));
  field.blur();
  (field.shadowRoot?.activeElement as HTMLElement | null)?.blur();
  await settled(field);
}
export async function press(target: Element, key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const went = pressKey(target, key, more);
  await drawn();
  return went;
}
/** A paste of one kind of text. Not every browser lets a script fill the clipboard of a `ClipboardEvent`. */
export function pasting(kind: string, text: string, page: typeof globalThis = globalThis): Event {
  const clipboardData = new page.DataTransfer();
  clipboardData.setData(kind, text);
  const event = new page.Event('paste', { bubbles: true, cancelable: true, composed: true });
  return Object.defineProperty(event, 'clipboardData', { value: clipboardData });
}
export const sent = (): string[][] =>
  [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
export async function editorOf(field: RichText | MergeInput): Promise<HTMLElement> {
  await until(() => field.shadowRoot?.querySelector('.inner'));
  return inner(field, '.inner');
}
