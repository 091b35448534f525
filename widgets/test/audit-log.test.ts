import { expect } from '@open-wc/testing';
import { byText, words } from './look-inside.ts';
import { ALL } from './sample-records.ts';
import { entries } from './sample-audit-log.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

const reads = [...ALL, 'audit_log.read', 'organization.read'];

describe('the audit log', () => {
  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({ widget: 'audit-log', sample: { permissions: reads, ...sample } });
    const { root } = shown;
    const asked = () =>
      shown.sample.calls
        .filter(({ name }) => name === 'auditLog.list')
        .map(({ input }) => input as { scope: string; filter: Record<string, string> });
    const choose = async (nth: number, value: string): Promise<void> => {
      const fields = () =>
        findDeep(root, 'acme-log-filters').shadowRoot?.querySelectorAll<HTMLInputElement>(
          'acme-select, acme-date-range-field',
        );
      await until(() => fields()?.length === 3);
      const field = fields()![nth]!;
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(root);
    };
    const open = async (at: number): Promise<void> => {
      findDeep(root, 'acme-table').dispatchEvent(new CustomEvent('open-row', { detail: entries[at] }));
      await until(() => root.querySelector('acme-audit-entry'));
      await settle(root);
    };
    return { ...shown, asked, choose, open };
  };

  it('shows all of its columns on a tablet', async () => {
    const { root } = await show();
    const { style } = root.host as HTMLElement; // an element of ours
    style.inlineSize = '664px';
    style.display = 'block';
    await settle(root);
    const scroll = () => [...everyDeep(root)].find((one) => one.matches('.scroll'));
    await until(() => scroll()?.clientWidth);
    expect(scroll()!.scrollWidth).to.be.at.most(scroll()!.clientWidth);
  });

  it('says what was done by whom, and what was refused', async () => {
    const { root } = await show();
    await until(() => words(root).includes('Leads: Changed'));
    for (const text of [
      'Mara Silva',
      'Joel Park',
      'API keys: Used',
      'Refused',
      'Done automatically',
      'Nobody signed in',
    ])
      expect(words(root)).to.contain(text);
  });

  it('is narrowed by what, who and when', async () => {
    const { root, asked, choose } = await show();
    await until(() => words(root).includes('Leads: Changed'));
    await choose(0, 'leads');
    await choose(1, 'user');
    await choose(2, '2026-11-01/2026-11-02');
    await until(() => asked().at(-1)?.filter['until']);
    expect(asked().at(-1)?.filter).to.deep.equal({
      action: 'leads.*',
      actorKind: 'user',
      from: new Date(2026, 10, 1).toISOString(),
      until: new Date(2026, 10, 3).toISOString(),
    });
    await choose(0, 'hostedPages');
    await until(() => words(root).includes('Nothing matches'));
    byText(root, 'button', 'Show everything').click();
    await until(() => words(root).includes('Campaigns: Launched'));
  });

  it('has filters of one height, on one line', async () => {
    const { root } = await show();
    const boxes = () =>
      [...everyDeep(root)].flatMap((one) =>
        one.matches('acme-log-filters')
          ? [...everyDeep(one.shadowRoot ?? one)].filter((inner) => inner.matches('.box'))
          : [],
      );
    await until(() => boxes().length === 3);
    const heights = boxes().map((box) => box.getBoundingClientRect().height);
    expect(new Set(heights).size, heights.join()).to.equal(1);
  });

  it('hands out what is looked at as a file', async () => {
    const { root, sample, choose } = await show();
    await choose(0, 'leads');
    byText(root, 'button', 'Download as CSV').click();
    await until(() => sample.calls.some(({ name }) => name === 'fetch'));
    expect(sample.calls.find(({ name }) => name === 'fetch')?.input).to.equal(
      '/audit-log.csv?scope=workspace&action=leads.*',
    );
  });

  it('shows an entry with before and after, says what was not kept, and narrows to its person', async () => {
    const { root, asked, open } = await show();
    await until(() => words(root).includes('Leads: Changed'));
    await open(0);
    for (const text of ['What changed', 'time_zone', 'Europe/Lisbon', 'not kept', '203.0.113.24'])
      expect(words(root)).to.contain(text);
    byText(findDeep(root, 'acme-audit-entry').shadowRoot as ShadowRoot, 'button', 'By Mara Silva').click();
    await until(() => asked().at(-1)?.filter['actorId'] === 'usr_1');
    expect(root.querySelector('acme-audit-entry')).to.equal(null);
  });

  it('looks at the organization for those who may, and shows the choice to nobody else', async () => {
    const { root, asked } = await show();
    await until(() => words(root).includes('Northlight'));
    findDeep(root, 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: 'organization' }));
    await until(() => asked().at(-1)?.scope === 'organization');
    const below = await show({ answers: { 'auditLog.reach': () => ({ organization: null }) } });
    await until(() => words(below.root).includes('Leads: Changed'));
    expect(below.root.querySelector('acme-tabs')).to.equal(null);
  });
});
