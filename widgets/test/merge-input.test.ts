import { expect } from '@open-wc/testing';
import { MergeInput } from '../src/kit/merge-input.ts';
import type { FieldName } from '../src/kit/editor-field.ts';
import { add, editorOf, formOf, inner, pasting, press, sent, settled } from './field-stage.ts';
import { rest } from './until.ts';

const NAMES: Readonly<Record<string, string>> = { first_name: 'First name', company: 'Company' };
/** A plain name, with filters or not, is a field; it exists when it is among the names. */
const fieldName: FieldName = (inner) => {
  const name = /^\s*([\w.]+)\s*(?:\|.*)?$/.exec(inner)?.[1];
  if (!name) return null;
  const label = NAMES[name];
  return { label: label ?? name, hint: label ?? `“${name}” is no merge field.`, known: Boolean(label) };
};

interface Opened {
  field: MergeInput;
  line: HTMLElement;
}
async function open(value: string, more: Partial<MergeInput> = {}): Promise<Opened> {
  const field = await add(MergeInput, { value, fieldName, ...more });
  return { field, line: await editorOf(field) };
}
/** Puts the caret where a person would: at the start, or behind the last sign. */
async function caret({ field, line }: Opened, at: 'start' | 'end'): Promise<void> {
  if (field.shadowRoot?.activeElement !== line) {
    field.focus();
    await rest();
  }
  // What was written may be drawn only now, and then brings the caret back to where it was.
  for (let times = 0; times < 2; times++) {
    getSelection()?.selectAllChildren(line.firstElementChild!);
    if (at === 'start') getSelection()?.collapseToStart();
    else getSelection()?.collapseToEnd();
    await rest();
  }
}
/** Writes as a person does: the browser puts it where the caret is. */
async function write({ field }: Opened, text: string): Promise<void> {
  for (const sign of text) {
    document.execCommand('insertText', false, sign);
    await settled(field);
  }
}
const paste = async ({ field, line }: Opened, text: string): Promise<void> => {
  line.dispatchEvent(pasting('text/plain', text));
  await settled(field);
};
const chips = ({ field }: Opened): string[] =>
  [...(field.shadowRoot?.querySelectorAll('.chip') ?? [])].map((chip) => chip.textContent ?? '');

describe('a line with merge fields', () => {
  it('shows them by their names, and says in words which there are not', async () => {
    const opened = await open('For {{ company }}, {{ frist }}');
    const { field } = opened;
    expect(chips(opened)).to.deep.equal(['Company', 'frist (unknown field)']);
    expect(inner(field, '.chip.unknown').title).to.equal('“frist” is no merge field.');
    expect(inner(field, '#hint').textContent).to.equal('“frist” is no merge field.');
    expect(field.value).to.equal('For {{ company }}, {{ frist }}');
    expect(field.validity.valid).to.equal(true);
    field.fieldName = (name) => ({ label: name.trim().toUpperCase(), hint: '', known: true });
    await settled(field);
    expect(chips(opened)).to.deep.equal(['COMPANY', 'FRIST']);
  });

  it('makes a chip of what is written out or pasted, and takes it back by undo', async () => {
    const opened = await open('');
    const { field, line } = opened;
    await caret(opened, 'end');
    await write(opened, 'Hi {{first_name}}!');
    expect(field.value).to.equal('Hi {{first_name}}!');
    expect(chips(opened)).to.deep.equal(['First name']);
    await paste(opened, ' of\r\n{{ company | default: "us" }}\n');
    expect(field.value).to.equal('Hi {{first_name}}! of {{ company | default: "us" }}');
    expect(chips(opened)).to.deep.equal(['First name', 'Company']);
    await press(line, 'z', { ctrlKey: true });
    expect(field.value).to.equal('Hi {{first_name}}!');
    await press(line, 'y', { ctrlKey: true });
    expect(field.value).to.equal('Hi {{first_name}}! of {{ company | default: "us" }}');
    expect(chips(opened)).to.deep.equal(['First name', 'Company']);
  });

  it('is passed over by an arrow and taken away whole, from both sides', async () => {
    const opened = await open('{{ company }}');
    const { field, line } = opened;
    await caret(opened, 'end');
    await press(line, 'ArrowLeft', { keyCode: 37 });
    await write(opened, 'a');
    expect(field.value).to.equal('a{{ company }}');
    await press(line, 'ArrowRight', { keyCode: 39 });
    await write(opened, 'b');
    expect(field.value).to.equal('a{{ company }}b');
    await press(line, 'z', { ctrlKey: true });
    await caret(opened, 'start');
    field.value = '{{ company }}{{ first_name }}';
    await settled(field);
    await caret(opened, 'start');
    await press(line, 'Delete', { keyCode: 46 });
    expect(field.value).to.equal('{{ first_name }}');
    await caret(opened, 'end');
    await press(line, 'Backspace', { keyCode: 8 });
    expect(field.value).to.equal('');
  });

  it('is passed by the arrow that points across it where the line is read from right to left', async () => {
    const opened = await open('شحن {{ company }}');
    await caret(opened, 'end');
    await press(opened.line, 'ArrowRight', { keyCode: 39 });
    await write(opened, 'a');
    expect(opened.field.value).to.equal('شحن a{{ company }}');
  });

  it('is written out to be changed, and a chip again once the caret has left it', async () => {
    const opened = await open('{{ company }}');
    const { field, line } = opened;
    const chip = inner(field, '.chip');
    field.focus();
    await rest();
    const { left, top } = chip.getBoundingClientRect();
    const at = { clientX: left + 4, clientY: top + 4, bubbles: true, cancelable: true, composed: true, button: 0 };
    for (const detail of [1, 2]) chip.dispatchEvent(new MouseEvent('mousedown', { ...at, detail }));
    document.dispatchEvent(new MouseEvent('mouseup', { ...at, detail: 2 }));
    await rest();
    expect(chips(opened)).to.deep.equal([]);
    expect(line.textContent).to.equal('{{ company }}');
    await write(opened, ' | default: "you"');
    expect(field.value).to.equal('{{ company | default: "you" }}');
    field.blur();
    line.blur();
    await rest();
    expect(chips(opened)).to.deep.equal(['Company']);
    expect(field.value).to.equal('{{ company | default: "you" }}');
  });

  it('is copied as it is written', async () => {
    const opened = await open('For {{ company }}!');
    const { line } = opened;
    await caret(opened, 'start');
    await press(line, 'a', { ctrlKey: true });
    const data = new DataTransfer();
    const copying = Object.defineProperty(new Event('copy', { bubbles: true, cancelable: true }), 'clipboardData', {
      value: data,
    });
    line.dispatchEvent(copying);
    expect(data.getData('text/plain')).to.equal('For {{ company }}!');
    expect(data.getData('text/html').replace(/<[^>]*>/g, '')).to.equal('For {{ company }}!');
  });

  it('takes what a menu inserts where the caret is, and sends its form by Enter in one line', async () => {
    const opened = await open('For ');
    const { field, line } = opened;
    await caret(opened, 'end');
    field.insert('{{ company }}');
    await settled(field);
    expect(chips(opened)).to.deep.equal(['Company']);
    let submitted = 0;
    formOf().addEventListener('submit', () => submitted++);
    expect(await press(line, 'Enter', { keyCode: 13 })).to.equal(false);
    expect(submitted).to.equal(1);
    expect(sent()).to.deep.equal([['field', 'For {{ company }}']]);
  });

  it('says once it was left that it is empty or too long', async () => {
    const { field } = await open('', { required: true, maxLength: 12 });
    expect(field.validity.valueMissing).to.equal(true);
    field.value = 'For {{ company }}';
    await settled(field);
    expect(field.validity.tooLong).to.equal(true);
    field.showValidity();
    await settled(field);
    expect(inner(field, '.error').textContent).to.contain('12');
  });

  it('cannot be written in while it is disabled', async () => {
    const opened = await open('{{ company }}', { disabled: true });
    expect(opened.line.contentEditable).to.equal('false');
    opened.field.insert('x');
    await settled(opened.field);
    expect(opened.field.value).to.equal('{{ company }}');
  });
});

/** Numbers that are the same in each run and look like chance. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
const PIECES = [
  'Hi ',
  '  ',
  '\u00a0',
  '\t',
  '<b>&amp;</b>',
  'é日本',
  'שלום',
  '👋🏽',
  '{{ first_name }}',
  '{{company}}',
  '{{ frist }}',
  '{{ company | default: "you" }}',
  "{{ company | upcase | default: 'a b' }}",
  '{{- company -}}',
  '{{ a b }}',
  '{{}}',
  '{{',
  '}}',
  '{',
  '}',
  '{% if company %}',
  '{% endif %}',
  '{%- assign x = "{{ y }}" -%}',
  '{% raw %}',
  '\n',
  '"',
  '|',
];

describe('what a line with merge fields gives back', () => {
  it('is what it was given, sign for sign, until somebody changes it, and then all of it but the change', async () => {
    const opened = await open('');
    const { field, line } = opened;
    const next = numbers(7);
    for (let round = 0; round < 20; round++) {
      const text = Array.from({ length: 1 + next(7) }, () => PIECES[next(PIECES.length)]).join('');
      field.value = text;
      await settled(field);
      expect(field.value, JSON.stringify(text)).to.equal(text);
      line.dispatchEvent(new Event('blur'));
      await settled(field);
      expect(field.value, JSON.stringify(text)).to.equal(text);
      await caret(opened, 'end');
      await write(opened, 'x');
      expect(field.value, JSON.stringify(text)).to.equal(`${text}x`);
      await caret(opened, 'start');
      await write(opened, 'y');
      expect(field.value, JSON.stringify(text)).to.equal(`y${text}x`);
    }
  });
});
