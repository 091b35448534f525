import { expect } from '@open-wc/testing';
import { leadPageAnswers } from './sample-lead-page.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

type Shown = Awaited<ReturnType<typeof showWidget>>;
const asked = ({ sample }: Shown, name: string): unknown => sample.calls.findLast((call) => call.name === name)?.input;

/** Writes into a field of the kit as a person does. */
function write(field: HTMLElement, value: string): void {
  Object.assign(field, { value });
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the list of costs', () => {
  const open = async (row: string): Promise<Shown> => {
    const shown = await showWidget({ widget: 'cost-list' });
    if (row === 'new') findDeep(shown.root, '.bar [variant=primary]').click();
    else findDeep(shown.root, 'acme-table', `.line[data-index="${row}"]`).click();
    await until(() => findDeep(shown.root, 'acme-cost-form', 'form'));
    await settle(shown.root);
    return shown;
  };
  async function save({ root }: Shown): Promise<void> {
    await settle(root);
    findDeep(root, 'acme-cost-form', '[slot=footer][variant=primary]').click();
  }

  it('writes amounts in the smallest unit of their currency, and a single day where no last one is said', async () => {
    const shown = await open('new');
    write(findDeep(shown.root, 'acme-cost-form', '[name=name]'), 'Trade fair');
    write(findDeep(shown.root, 'acme-cost-form', '[name=amount]'), '12.5');
    write(findDeep(shown.root, 'acme-cost-form', '[name=startsOn]'), '2026-03-02');
    await save(shown);
    await until(() => asked(shown, 'costs.create'));
    expect(asked(shown, 'costs.create')).to.deep.include({
      name: 'Trade fair',
      amount: 1_250,
      currency: 'EUR',
      startsOn: '2026-03-02',
      endsOn: '2026-03-02',
    });
  });

  it('leaves an amount beyond all limits to be refused instead of writing another one', async () => {
    const shown = await open('new');
    write(findDeep(shown.root, 'acme-cost-form', '[name=name]'), 'Trade fair');
    write(findDeep(shown.root, 'acme-cost-form', '[name=amount]'), '12345678901234567890');
    await save(shown);
    await until(() => asked(shown, 'costs.create'));
    expect((asked(shown, 'costs.create') as { amount: number }).amount).to.be.greaterThan(10 ** 15);
  });

  it('keeps what was not changed, takes campaigns out and sources in', async () => {
    const shown = await open('2');
    findDeep(shown.root, 'acme-cost-form', 'acme-chip').dispatchEvent(new CustomEvent('remove'));
    const box = findDeep(shown.root, 'acme-cost-form', 'acme-checkbox');
    Object.assign(box, { checked: true });
    box.dispatchEvent(new Event('change'));
    await settle(shown.root);
    await save(shown);
    await until(() => asked(shown, 'costs.update'));
    expect(asked(shown, 'costs.update')).to.deep.include({
      amount: 120_050,
      campaignIds: ['cmp_2'],
      sources: ['import'],
    });
  });

  it('shows everything and changes nothing where one may only read', async () => {
    const { root } = await showWidget({ widget: 'cost-list', sample: { permissions: ['cost.read'] } });
    await settle(root);
    expect(root.querySelector('.bar [variant=primary]')).to.equal(null);
  });
});

describe('the report of revenue and cost', () => {
  it('is asked by campaign, and by source where that is chosen; its campaigns lead to their pages', async () => {
    const shown = await showWidget({ widget: 'return-report' });
    await until(() => shown.root.querySelector('acme-table'));
    expect(asked(shown, 'returnReports.overview')).to.deep.include({ by: 'campaign' });
    const gone: string[] = [];
    shown.element.addEventListener('acme-navigate', (event) => {
      event.preventDefault();
      gone.push((event as CustomEvent<{ path: string }>).detail.path);
    });
    findDeep(shown.root, 'acme-table', '.line[data-index="0"]').click();
    await until(() => gone.length > 0);
    expect(gone).to.deep.equal(['/campaigns/cmp_1']);
    write(findDeep(shown.root, 'acme-select[label="Divided by"]'), 'source');
    await until(() => (asked(shown, 'returnReports.overview') as { by: string }).by === 'source');
  });
});

describe('the conversions of a lead', () => {
  async function open(): Promise<Shown & { panel: ShadowRoot }> {
    const shown = await showWidget({
      widget: 'lead-page',
      attributes: { 'lead-id': 'lea_000000' },
      sample: { answers: leadPageAnswers() },
    });
    await until(() => findDeep(shown.root, 'acme-record-tabs', 'acme-tabs'));
    findDeep(shown.root, 'acme-record-tabs', 'acme-tabs').dispatchEvent(
      new CustomEvent('choose', { detail: 'conversions' }),
    );
    await until(() => findDeep(shown.root, 'acme-record-tabs', 'acme-record-conversions', 'li'));
    return { ...shown, panel: findDeep(shown.root, 'acme-record-tabs', 'acme-record-conversions').shadowRoot! };
  }

  it('are marked from the page, with a value in the smallest unit, and taken back by the message', async () => {
    const shown = await open();
    findDeep(shown.panel, '.acts acme-button').click();
    await until(() => findDeep(shown.panel, 'acme-conversion-form', 'form'));
    await settle(shown.panel);
    write(findDeep(shown.panel, 'acme-conversion-form', '[name=value]'), '99.9');
    await settle(shown.panel);
    findDeep(shown.panel, 'acme-conversion-form', '[slot=footer][variant=primary]').click();
    await until(() => asked(shown, 'conversions.create'));
    expect(asked(shown, 'conversions.create')).to.deep.include({
      leadId: 'lea_000000',
      outcome: 'converted',
      kind: 'signed',
      value: 9_990,
    });
    // The campaign is left to the platform.
    expect(asked(shown, 'conversions.create')).not.to.have.property('campaignId');
    await until(() => findDeep(shown.panel, 'acme-toaster', 'button, acme-button'));
  });

  it('need a reason for a loss', async () => {
    const shown = await open();
    findDeep(shown.panel, '.acts acme-button:last-child').click();
    await until(() => findDeep(shown.panel, 'acme-conversion-form', '[name=reason]'));
    await settle(shown.panel);
    findDeep(shown.panel, 'acme-conversion-form', '[slot=footer][variant=primary]').click();
    await settle(shown.panel);
    expect(asked(shown, 'conversions.create')).to.equal(undefined);
    write(findDeep(shown.panel, 'acme-conversion-form', '[name=reason]'), 'No budget');
    await settle(shown.panel);
    findDeep(shown.panel, 'acme-conversion-form', '[slot=footer][variant=primary]').click();
    await until(() => asked(shown, 'conversions.create'));
    expect(asked(shown, 'conversions.create')).to.deep.include({ outcome: 'lost', reason: 'No budget' });
  });
});
