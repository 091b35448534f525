import { expect } from '@open-wc/testing';
import {
  campaignUpdateInput,
  conversationReplyInput,
  fileFaults,
  leadImportStartInput,
  leadNoun,
  mailboxUpdateInput,
  rowFaults,
  templateNoun,
} from '@tabard/contract';
import { breakRules } from '@tabard/contract/break-rules';
import { allLocales, targetLocales } from '../src/core/locale-codes.ts';
import { detailOf } from '@tabard/contract/issue-detail';
import type { FailureDetail } from '../src/base/failure.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import type { Sample } from './sample-client.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { rest, until } from './until.ts';

onPage();

/** Every rule that each field of a schema has, broken: one detail for each, as the platform tells it. */
function broken(schema: Parameters<typeof breakRules>[0]): FailureDetail[] {
  const found = breakRules(schema).map(detailOf);
  return [...new Map(found.map((one) => [`${one.path.replace(/\.\d+$/, '')} ${one.reason ?? ''}`, one])).values()];
}

interface Form {
  name: string;
  staging: Staging;
  schema: Parameters<typeof breakRules>[0];
  act: string;
  /** What its words stand in; the element itself where it is none of its parts. */
  element?: string;
  /** Makes it ready to be sent. */
  begin?: (root: ShadowRoot) => Promise<unknown>;
  send: (form: ShadowRoot) => void;
  /** Fields that are told beside themselves. */
  beside: RegExp;
}
const primary = (form: ShadowRoot): void =>
  form.querySelector<HTMLElement>('acme-button[slot=footer][variant=primary]')!.click();
const typed = (field: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

const forms: Form[] = [
  {
    name: 'a lead',
    staging: { widget: 'lead-table', attributes: { 'lead-id': 'lea_000001' } },
    schema: leadNoun.updateInput,
    act: 'leads.update',
    element: 'acme-lead-form',
    send: primary,
    beside: /^(email|firstName|lastName|company|title|city|country|phone|website|tags)$/,
  },
  {
    name: 'a template',
    staging: { widget: 'template-list', attributes: { 'record-id': 'tpl_0' } },
    schema: templateNoun.updateInput,
    act: 'templates.update',
    element: 'acme-template-form',
    send: primary,
    beside: /^(name|subject)$/,
  },
  {
    name: 'a mailbox',
    staging: { widget: 'mailbox-list', attributes: { 'record-id': 'mbx_0' } },
    schema: mailboxUpdateInput,
    act: 'mailboxes.update',
    element: 'acme-mailbox-form',
    send: primary,
    beside:
      /^(displayName|dailyCap|smtp\.(host|user|password|port|security)|imap\.(host|user|password|port|security))$/,
  },
  {
    name: 'a campaign',
    staging: { widget: 'campaign-editor', attributes: { 'campaign-id': 'cmp_4' } },
    schema: campaignUpdateInput,
    act: 'campaigns.update',
    begin: async (root) => {
      await until(() => root.querySelector('input.title'));
      typed(root.querySelector<HTMLInputElement>('input.title')!, 'Another name');
    },
    send: (form) => findDeep(form, '.bar .save').click(),
    beside: /^(name|mailboxIds|schedule\.(days|from|until|timeZone)|audience.*)$/,
  },
  {
    name: 'a reply',
    staging: { widget: 'inbox', attributes: { 'conversation-id': 'cnv_0' } },
    schema: conversationReplyInput,
    act: 'conversations.reply',
    element: 'acme-thread-view',
    begin: async (root) => {
      await until(() => [...everyDeep(root)].some((one) => one.matches('.composer .answer')));
      const box = findDeep(root, '.composer .answer').shadowRoot!.querySelector('textarea')!;
      await until(
        () => (typed(box, 'An answer'), !findDeep<HTMLButtonElement>(root, '.composer [icon=send]').disabled),
      );
    },
    send: (form) => findDeep(form, '.composer [icon=send]').click(),
    beside: /^$/,
  },
  {
    name: 'an import',
    staging: { widget: 'lead-table' },
    schema: leadImportStartInput,
    act: 'leadImports.start',
    element: 'acme-lead-import-wizard',
    begin: async (root) => {
      await chooseFile(root);
      await until(() => [...everyDeep(root)].some((one) => one.matches('.columns')));
    },
    send: primary,
    beside: /^$/,
  },
];
async function chooseFile(root: ShadowRoot): Promise<void> {
  const has = (selector: string): boolean => [...everyDeep(root)].some((one) => one.matches(selector));
  await until(() => has('.bar acme-button[icon=upload]'));
  findDeep(root, '.bar acme-button[icon=upload]').click();
  await until(() => has('acme-file-drop'));
  findDeep(root, 'acme-file-drop').dispatchEvent(
    new CustomEvent('file', { detail: new File(['E-Mail'], 'brokers.csv') }),
  );
}

/** Goes through everything that can be wrong with a form in one language; gives what is said of each. */
async function walk(form: Form, details: readonly FailureDetail[], locale: string): Promise<string[]> {
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
  const { root, element } = await showWidget({
    ...form.staging,
    locale,
    prefix: 'acme',
    sample: { answers: { [form.act]: refuse } },
  });
  await form.begin?.(root);
  const formOf = (): HTMLElement | undefined =>
    form.element ? [...everyDeep(root)].find((one): one is HTMLElement => one.localName === form.element) : element;
  await until(() => formOf()?.shadowRoot?.querySelector('acme-button'));
  await rest();
  const place = formOf()!.shadowRoot!;
  const saying = (): string[] =>
    [...everyDeep(place)]
      .filter((one) => one.matches('.error[role=alert], acme-banner'))
      .map((one) => one.textContent?.trim() ?? '')
      .filter(Boolean);
  const before = saying();
  const said: string[] = [];
  for (const detail of details) {
    now = detail;
    const already = asked;
    form.send(place);
    await until(() => asked > already);
    await until(() => saying().length > before.length);
    const told = saying().filter((text) => !before.includes(text));
    const top = detail.path.replace(/\.\d+$/, '');
    const rule = `${locale} ${top} ${detail.reason ?? ''}`;
    const errors = [...everyDeep(place)].filter((one) => one.matches('.error[role=alert]'));
    if (form.beside.test(top)) expect(errors.length, rule).to.be.greaterThan(0);
    for (const text of told) {
      // Names of fields that no person would write.
      if (/[A-Z.]/.test(top)) expect(text, rule).not.to.contain(top);
      expect(text).not.to.match(/expected|received|undefined|Invalid|Too (?:big|small)/);
      if (locale !== 'en') expect(text, rule).not.to.equal(detail.message);
    }
    said.push(told.join(' '));
    // What is written next takes the words away.
    Object.assign(formOf()!, { failure: null, problem: '' });
    await until(() => saying().length === before.length);
  }
  document.querySelector('main')?.replaceChildren();
  return said;
}

describe('every rule of every form', () => {
  for (const form of forms) {
    it(`${form.name}: is told at its field or above them, in the language of the page`, async () => {
      const details = broken(form.schema);
      expect(details.length).to.be.greaterThan(5);
      const english = await walk(form, details, 'en');
      // No language speaks with the words of another.
      for (const locale of targetLocales)
        (await walk(form, details, locale)).forEach((text, at) => expect(text, text).not.to.equal(english[at]));
    });
  }

  it('an import: every row and file that is refused is told in the language of the page', async () => {
    const rejected = rowFaults.map((code, at) => ({
      line: at + 2,
      reason: `Platform: ${code}.`,
      value: `value ${at}`,
      code,
      field: 'time_zone',
      limit: 1234,
    }));
    const told = new Map<string, string[]>();
    for (const locale of allLocales) {
      const ends = [
        { state: 'completed', rejected },
        ...fileFaults.map((code) => ({
          state: 'failed',
          error: `Platform: ${code}.`,
          rejected: [],
          failure: { code, line: 77 },
        })),
      ];
      const said: string[] = [];
      for (const end of ends) {
        const ended = async ({ client }: Sample) => ({ ...(await client.leadImports.get({ id: 'imp_0' })), ...end });
        const { root, sample } = await showWidget({
          widget: 'lead-table',
          locale,
          prefix: 'acme',
          sample: { answers: { 'leadImports.start': () => ended(sample) } },
        });
        await chooseFile(root);
        await until(() => [...everyDeep(root)].some((one) => one.matches('.columns')));
        primary(findDeep(root, 'acme-lead-import-wizard').shadowRoot!);
        const parts = (): string[] =>
          [...everyDeep(root)]
            .filter((one) => one.matches('.rejected li > span:last-child, acme-banner[tone=danger]'))
            .map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim());
        await until(() => parts().length === Math.max(1, end.rejected.length));
        said.push(...parts());
        document.querySelector('main')?.replaceChildren();
      }
      told.set(locale, said);
    }
    const english = told.get('en')!;
    expect(english).to.have.length(rowFaults.length + fileFaults.length);
    expect(english.filter((text) => text.includes('1,234') || text.includes('1234'))).to.have.length(3);
    expect(english.filter((text) => text.includes('77'))).to.have.length(3);
    for (const [locale, said] of told)
      said.forEach((text, at) => {
        expect(text, locale).not.to.contain('Platform');
        if (locale !== 'en') expect(text, locale).not.to.equal(english[at]);
      });
  });

  it('a file that cannot be read is told with its line, one without rows as that, in the language of the page', async () => {
    const refusals = [
      [422, 'lead_import.unreadable', [{ path: '', message: 'x', reason: 'quote_open', name: '31' }], /31/],
      [400, 'upload.empty', [], /en-tête/],
    ] as const;
    for (const [status, code, details, expected] of refusals) {
      const refuse = (): never => {
        throw Object.assign(new Error('x'), { status, code, details });
      };
      const answers = { 'leadImports.inspect': refuse };
      const { root } = await showWidget({ widget: 'lead-table', locale: 'fr', prefix: 'acme', sample: { answers } });
      await chooseFile(root);
      const banner = (): Element | undefined =>
        [...everyDeep(root)].find((one) => one.matches('acme-lead-import-wizard acme-banner, .stack > acme-banner'));
      await until(banner);
      expect(banner()!.textContent).to.match(expected);
      document.querySelector('main')?.replaceChildren();
    }
  });
});
