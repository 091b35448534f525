import { expect } from '@open-wc/testing';
import type { Lead } from '@tabard/contract/crm/lead';
import type { FormControl } from '../src/kit/form-control.ts';
import { pressKey } from './press-key.ts';
import { customFields, customValues, withCustomFields } from './sample-custom-fields.ts';
import { stage, type Staging } from './stage.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { rest, textOf, until } from './until.ts';

type Staged = ReturnType<typeof stage>;
let shown: Staged | null = null;

const root = (): ShadowRoot => shown?.element.shadowRoot as ShadowRoot; // Lit makes it open.
const form = (): ShadowRoot => findDeep(root(), 'acme-lead-form').shadowRoot as ShadowRoot;
const control = (key: string): FormControl => findDeep<FormControl>(form(), `[name="custom.${key}"]`);
const labels = (): string[] =>
  [...everyDeep(form())].filter((one) => one.matches('[name^="custom."]')).map((one) => (one as FormControl).label);
/** Words of the lines that are read only, without the space that markup leaves. */
const text = (): string =>
  [...form().querySelectorAll('dl.custom > *')]
    .map((one) =>
      [...(one.childElementCount > 0 ? one.children : [one])].map((part) => part.textContent?.trim()).join(', '),
    )
    .join(' | ');

async function show(more: Partial<Staging> & { lead?: Lead['custom'] } = {}): Promise<Staged> {
  const { lead = customValues, sample, ...staging } = more;
  shown = stage({
    widget: 'lead-table',
    ...staging,
    sample: { ...sample, answers: { ...withCustomFields(lead), ...sample?.answers } },
  });
  await customElements.whenDefined(shown.element.localName);
  await until(() => findDeep(root(), '.line[data-index="0"]'));
  findDeep(root(), '.line[data-index="0"]').click();
  await until(() => form().querySelector('.custom'));
  await rest();
  return shown;
}
async function write(key: string, words: string): Promise<void> {
  const native = control(key).shadowRoot?.querySelector('input') as HTMLInputElement; // each of them has one
  native.focus();
  native.value = words;
  native.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await rest();
}
/** Writes and leaves, as a person does. */
async function say(key: string, words: string): Promise<void> {
  await write(key, words);
  const native = control(key).shadowRoot?.querySelector('input') as HTMLInputElement; // each of them has one
  native.dispatchEvent(new Event('change', { bubbles: true }));
  native.blur();
  await rest();
}
async function choose(key: string, value: string): Promise<void> {
  const native = control(key).shadowRoot?.querySelector('select') as HTMLSelectElement; // the same of selects
  native.value = value;
  native.dispatchEvent(new Event('change', { bubbles: true }));
  await rest();
}
async function save(): Promise<void> {
  findDeep(form(), '[slot=footer][variant=primary]').click();
  await rest();
}
const sent = (name = 'leads.update'): Lead['custom'] | undefined =>
  (shown?.sample.calls.findLast((call) => call.name === name)?.input as { custom?: Lead['custom'] } | undefined)
    ?.custom;

beforeEach(() => document.body.append(document.createElement('main')));
afterEach(() => {
  shown?.instance.destroy();
  document.querySelector('main')?.remove();
});

describe('a workspace’s own fields of a lead', () => {
  it('stand in their order under their labels, each with the control of its type', async () => {
    await show();
    expect(labels()).to.deep.equal([...customFields.map(({ label }) => label), 'Worth in a year: currency']);
    const kinds = customFields.map(({ key }) => control(key).localName.replace('acme-', ''));
    expect(kinds).to.deep.equal([
      'input',
      'input',
      'number-field',
      'date-field',
      'select',
      'select',
      'select',
      'number-field',
    ]);
    expect(control('fleet').shadowRoot?.querySelector('select')?.selectedOptions[0]?.label).to.equal('More than ten');
    expect([...form().querySelectorAll('.choices acme-chip')].map((chip) => chip.getAttribute('label'))).to.deep.equal([
      'Fruit',
      'Steel',
    ]);
    expect([control('worth').value, control('worth.currency').value]).to.deep.equal(['12500.5', 'EUR']);
  });

  it('are asked for once, all at a time', async () => {
    await show();
    const asked = shown?.sample.calls.filter(({ name }) => name === 'customFields.list');
    expect(asked?.map(({ input }) => input)).to.deep.equal([{ limit: 200, filter: { noun: ['lead'] } }]);
  });

  it('leave what nobody defined as a plain line', async () => {
    await show();
    expect(text()).to.equal('old_score | 7 of 10');
  });

  it('are sent as far as they were changed, as the contract wants each type', async () => {
    await show();
    await say('lane', '  Venlo–Genoa ');
    await say('site', 'brandt.example/in');
    await say('lorries', '12.5');
    await say('renewal', '2027-01-31');
    await choose('cold', 'true');
    await choose('fleet', 'small');
    await choose('goods', 'wood');
    await say('worth', '99.99');
    await save();
    expect(sent()).to.deep.equal({
      lane: 'Venlo–Genoa',
      site: 'https://brandt.example/in',
      lorries: 12.5,
      renewal: '2027-01-31',
      cold: true,
      fleet: 'small',
      goods: ['fruit', 'steel', 'wood'],
      worth: { amount: 9999, currency: 'EUR' },
    });
  });

  it('are not sent while nobody changes one', async () => {
    await show();
    const city = findDeep(form(), '[name=city]').shadowRoot?.querySelector('input') as HTMLInputElement; // it has one
    city.value = 'Genoa';
    city.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await save();
    expect(shown?.sample.calls.some(({ name }) => name === 'leads.update')).to.equal(true);
    expect(sent()).to.equal(undefined);
  });

  it('can be emptied: what is empty is sent as nothing', async () => {
    await show();
    await say('lane', '');
    await say('lorries', '');
    await say('worth', '');
    await say('renewal', '');
    await choose('cold', '');
    await choose('fleet', '');
    for (let left = 2; left > 0; left--) {
      findDeep(form(), '.choices acme-chip', '.remove').click();
      await rest();
    }
    await save();
    expect(sent()).to.deep.equal({
      lane: null,
      lorries: null,
      worth: null,
      renewal: null,
      cold: null,
      fleet: null,
      goods: null,
    });
  });

  it('takes away a chip by the keyboard and leaves the reader at the field', async () => {
    await show();
    findDeep(form(), '.choices acme-chip').focus();
    pressKey(findDeep(form(), '.choices acme-chip', '.remove'), 'Delete');
    await rest();
    expect(form().activeElement?.getAttribute('name')).to.equal('custom.goods');
    expect([...form().querySelectorAll('.choices acme-chip')]).to.have.length(1);
  });

  it('keeps the amount when its currency changes, in the smallest unit of that one', async () => {
    await show();
    await say('worth', '1200');
    await choose('worth.currency', 'JPY');
    await save();
    expect(sent()?.['worth']).to.deep.equal({ amount: 1200, currency: 'JPY' });
  });

  it('sends no amount without a currency, and says where it is missing', async () => {
    await show({ lead: {} });
    await say('worth', '5');
    await save();
    expect(shown?.sample.calls.some(({ name }) => name === 'leads.update')).to.equal(false);
    expect(control('worth.currency').matches(':state(invalid)')).to.equal(true);
  });

  it('stay as they are where they hold what is none of theirs, and say so', async () => {
    const odd = {
      lorries: '38',
      fleet: 'gone',
      goods: ['gone', 'wood'],
      renewal: 'spring',
      cold: 'perhaps',
      worth: '5',
    };
    await show({ lead: odd });
    expect(['lorries', 'renewal', 'cold', 'worth'].map((key) => [control(key).value, control(key).hint])).to.deep.equal(
      [
        ['', 'So far: 38'],
        ['', 'So far: spring'],
        ['', 'So far: perhaps'],
        ['', 'So far: 5'],
      ],
    );
    expect(control('fleet').value).to.equal('gone');
    await say('lane', 'Genoa');
    await save();
    expect(sent()).to.deep.equal({ lane: 'Genoa' });
  });

  it('shows what the platform says of a value at its field, and nowhere twice', async () => {
    const refuse = (): never => {
      throw Object.assign(new Error('Refused.'), {
        status: 422,
        code: 'request.invalid',
        details: [{ path: 'custom.site', reason: 'wrong_form', message: 'In the words of the platform.' }],
      });
    };
    await show({ sample: { answers: { 'leads.update': refuse } } });
    await say('site', 'ftp://old.example');
    await save();
    expect(control('site').error).to.equal('This does not have the form it needs.');
    expect(form().querySelector('acme-banner')).to.equal(null);
  });

  it('are there for a new lead', async () => {
    await show();
    findDeep(form(), 'acme-dialog').dispatchEvent(new CustomEvent('close'));
    await rest();
    findDeep(root(), '.bar [icon=plus]').click();
    await rest();
    expect(labels()).to.have.length(9);
    expect(control('lane').value).to.equal('');
    const email = findDeep(form(), '[name=email]').shadowRoot?.querySelector('input') as HTMLInputElement; // it has one
    email.value = 'lena@brandt.example';
    email.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await choose('cold', 'false');
    await save();
    expect(sent('leads.create')).to.deep.equal({ cold: false });
  });

  it('are read in the reader’s language by those who may not write', async () => {
    const permissions = ['workspace.read', 'lead.read', 'custom_field.read'];
    await show({ locale: 'de', sample: { permissions } });
    const spaces = /[\u00A0\u202F]/g;
    expect(text().replaceAll(spaces, ' ')).to.equal(
      [
        'First lane | Rotterdam–Venlo | Portal for carriers | https://carriers.brandt.example/login | Lorries | 1.038,5',
        'Contract ends | 29.03.2026 | Cold chain | Nein | Size of the fleet | More than ten | Goods | Fruit, Steel',
        'Worth in a year | 12.500,50 € | old_score | 7 of 10',
      ].join(' | '),
    );
    expect(labels()).to.deep.equal([]);
    expect(findDeep(form(), '.custom a').getAttribute('rel')).to.equal('noopener noreferrer');
  });

  it('never make a link of what is no address', async () => {
    const permissions = ['workspace.read', 'lead.read', 'custom_field.read'];
    await show({ lead: { site: 'javascript:alert(1)' }, sample: { permissions } });
    expect(text()).to.contain('javascript:alert(1)');
    expect(form().querySelector('.custom a')).to.equal(null);
  });

  for (const [who, sample] of [
    ['may not see them', { permissions: ['workspace.read', 'lead.read', 'lead.write'] }],
    [
      'is refused',
      {
        answers: {
          'customFields.list': () => {
            throw Object.assign(new Error('No.'), { status: 403, code: 'permission.denied' });
          },
        },
      },
    ],
  ] as const)
    it(`stay plain text for whoever ${who}, and nothing else is different`, async () => {
      await show({ sample, lead: { fleet: 'large', lane: 'Genoa' } });
      expect(text()).to.equal('fleet | large | lane | Genoa');
      expect(textOf(shown?.element as HTMLElement)).not.to.contain('No.');
      expect(labels()).to.deep.equal([]);
    });

  it('do not change before the reader’s eyes while they are on their way', async () => {
    const waiting = withCustomFields();
    shown = stage({
      widget: 'lead-table',
      sample: { answers: { ...waiting, 'customFields.list': () => new Promise(() => undefined) } },
    });
    await until(() => findDeep(root(), '.line[data-index="0"]'));
    findDeep(root(), '.line[data-index="0"]').click();
    await until(() => form().querySelector('[name=email]'));
    await rest();
    expect(form().querySelector('.custom')).to.equal(null);
  });
});
