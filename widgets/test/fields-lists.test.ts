import { expect } from '@open-wc/testing';
import type { Chip } from '../src/kit/chip.ts';
import { Combobox } from '../src/kit/combobox.ts';
import { SearchField } from '../src/kit/search-field.ts';
import { TagInput } from '../src/kit/tag-input.ts';
import { formOf, settled, inner, pasting, press, sent, add, type, leave, OPTIONS } from './field-stage.ts';
import { rest, until } from './until.ts';

describe('combobox', () => {
  const active = (field: Combobox): string =>
    field.shadowRoot?.getElementById(inner(field).getAttribute('aria-activedescendant') ?? '')?.querySelector('.cut')
      ?.textContent ?? '';

  it('opens, moves, takes and closes by the keyboard; focus stays in the text', async () => {
    const field = await add(Combobox, { options: OPTIONS });
    const input = inner(field);
    input.focus();
    await press(input, 'ArrowDown');
    await settled(field);
    expect([input.getAttribute('aria-expanded'), active(field)]).to.deep.equal(['true', 'Netherlands']);
    await press(input, 'ArrowDown');
    expect(active(field)).to.equal('Perú');
    await press(input, 'ArrowUp');
    await press(input, 'ArrowUp');
    expect(active(field)).to.equal('United States');
    const changes: string[] = [];
    field.addEventListener('change', () => changes.push(field.value));
    await press(input, 'Enter');
    await settled(field);
    expect([field.value, input.value, input.getAttribute('aria-expanded')]).to.deep.equal([
      'us',
      'United States',
      'false',
    ]);
    expect(changes).to.deep.equal(['us']);
    expect(field.shadowRoot?.activeElement).to.equal(input);
  });

  it('finds without accents, keeps groups, and goes back to what was when nothing is chosen', async () => {
    const field = await add(Combobox, { options: OPTIONS, value: 'nl' });
    await type(field, 'peru');
    expect(
      [...(field.shadowRoot?.querySelectorAll('[role=option] .cut') ?? [])].map((one) => one.textContent),
    ).to.deep.equal(['Perú']);
    expect(inner(field, '[role=group]').getAttribute('aria-labelledby')).to.equal('group-0');
    await type(field, 'atlantis');
    await leave(field);
    expect([field.value, inner(field).value]).to.deep.equal(['nl', 'Netherlands']);
  });

  it('takes what is written when it is free, and one of the list by its words', async () => {
    const field = await add(Combobox, { options: OPTIONS, free: true });
    await type(field, 'Atlantis');
    await leave(field);
    expect(field.value).to.equal('Atlantis');
    await type(field, 'netherlands');
    await leave(field);
    expect(field.value).to.equal('nl');
  });

  it('keeps Escape from what is around it while the list is open, and only then', async () => {
    const field = await add(Combobox, { options: OPTIONS });
    let heard = 0;
    formOf().addEventListener('keydown', () => heard++);
    await press(inner(field), 'ArrowDown');
    await settled(field);
    heard = 0;
    expect(await press(inner(field), 'Escape')).to.equal(false);
    await settled(field);
    expect([heard, inner(field).getAttribute('aria-expanded')]).to.deep.equal([0, 'false']);
    await press(inner(field), 'Escape');
    expect(heard).to.equal(1);
  });

  it('asks once typing pauses, aborts the call before, shows the last answer and what failed', async () => {
    const asked: [string, AbortSignal][] = [];
    let answerFirst: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (answerFirst = resolve));
    const field = await add(Combobox, {
      load: async (typed, signal) => {
        asked.push([typed, signal]);
        if (typed === 'a') await late;
        if (typed === 'x') throw new Error('The list cannot be reached.');
        return [{ value: typed, label: `Answer ${typed}` }];
      },
    });
    await type(field, 'a');
    await until(() => asked.some(([typed]) => typed === 'a'));
    // Both without a pause between them, however busy the machine is.
    await Promise.all([type(field, 'ab'), type(field, 'abc')]);
    const shown = (): string | null | undefined => field.shadowRoot?.querySelector('[role=option] .cut')?.textContent;
    await until(() => shown() === 'Answer abc');
    answerFirst();
    await rest();
    expect(asked.map(([typed]) => typed).filter((typed) => typed !== '')).to.deep.equal(['a', 'abc']);
    expect(asked.find(([typed]) => typed === 'a')?.[1].aborted).to.equal(true);
    expect(shown()).to.equal('Answer abc');
    await press(inner(field), 'Enter');
    await settled(field);
    expect([field.value, inner(field).value]).to.deep.equal(['abc', 'Answer abc']);
    await type(field, 'x');
    await until(() => field.shadowRoot?.querySelector('.note.wrong')?.textContent === 'The list cannot be reached.');
  });
});

describe('tags', () => {
  it('are added by Enter and comma, each once, and many by pasting', async () => {
    const field = await add(TagInput);
    await type(field, 'freight');
    await press(inner(field, 'input'), 'Enter');
    await type(field, 'Freight,');
    inner(field, 'input').dispatchEvent(pasting('text', 'harbours; Rotterdam\nsecond touch'));
    await settled(field);
    expect(field.tags).to.deep.equal(['freight', 'harbours', 'Rotterdam', 'second touch']);
  });

  it('that are wrong are named by their beginning, however long they are', async () => {
    const field = await add(TagInput, { value: 'x'.repeat(10_000), validate: () => 'It is too long.' });
    expect(field.validationMessage).to.equal(`${'x'.repeat(39)}…: It is too long.`);
  });

  it('are reached and taken away by the keyboard, and what happened is said', async () => {
    const field = await add(TagInput, { value: 'a,b,c' });
    const input = inner(field, 'input');
    input.focus();
    await press(input, 'Backspace');
    const at = (): string => (field.shadowRoot?.activeElement as Chip | null)?.label ?? '';
    expect(at()).to.equal('c');
    await press(inner(field, 'li:last-child acme-chip'), 'ArrowLeft');
    expect(at()).to.equal('b');
    await press(inner(inner(field, 'li:nth-child(2) acme-chip'), 'button'), 'Delete');
    await rest();
    expect([field.value, at()]).to.deep.equal(['a,c', 'c']);
    expect(inner(field, '[role=status]').textContent).to.equal('Removed b');
  });

  it('keep a comma that came with them', async () => {
    const field = await add(TagInput);
    field.tags = ['Brandt, Lena'];
    await settled(field);
    expect([field.tags, sent()]).to.deep.equal([['Brandt, Lena'], [['field', 'Brandt, Lena']]]);
  });

  it('stay when they are wrong, and keep the field from being sent', async () => {
    const field = await add(TagInput, { validate: (tag) => (tag.includes('@') ? '' : 'This is not an address.') });
    await type(field, 'a@b.example, tomas,');
    expect(field.tags).to.deep.equal(['a@b.example', 'tomas']);
    expect([formOf().checkValidity(), field.validationMessage]).to.deep.equal([
      false,
      'tomas: This is not an address.',
    ]);
  });
});

describe('search', () => {
  it('speaks once typing pauses, at once by Enter, and Escape empties it before it leaves', async () => {
    const field = await add(SearchField);
    const heard: string[] = [];
    let escaped = 0;
    field.addEventListener('search', (event) => heard.push((event as CustomEvent<string>).detail));
    formOf().addEventListener('keydown', (event) => (escaped += event.key === 'Escape' ? 1 : 0));
    await type(field, 'le');
    await type(field, 'lena');
    await until(() => heard.length > 0);
    await type(field, 'lena b');
    await press(inner(field), 'Enter');
    await press(inner(field), 'Escape');
    await settled(field);
    expect([heard, field.value, escaped]).to.deep.equal([['lena', 'lena b', ''], '', 0]);
    await press(inner(field), 'Escape');
    expect(escaped).to.equal(1);
  });
});
