import { expect } from '@open-wc/testing';
import { leadNoun, mailboxUpdateInput, templateNoun } from '@tabard/contract';
import { detailOf } from '@tabard/contract/issue-detail';
import type { FailureDetail } from '../src/base/failure.ts';
import { byText, words } from './look-inside.ts';
import { everyDeep } from './stories/find-deep.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { rest, until } from './until.ts';

onPage();

const WRONG = [
  undefined,
  null,
  '',
  'x',
  'x'.repeat(300_000),
  -1,
  0.5,
  1e13,
  true,
  [],
  Array(20_000).fill('x'),
  [''],
  {},
];

/** What this walk needs of a schema. */
interface Schema {
  shape: Readonly<Record<string, object>>;
  safeParse(value: unknown): { error?: { issues: Parameters<typeof detailOf>[0][] } };
}

/** Every rule that each field of a schema has, broken: one detail for each, as the platform tells it. */
function broken(schema: Schema, depth = 0): FailureDetail[] {
  const found = Object.entries(schema.shape).flatMap(([name, field]) => {
    const own = WRONG.flatMap((value) => schema.safeParse({ [name]: value }).error?.issues ?? [])
      .filter(({ path }) => path[0] === name)
      .map(detailOf);
    let inner = field;
    while ('unwrap' in inner && typeof inner.unwrap === 'function') inner = inner.unwrap() as object;
    const nested = 'shape' in inner && depth < 1 ? broken(inner as Schema, 1) : [];
    return [...own, ...nested.map((detail) => ({ ...detail, path: `${name}.${detail.path}` }))];
  });
  return [...new Map(found.map((one) => [`${one.path.replace(/\.\d+$/, '')} ${one.reason}`, one])).values()];
}

const forms: { name: string; staging: Staging; schema: Schema; act: string; element: string }[] = [
  {
    name: 'a lead',
    staging: { widget: 'lead-table', attributes: { 'lead-id': 'lea_000001' } },
    schema: leadNoun.updateInput,
    act: 'leads.update',
    element: 'acme-lead-form',
  },
  {
    name: 'a template',
    staging: { widget: 'template-list', attributes: { 'record-id': 'tpl_0' } },
    schema: templateNoun.updateInput,
    act: 'templates.update',
    element: 'acme-template-form',
  },
  {
    name: 'a mailbox',
    staging: { widget: 'mailbox-list', attributes: { 'record-id': 'mbx_0' } },
    schema: mailboxUpdateInput,
    act: 'mailboxes.update',
    element: 'acme-mailbox-form',
  },
];
/** Fields of these forms that are told beside them. */
const BESIDE: Readonly<Record<string, RegExp>> = {
  'leads.update': /^(email|firstName|lastName|company|title|city|country|phone|website|tags)$/,
  'templates.update': /^(name|subject|body)$/,
  'mailboxes.update':
    /^(displayName|dailyCap|smtp\.(host|user|password|port|security)|imap\.(host|user|password|port|security))$/,
};

describe('every rule of every form', () => {
  for (const { name, staging, schema, act, element } of forms) {
    it(`${name}: is told at its field or above them, in the language of the page`, async () => {
      const details = broken(schema);
      expect(details.length).to.be.greaterThan(8);
      const said: Record<string, string[]> = {};
      for (const locale of ['en', 'fr', 'es']) {
        let now: FailureDetail | null = null;
        let asked = 0;
        const refuse = (): never => {
          asked++;
          throw Object.assign(new Error('Some fields are missing or wrong.'), {
            status: 400,
            code: 'request.invalid',
            details: [now],
          });
        };
        const { root } = await showWidget({
          ...staging,
          locale,
          prefix: 'acme',
          sample: { answers: { [act]: refuse } },
        });
        const formOf = (): HTMLElement | undefined =>
          [...everyDeep(root)].find((one): one is HTMLElement => one.localName === element);
        await until(() => formOf()?.shadowRoot?.querySelector('form'));
        await rest();
        const form = formOf()!.shadowRoot!;
        const saying = (): string[] =>
          [...everyDeep(form)]
            .filter((one) => one.matches('.error[role=alert], acme-banner'))
            .map((one) => one.textContent?.trim() ?? '')
            .filter(Boolean);
        const before = saying();
        said[locale] = [];
        for (const detail of details) {
          now = detail;
          const already = asked;
          form.querySelector<HTMLElement>('acme-button[slot=footer][variant=primary]')!.click();
          await until(() => asked > already);
          await until(() => saying().length > before.length);
          const told = saying().filter((text) => !before.includes(text));
          const top = detail.path.replace(/\.\d+$/, '');
          const atField = BESIDE[act]!.test(top);
          const errors = [...everyDeep(form)].filter((one) => one.matches('.error[role=alert]'));
          if (atField && top !== 'body') expect(errors.length, `${top} ${detail.reason}`).to.be.greaterThan(0);
          for (const text of told) {
            // Names of fields that no person would write.
            if (/[A-Z.]/.test(top)) expect(text, `${locale} ${top} ${detail.reason}`).not.to.contain(top);
            expect(text).not.to.match(/expected|received|undefined|Invalid|Too (?:big|small)/);
            if (locale !== 'en') expect(text).not.to.equal(detail.message);
          }
          said[locale].push(told.join(' '));
          // What is written next takes the words away.
          const field = formOf() as HTMLElement & { failure: unknown };
          field.failure = null;
          await until(() => saying().length === before.length);
        }
        document.querySelector('main')?.replaceChildren();
      }
      // No language speaks with the words of another.
      for (const locale of ['fr', 'es'])
        said[locale]!.forEach((text, at) => expect(text, text).not.to.equal(said['en']![at]));
    });
  }

  it('what a field misses is told in the language of the page and not in that of the browser', async () => {
    const { root } = await showWidget({ widget: 'template-list', locale: 'fr' });
    byText(root, 'button', 'Nouveau modèle').click();
    await until(() => [...everyDeep(root)].some((one) => one.matches('acme-input[name=name]')));
    await rest();
    byText(root, 'button', 'Enregistrer le modèle').click();
    await until(() => words(root).includes('Remplissez ce champ.'));
    expect(words(root)).not.to.contain('fill out');
  });
});
