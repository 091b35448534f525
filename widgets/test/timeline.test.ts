import { expect } from '@open-wc/testing';
import { createFormat } from '../src/core/format.ts';
import { tellEvent } from '../src/operations/timeline/event-labels.ts';
import { byText, words } from './look-inside.ts';
import { everyDeep } from './stories/find-deep.ts';
import { createSample } from './sample-client.ts';
import type { Staged, Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { rest, until } from './until.ts';

onPage();

const DAY = '2026-01-05T12:00:00.000Z';
const LEAD = { 'record-id': 'lea_000000' };
const show = (story: Partial<Staging> = {}): ReturnType<typeof showWidget> =>
  showWidget({ widget: 'timeline', attributes: LEAD, ...story });
const entries = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll('li')];
const asked = ({ sample }: Staged): unknown[] =>
  sample.calls.filter(({ name }) => name === 'timeline.list').map(({ input }) => input);

describe('timeline', () => {
  it('tells what happened by day, who did it and exactly when', async () => {
    const { root } = await show();
    // Its words are a file of their own, which a busy machine has later.
    await until(() => root.querySelector('h3'));
    expect([...root.querySelectorAll('h3')].slice(0, 2).map((one) => one.textContent)).to.deep.equal([
      'today',
      'yesterday',
    ]);
    const [first] = entries(root);
    expect(words(first as HTMLElement))
      .to.contain('Details changed')
      .and.contain('Mara Lindqvist');
    const time = first?.querySelector('time');
    expect(time?.title).to.match(/\d{4}.*\d:\d\d/);
    expect(Date.parse(time?.dateTime ?? '')).to.be.greaterThan(0);
  });

  it('brings more on demand and moves the focus to the first thing that came', async () => {
    const staged = await show();
    const { root } = staged;
    expect(entries(root)).to.have.length(20);
    byText(root, 'button', 'Show more').click();
    await until(() => entries(root).length === 27);
    await until(() => root.activeElement === entries(root)[20]);
    expect(asked(staged)).to.have.length(2);
    expect([...everyDeep(root)].some((one) => one.localName === 'button' && words(one) === 'Show more')).to.equal(
      false,
    );
  });

  it('asks again by itself when anything happens', async () => {
    const staged = await show();
    staged.sample.emit({
      id: 'e1',
      type: 'mail.opened',
      at: '',
      data: { campaignId: null, deliveryId: 'dlv_0', machine: false },
    });
    await until(() => asked(staged).length === 2);
  });

  it('shows the record it is of, however late the answers about those before come', async () => {
    const late: (() => void)[] = [];
    const answers = {
      'timeline.list': ({ subject: { id }, cursor }: { subject: { id: string }; cursor?: string }) =>
        new Promise((resolve, reject) => {
          const entry = { id: `${id}${cursor ?? ''}`, kind: 'mail.sent', data: { subject: id }, at: DAY, actor: null };
          const answer = (): void =>
            cursor ? reject(new Error('lost')) : resolve({ items: [entry], nextCursor: `next of ${id}` });
          if (id === 'lea_quick' && !cursor) answer();
          else late.push(answer);
        }),
    };
    const { root, element } = await show({ sample: { answers }, attributes: { 'record-id': 'lea_late' } });
    element.setAttribute('record-id', 'lea_quick');
    await until(() => entries(root).length === 1);
    byText(root, 'button', 'Show more').click();
    await until(() => late.length === 2);
    element.setAttribute('record-id', 'lea_late');
    await rest();
    for (const answer of late.splice(0)) answer();
    await until(() => words(root).includes('lea_late'));
    await rest();
    expect(words(root)).not.to.contain('lea_quick').and.not.to.contain('Try again');
    byText(root, 'button', 'Show more').click();
    await until(() => late.length === 1);
  });

  it('needs the permission to read what it is of', async () => {
    const permissions = ['lead.read'];
    expect(words((await show({ sample: { permissions } })).root)).to.contain('Details changed');
    const { root } = await show({ sample: { permissions }, attributes: { noun: 'mailbox', 'record-id': 'mbx_0' } });
    await until(() => root.querySelector('[part=no-permission]'));
  });

  it('needs a session that was made for it, or for the element that it is a part of', async () => {
    const current = await createSample().client.sessions.current();
    const answers = { 'sessions.current': () => ({ ...current, widgets: ['lead-table'] }) };
    const { root } = await show({ sample: { answers } });
    expect(root.querySelector('[part=no-permission]')).not.to.equal(null);
    const lead = await show({ widget: 'lead-table', attributes: { 'lead-id': 'lea_000002' }, sample: { answers } });
    await until(() => [...everyDeep(lead.root)].some((one) => one.matches('[part=entry]')));
  });

  it('is part of an open lead, and no part of a new one', async () => {
    const { root, sample } = await show({ widget: 'lead-table', attributes: { 'lead-id': 'lea_000002' } });
    const inside = (): Element | undefined => [...everyDeep(root)].find((one) => one.localName === 'acme-timeline');
    await until(() => inside()?.shadowRoot?.querySelector('li'));
    expect(sample.calls.find(({ name }) => name === 'timeline.list')?.input).to.deep.include({
      subject: { noun: 'lead', id: 'lea_000002' },
    });
    const other = await show({ widget: 'lead-table', attributes: {} });
    byText(other.root, 'button', 'Add lead').click();
    await rest();
    expect([...everyDeep(other.root)].some((one) => one.localName === 'acme-timeline')).to.equal(false);
  });
});

describe('words of events', () => {
  const format = createFormat('en');
  const tell = (kind: string, data = {}, noun: 'lead' | 'campaign' | 'mailbox' = 'lead'): string => {
    const told = tellEvent({ kind, data }, noun, format);
    return told.detail ? `${told.words} (${told.detail})` : told.words;
  };

  it('are plain, with what it was about', () => {
    expect(tell('mail.sent', { subject: 'Offer' })).to.equal('Mail sent (Offer)');
    expect(tell('mail.sent', { count: 1284 }, 'campaign')).to.equal('1,284 mails sent');
    expect(tell('mail.sent', { count: 1 }, 'campaign')).to.equal('1 mail sent');
    expect(tell('mail.opened', { machine: true })).to.equal('Mail opened by a machine');
    expect(tell('lead.replied', {}, 'campaign')).to.equal('A lead replied');
    expect(tell('campaign.updated', { state: 'paused' }, 'campaign')).to.equal('Details changed (Paused)');
    expect(tell('mailbox.updated', { state: 'failing' }, 'mailbox')).to.equal('Details changed (Failing)');
  });

  it('can be read for a kind that they do not know, whatever it is called', () => {
    expect(tell('sales_note.pinned')).to.equal('Sales note pinned');
    expect(tell('template.archived')).to.equal('Template archived');
    expect(tell('campaign.updated', { state: 'warming_up' }, 'campaign')).to.equal('Details changed (Warming up)');
    expect(tell('constructor')).to.equal('Constructor');
    expect(tell('lead.toString')).to.equal('Lead toString');
  });
});
