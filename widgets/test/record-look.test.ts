import { expect } from '@open-wc/testing';
import { words } from './look-inside.ts';
import { pressKey } from './press-key.ts';
import { onPage, showWidget } from './stage-shown.ts';
import type { Staging } from './stage.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { until } from './until.ts';

onPage();

async function shown(
  widget: 'template-list' | 'mailbox-list' | 'campaign-list',
  width: number,
  more: Partial<Staging> = {},
) {
  const staged = await showWidget({ widget, ...more });
  staged.element.style.width = `${width}px`;
  const lines = (): HTMLElement[] =>
    [...everyDeep(staged.root)].filter((one): one is HTMLElement => one.matches('.rows .line'));
  await until(() => lines().length > 1);
  const look = (): Element | undefined =>
    [...everyDeep(staged.root)].find((one) => /-(template-look|look-card)$/.test(one.localName));
  return { ...staged, lines, look };
}
const template = (id: number, subject: string) => ({
  id: `tpl_${id}`,
  name: `Text ${id}`,
  subject,
  body: `<p onclick="x()">Hi {{ first_name }}, {{ custom.lane }} {{ custom.fleet }}<img src="https://example.com/x.png"></p><p>${id}</p>`,
  fields: [],
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  archivedAt: null,
});
const answers = {
  'templates.list': () => ({
    items: [template(0, 'For {{ company }}'), template(1, 'For {{ custom.fleet }}')],
    nextCursor: null,
  }),
  'templates.fields': () => ({
    fields: ['company', 'first_name', 'custom.lane'].map((name) => ({ name, label: name, example: null })),
  }),
};

describe('a look at a record beside its list', () => {
  it('shows a template as its mails will look, with its fields by their names, and nothing in it loads or runs', async () => {
    const { look } = await shown('template-list', 1200, { sample: { answers } });
    await until(() => look()?.shadowRoot?.querySelector('.text p'));
    const root = look()!.shadowRoot!;
    expect(root.querySelector('h2')?.textContent?.trim()).to.equal('For Company');
    await until(() => root.querySelector('.unknown'));
    expect(root.querySelector('.text')?.textContent?.replace(/\s+/g, ' ')).to.contain(
      'Hi First name, Lane Fleet (unknown field)',
    );
    expect(root.querySelector('img, [onclick]')).to.equal(null);
  });

  it('shows a campaign with what it brought and what happened to it', async () => {
    const { look } = await shown('campaign-list', 1200);
    await until(() => look()?.shadowRoot?.querySelector('dd'));
    const root = look()!.shadowRoot!;
    expect([...root.querySelectorAll('dt')].map(({ textContent }) => textContent)).to.deep.equal([
      'Leads',
      'Sent',
      'Opened',
      'Replied',
      'Bounced',
    ]);
    expect(root.querySelector('acme-timeline')?.getAttribute('noun')).to.equal('campaign');
  });

  it('follows the arrow keys, and Enter opens what it shows', async () => {
    const { look, lines, root } = await shown('template-list', 1200, { sample: { answers } });
    await until(() => look());
    const heading = (): string => look()?.shadowRoot?.querySelector('header')?.textContent ?? '';
    lines()[0]!.focus();
    await until(() => heading().includes('Text 0'));
    pressKey(lines()[0], 'ArrowDown');
    await until(() => heading().includes('Text 1'));
    expect(lines().map((line) => line.getAttribute('aria-current'))).to.deep.equal([null, 'true']);
    pressKey(lines()[1], 'Enter');
    await until(() => [...everyDeep(root)].some((one) => one.matches('acme-template-form[open]')));
    const form = findDeep<HTMLElement & { record: { id: string } }>(root, 'acme-template-form');
    expect(form.record.id).to.equal('tpl_1');
  });

  it('stands below a short list on a tablet, and nowhere on a phone', async () => {
    const { look, lines, element } = await shown('template-list', 664, { sample: { answers } });
    // It may have stood at the side of a page that was wide at first.
    await until(() => look() && look()!.getBoundingClientRect().top > lines().at(-1)!.getBoundingClientRect().bottom);
    element.style.width = '390px';
    await until(() => !look());
  });

  it('follows a pointer that rests', async () => {
    const { look, lines } = await shown('mailbox-list', 1200);
    await until(() => look());
    lines()[1]!.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, composed: true }));
    await until(() => look()?.shadowRoot?.querySelector('h2')?.textContent === 'joel@harbor.example');
  });

  it('says how a mailbox is and what happened to it', async () => {
    const { look, lines } = await shown('mailbox-list', 1200);
    lines()[2]!.focus();
    await until(() => look()?.shadowRoot?.querySelector('.wrong'));
    expect(words(look()!.shadowRoot!)).to.contain('refused the password').and.to.contain('smtp.harbor.example');
    await until(() => words(look()!.shadowRoot!).includes('Activity'));
  });

  it('is left out, code and all, where there is no room', async () => {
    const { look, element } = await shown('template-list', 500);
    await until(() => !look());
    element.style.width = '1200px';
    await until(() => look());
    element.style.width = '390px';
    await until(() => !look());
  });
});

describe('merge fields in a list of templates', () => {
  it('are wrong, in words too, where no lead has such a field', async () => {
    const { root } = await shown('template-list', 900, { sample: { answers } });
    const unknown = (): Element[] => [...everyDeep(root)].filter((one) => one.matches('.line .unknown'));
    await until(() => unknown().length === 3);
    expect(unknown().map((one) => one.textContent?.trim())).to.deep.equal([
      'Fleet (unknown field)',
      'Fleet (unknown field)',
      'Fleet (unknown field)',
    ]);
    expect((unknown()[0] as HTMLElement).title).to.contain('“Fleet” is no merge field.');
  });
});
