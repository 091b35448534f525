import { expect } from '@open-wc/testing';
import type { Campaign } from '@tabard/contract';
import { answerQuestion, questionOf } from './answer-question.ts';
import { byText, words } from './look-inside.ts';
import { openTab } from './open-tab.ts';
import type { Sample } from './sample-client.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { onPage, showWidget } from './stage-shown.ts';
import type { Staging } from './stage.ts';
import { rest, until } from './until.ts';

onPage();

const shown = (more: Partial<Staging> = {}) =>
  showWidget({ widget: 'campaign-editor', attributes: { 'campaign-id': 'cmp_0' }, ...more });
const callsOf = ({ calls }: Sample, name: string): unknown[] =>
  calls.filter((call) => call.name === name).map(({ input }) => input);
const choose = (root: ParentNode, selector: string, act: string): unknown =>
  findDeep(root, selector).dispatchEvent(new CustomEvent('choose', { detail: act }));
describe('the page of a launched campaign', () => {
  it('says which view is open in its address, goes where one leads, and keeps what is not saved in all of them', async () => {
    const { root, element } = await shown();
    const { viewQuery } = element as HTMLElement & { viewQuery: { value: string } };
    await openTab(root, 'Settings');
    expect(viewQuery.value).to.equal('tab=settings');
    findDeep(root, '.card > acme-switch').shadowRoot!.querySelector('input')!.click();
    await until(() => words(root).includes('Unsaved changes'));
    viewQuery.value = 'tab=people&state=replied&steps=2';
    await until(() => words(root).includes('Lead'));
    expect(viewQuery.value).to.equal('tab=people&state=replied&steps=2');
    expect(words(root)).to.contain('Unsaved changes');
    await openTab(root, 'Settings');
    expect(findDeep(root, '.card > acme-switch').shadowRoot!.querySelector('input')!.checked).to.equal(false);
    viewQuery.value = 'tab=nonsense&steps=many';
    await until(() => words(root).includes('What happens next'));
    expect(viewQuery.value).to.equal('');
  });

  it('shows merge fields by their names, and those that do not exist as wrong', async () => {
    const { sample } = await shown();
    const campaign = await sample.client.campaigns.get({ id: 'cmp_0' });
    const [first] = campaign.steps;
    const subject = 'For {{ company }}, {{ custom.first_lane }}{% if city %} in {{ city }}{% endif %} {{ frist }}';
    const { root } = await shown({
      prefix: 'fields',
      sample: {
        answers: {
          'campaigns.get': () => ({ ...campaign, steps: [{ ...first, subject }] }),
          'templates.fields': () => ({ fields: [{ name: 'custom.first_lane', label: 'First lane', example: null }] }),
        },
      },
    });
    await openTab(root, 'Sequence');
    const named = (): Element | undefined =>
      [...everyDeep(root)].find((one) => one.matches('section.card .words') && one.textContent?.includes('Company'));
    await until(named);
    const card = named()!;
    expect(card.textContent?.replaceAll(/\s+/g, ' ')).to.contain('For Company, First lane… in City…');
    expect(card.textContent).not.to.match(/\{\{|\{%/);
    const unknown = [...card.querySelectorAll('.unknown')];
    expect(unknown.map((one) => one.textContent?.trim())).to.deep.equal(['frist (unknown field)']);
  });

  it('shows custom fields that nobody has as wrong while a step is written, in its title and in its text', async () => {
    const { sample } = await shown();
    const campaign = await sample.client.campaigns.get({ id: 'cmp_0' });
    const [first] = campaign.steps;
    const texts = {
      subject: 'For {{ custom.lane }} {{ custom.fleet }}',
      body: '<p>{{ custom.lane }} {{ custom.fleet }} {{ company }}</p>',
    };
    const fields = ['company', 'custom.lane'].map((name) => ({ name, label: name, example: null }));
    const { root } = await shown({
      prefix: 'custom',
      sample: {
        answers: {
          'campaigns.get': () => ({ ...campaign, steps: [{ ...first, ...texts }] }),
          'templates.fields': () => ({ fields }),
        },
      },
    });
    await openTab(root, 'Sequence');
    const all = (selector: string): Element[] => [...everyDeep(root)].filter((one) => one.matches(selector));
    await until(() => all('.words .unknown').length === 2);
    // A step that is closed says it in its title and in what it shows of its text.
    expect(all('.words .unknown').map((one) => one.textContent?.trim())).to.deep.equal([
      'Fleet (unknown field)',
      'Fleet (unknown field)',
    ]);
    (all('button.toggle')[0] as HTMLElement).click();
    await until(() => all('.merge.unknown').length > 1);
    expect(all('.merge.unknown').map((one) => one.textContent)).to.deep.equal([
      'Fleet (unknown field)',
      '{{ custom.fleet }}',
    ]);
    expect(all('.merge')).to.have.length(5);
    expect(all('.words .field').map((one) => one.classList.contains('unknown'))).to.deep.equal([false, true]);
  });

  it('of a draft has no views: it is written and launched in one place', async () => {
    const { root } = await shown({ attributes: { 'campaign-id': 'cmp_4' } });
    expect([...everyDeep(root)].some((one) => one.matches('acme-tabs.views'))).to.equal(false);
    expect(words(root)).to.contain('Before launch');
  });

  it('says what is wrong before anything else, with the way to where it is mended', async () => {
    const { sample } = await shown();
    const campaign = await sample.client.campaigns.get({ id: 'cmp_0' });
    const counts: Campaign['counts'] = { ...campaign.counts, sent: 1000, bounced: 80, failed: 1, unknown: 2 };
    const { root } = await shown({
      prefix: 'wrong',
      sample: {
        answers: {
          'campaigns.get': () => ({ ...campaign, counts }),
          'campaigns.whyNotNow': () => ({
            reasons: [{ reason: 'mailbox_problem', message: 'x', count: 12, until: null }],
          }),
        },
      },
    });
    const problems = (): string[] =>
      [...everyDeep(root)].filter((one) => one.matches('.problem')).map((one) => one.textContent?.trim() ?? '');
    await until(() => problems().length === 4);
    expect(problems()[0]).to.contain('The mailbox cannot send').and.to.contain('12 leads wait.');
    expect(problems()[1]).to.contain('8.0%');
    expect(problems()[2]).to.contain('2 mails');
    expect(problems()[3]).to.contain('1 mail was refused');
    byText(root, 'button', 'Open settings').click();
    await until(() => words(root).includes('Time zone'));
  });

  it('shows who is where, by state and step, page by page', async () => {
    const { root, sample } = await shown();
    await openTab(root, 'People');
    await until(() => words(root).includes('lena.brandt@'));
    await openTab(root, 'Replied');
    const asked = (): object[] => callsOf(sample, 'enrollments.list') as object[];
    await until(() => asked().some((one) => 'state' in one && one.state === 'replied'));
    const select = findDeep(root, 'acme-campaign-people').shadowRoot!.querySelector('acme-select')!;
    const box = select.shadowRoot!.querySelector('select')!;
    box.value = '1';
    box.dispatchEvent(new Event('change'));
    await until(() => asked().some((one) => 'stepsSent' in one && one.stepsSent === 1));
    expect(asked().at(-1)).to.deep.include({ campaignId: 'cmp_0', state: 'replied', stepsSent: 1 });
  });

  it('pauses a lead with a way back, and takes one out only after a question', async () => {
    const { root, sample } = await shown();
    await openTab(root, 'People');
    await until(() => words(root).includes('lena.brandt@'));
    const people = findDeep(root, 'acme-campaign-people').shadowRoot!;
    choose(people, '[label="Actions for Lena Brandt"]', 'pause');
    await until(() => callsOf(sample, 'enrollments.pause').length === 1);
    await until(() => words(root).includes('Lead paused'));
    byText(root, 'button', 'Undo').click();
    await until(() => callsOf(sample, 'enrollments.resume').length === 1);
    expect(callsOf(sample, 'enrollments.pause')).to.deep.equal([{ id: 'enr_0' }]);
    choose(people, '[label="Actions for Lena Brandt"]', 'stop');
    await answerQuestion(root, 'Cancel');
    expect(callsOf(sample, 'enrollments.stop')).to.deep.equal([]);
    choose(people, '[label="Actions for Lena Brandt"]', 'stop');
    await answerQuestion(root, 'Take out');
    await until(() => callsOf(sample, 'enrollments.stop').length === 1);
    await until(() => words(people).includes('Taken out'));
  });

  it('skips the next mail of a lead only after a question, and not the first one', async () => {
    const { root, sample } = await shown();
    await openTab(root, 'People');
    await until(() => words(root).includes('lena.brandt@'));
    const people = findDeep(root, 'acme-campaign-people').shadowRoot!;
    interface Offered extends HTMLElement {
      items: { id: string; disabled?: boolean; reason?: string }[];
    }
    const menus = (): Offered[] =>
      [...everyDeep(people)].filter((one): one is Offered => one.matches('acme-menu[label^="Actions for"]'));
    const offers = (at: number) => menus()[at]!.items.find(({ id }) => id === 'skip')!;
    await until(() => menus()[1]?.items?.length);
    expect(offers(0)).to.deep.include({ disabled: true, reason: 'The first mail stays: others answer it.' });
    expect(offers(1)).not.to.include.keys('disabled');
    for (const answer of ['Cancel', 'Skip']) {
      menus()[1]!.dispatchEvent(new CustomEvent('choose', { detail: 'skip' }));
      await answerQuestion(root, answer);
    }
    await until(() => words(root).includes('Mail skipped'));
    expect(callsOf(sample, 'enrollments.skip')).to.deep.equal([{ id: 'enr_1' }]);
  });

  it('opens the settings and marks the field that is wrong, without a banner; what is written next takes it away', async () => {
    let wrong = { path: 'mailboxIds', reason: 'no_mailbox', message: 'x' };
    const refuse = (): never => {
      throw Object.assign(new Error('x'), { status: 400, code: 'request.invalid', details: [wrong] });
    };
    const { root } = await shown({ sample: { answers: { 'campaigns.update': refuse } } });
    const edit = (): void => {
      const title = root.querySelector<HTMLInputElement>('input.title')!;
      title.value += '!';
      title.dispatchEvent(new InputEvent('input'));
    };
    const errors = (): Element[] => [...everyDeep(root)].filter((one) => one.matches('.error[role=alert]'));
    for (const [path, reason, place] of [
      ['mailboxIds', 'no_mailbox', '.card.wrong'],
      ['schedule.days', 'too_few', 'acme-toggle-group'],
      ['schedule.until', 'wrong_form', 'acme-time-field'],
      ['schedule.timeZone', 'not_listed', 'acme-combobox'],
      ['audience.leadIds.3', 'wrong_form', '.card.wrong'],
    ] as const) {
      await openTab(root, 'Overview');
      edit();
      await until(() => errors().length === 0);
      wrong = { path, reason, message: 'x' };
      await rest();
      findDeep(root, '.bar .save').click();
      await until(() => errors().length === 1);
      const [error] = errors();
      expect((error!.closest(place) ?? (error!.getRootNode() as ShadowRoot).host).matches(place), path).to.equal(true);
      expect([...everyDeep(root)].some((one) => one.matches('.refusal'))).to.equal(false);
    }
  });

  it('is one campaign when a new one is saved by two hands at once', async () => {
    const { element, sample } = await showWidget({ widget: 'campaign-editor' });
    const { save } = element as unknown as { save: () => Promise<Campaign | null> }; // what both buttons do, theirs alone
    const [first, second] = await Promise.all([save(), save()]);
    expect(callsOf(sample, 'campaigns.create')).to.have.length(1);
    expect(second?.id).to.equal(first?.id);
  });

  it('is saved without its audience, which is fixed since the launch', async () => {
    const { root, sample } = await shown();
    await openTab(root, 'Settings');
    findDeep(root, '.card > acme-switch').shadowRoot!.querySelector('input')!.click();
    await until(() => words(root).includes('Unsaved changes'));
    findDeep(root, '.bar .save').click();
    await until(() => callsOf(sample, 'campaigns.update').length === 1);
    const [sent] = callsOf(sample, 'campaigns.update') as object[];
    expect(sent).to.include.keys('steps', 'schedule', 'mailboxIds').and.not.to.include.keys('audience');
  });

  it('says "All day" instead of midnight to midnight, and finds the hours again', async () => {
    const { root } = await shown();
    await openTab(root, 'Settings');
    const fields = (): ShadowRoot => findDeep(root, 'acme-schedule-fields').shadowRoot!;
    await until(() => fields().querySelector('acme-time-field'));
    const times = (): string[] =>
      [...fields().querySelectorAll<HTMLInputElement>('acme-time-field')].map(({ value }) => value);
    const before = times();
    const flip = (): void => fields().querySelector('acme-switch')!.shadowRoot!.querySelector('input')!.click();
    flip();
    await until(() => times().length === 0);
    expect(words(root)).to.contain('Unsaved changes');
    flip();
    await until(() => times().length === 2);
    expect(times()).to.deep.equal(before);
  });

  it('ends for good only after a question that says how many leads still wait', async () => {
    const { root, sample } = await shown();
    choose(root, 'acme-menu.further', 'complete');
    await until(() => questionOf(root).open);
    expect(questionOf(root).textContent).to.contain('120 leads still wait');
    await answerQuestion(root, 'Cancel');
    expect(callsOf(sample, 'campaigns.complete')).to.deep.equal([]);
    choose(root, 'acme-menu.further', 'complete');
    await answerQuestion(root, 'Complete');
    await until(() => callsOf(sample, 'campaigns.complete').length === 1);
    await until(() => words(root).includes('Completed'));
  });

  it('lets a mailbox or a step go only after a question that says how many leads it touches', async () => {
    const { root } = await shown({ sample: { answers: { 'analytics.steps': () => ({ steps: [] }) } } });
    await openTab(root, 'Settings');
    const box = (): HTMLInputElement => findDeep(root, '.boxes acme-checkbox').shadowRoot!.querySelector('input')!;
    box().click();
    await until(() => questionOf(root).open);
    expect(questionOf(root).textContent).to.contain('37 leads');
    await answerQuestion(root, 'Cancel');
    await until(() => box().checked);
    await openTab(root, 'Sequence');
    const steps = (): Element[] => [...everyDeep(root)].filter((one) => one.matches('acme-step-card'));
    await until(() => steps().length === 3);
    choose(steps()[2]!.shadowRoot!, 'acme-menu', 'remove');
    await until(() => questionOf(root).open);
    expect(questionOf(root).textContent).to.match(/\d+ leads have yet to get it/);
    await answerQuestion(root, 'Remove');
    await until(() => steps().length === 2);
    await until(() => words(root).includes('Unsaved changes'));
    await rest();
  });
});
