import { expect } from '@open-wc/testing';
import { words } from './look-inside.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { openTab } from './open-tab.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { rest, until } from './until.ts';

onPage();

const cards = (root: ParentNode): Element[] =>
  [...everyDeep(root)].filter((one) => one.matches('section.card[aria-label]') && one.querySelector('.toggle'));

describe('the numbers of a campaign', () => {
  it('call each step the same in the sequence and where its leads are', async () => {
    const { root } = await showWidget({ widget: 'campaign-editor', attributes: { 'campaign-id': 'cmp_0' } });
    await openTab(root, 'People');
    await until(() => words(root).includes('After step 3'));
    const named = [...everyDeep(root)].filter((one) => one.matches('option')).map((one) => one.textContent ?? '');
    await openTab(root, 'Sequence');
    await until(() => cards(root).length === 3);
    const marks = cards(root).map((card) => card.querySelector('.mark')?.textContent?.trim() ?? '');
    expect(marks).to.deep.equal(['1', '2', '3']);
    expect(cards(root).map((card) => card.getAttribute('aria-label'))).to.deep.equal(['Step 1', 'Step 2', 'Step 3']);
    for (const mark of marks) expect(named.some((name) => name.includes(`After step ${mark} (`))).to.equal(true);
    await until(() => cards(root).every((card) => words(card).includes('bounced')));
  });

  it('say nothing of machines where no mail was sent', async () => {
    const nothing = { sent: 0, opened: 0, replied: 0, bounced: 0, clicked: 0, unsubscribed: 0, machineOpened: 0 };
    const { root, sample } = await showWidget({ widget: 'campaign-editor', attributes: { 'campaign-id': 'cmp_0' } });
    const { client } = sample;
    const campaign = await client.campaigns.get({ id: 'cmp_0' });
    const { root: fresh } = await showWidget({
      widget: 'campaign-editor',
      attributes: { 'campaign-id': 'cmp_0' },
      prefix: 'none',
      sample: { answers: { 'campaigns.get': () => ({ ...campaign, counts: { ...campaign.counts, ...nothing } }) } },
    });
    await until(() => words(fresh).includes('Opened'));
    expect(words(root)).to.contain('more by machines');
    expect(words(fresh)).not.to.contain('more by machines');
  });

  it('follow what is typed into the audience, and stand in the question before the launch', async () => {
    const counted: unknown[] = [];
    const { root } = await showWidget({
      widget: 'campaign-editor',
      attributes: { 'campaign-id': 'cmp_4' },
      sample: {
        answers: {
          'leads.count': (input: { filter: { tag?: string } }) => {
            counted.push(input.filter.tag);
            return { count: input.filter.tag === 'harbour' ? 17 : 240 };
          },
        },
      },
    });
    const picker = findDeep(root, 'acme-audience-picker').shadowRoot!;
    const select = picker.querySelector('acme-select')!.shadowRoot!.querySelector('select')!;
    select.value = 'filter';
    select.dispatchEvent(new Event('change'));
    await until(() => words(picker).includes('240'));
    const tag = [...picker.querySelectorAll('acme-input')].find((one) => one.getAttribute('label') === 'Tag')!;
    const box = tag.shadowRoot!.querySelector('input')!;
    for (const text of ['har', 'harbo', 'harbour']) {
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    await until(() => words(picker).includes('17'));
    expect(counted).not.to.include('har');
    findDeep(root, '.bar acme-button[variant=primary]').click();
    await until(() => words(root).includes('17 leads are in the audience.'));
    await rest();
  });

  it('leaves no signs of the markup in the summary of a step', async () => {
    const { sample } = await showWidget({ widget: 'campaign-editor', attributes: { 'campaign-id': 'cmp_0' } });
    const campaign = await sample.client.campaigns.get({ id: 'cmp_0' });
    const steps = campaign.steps.map((step) => ({ ...step, body: '<p>Harbor &amp; Co&nbsp;&lt;3</p>' }));
    const shown = await showWidget({
      widget: 'campaign-editor',
      attributes: { 'campaign-id': 'cmp_0' },
      prefix: 'signs',
      sample: { answers: { 'campaigns.get': () => ({ ...campaign, steps }) } },
    });
    await openTab(shown.root, 'Sequence');
    await until(() => words(shown.root).includes('Harbor & Co <3'));
  });
});
