import { expect } from '@open-wc/testing';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import { defineElement } from '../src/base/define-element.ts';
import type { PrefixedElement } from '../src/base/prefixed-element.ts';
import type { Session } from '../src/core/session.ts';
import { recordPanels } from '../src/crm/record/record-panels.ts';
import { members } from './sample-tasks.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

const subject: RecordSubject = { noun: 'lead', id: 'lea_000000' };

/** A panel of a record's page, inside an element with its session. */
async function show(name: string, sample: Staging['sample'] = {}) {
  const shown = await showWidget({ widget: 'timeline', sample });
  const panel = recordPanels.find((one) => one.name === name)!;
  const made = await panel.load();
  defineElement('acme', made);
  const element = document.createElement(`acme-${made.tag}`) as PrefixedElement & {
    session: Session;
    subject: RecordSubject;
  };
  const host = shown.element as HTMLElement & { session: Session };
  Object.assign(element, { session: host.session, subject });
  shown.root.append(element);
  await settle(element);
  const root = element.shadowRoot!;
  return {
    ...shown,
    panel: root,
    asked: (call: string) => shown.sample.calls.filter((one) => one.name === call).map(({ input }) => input),
    /** Chooses from the menu of an entry. */
    async choose(at: number, what: string): Promise<void> {
      root.querySelectorAll('acme-menu')[at]!.dispatchEvent(new CustomEvent('choose', { detail: what }));
      await settle(root);
    },
    async undo(): Promise<void> {
      await until(() => findDeep(root, 'acme-toaster', 'button'));
      findDeep(root, 'acme-toaster', 'button').click();
      await settle(root);
    },
  };
}

describe('a panel of a record', () => {
  it('is there for notes, activities, tasks and files, for leads, companies and deals, by a permission each', async () => {
    const mine = recordPanels.filter(({ name }) => ['notes', 'activities', 'tasks', 'files'].includes(name));
    expect(mine.map(({ needs, of }) => [needs, of.join()])).to.deep.equal([
      ['note.read', 'lead,company,deal'],
      ['activity.read', 'lead,company,deal'],
      ['task.read', 'lead,company,deal'],
      ['file.read', 'lead,company,deal'],
    ]);
    for (const { label } of mine) expect(label()).not.to.equal('');
  });
});

describe('the notes of a record', () => {
  async function write(panel: ShadowRoot, text: string): Promise<HTMLTextAreaElement> {
    const area = findDeep<HTMLTextAreaElement>(panel, 'acme-mention-area', 'textarea');
    area.focus();
    area.setRangeText(text, 0, area.value.length, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settle(panel);
    return area;
  }
  const press = async (area: HTMLElement, panel: ShadowRoot, ...keys: string[]): Promise<void> => {
    for (const key of keys) {
      area.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      await settle(panel);
    }
  };

  it('name a member by the keyboard, stored by id and shown by name', async () => {
    const { panel, asked } = await show('notes');
    const area = await write(panel, 'Please ask @jo');
    await until(() => findDeep(panel, 'acme-mention-area', '.option'));
    await press(area, panel, 'ArrowDown', 'Enter');
    expect(area.value).to.equal('Please ask @Jonas Petersen ');
    findDeep(panel, '.ends acme-button[variant=primary]').click();
    await until(() => asked('notes.create').length > 0);
    expect(asked('notes.create')).to.deep.equal([{ subject, text: `Please ask @[${members[1]!.id}]` }]);
    await settle(panel);
    expect(findDeep(panel, '.said .mention').textContent).to.equal('@Jonas Petersen');
  });

  it('close the list of names with Escape and keep what was typed', async () => {
    const { panel } = await show('notes');
    const area = await write(panel, 'mail@');
    expect(panel.querySelector('acme-mention-area')!.shadowRoot!.querySelectorAll('.option')).to.have.length(0);
    await write(panel, 'Ask @m');
    await until(() => findDeep(panel, 'acme-mention-area', '.option'));
    await press(area, panel, 'Escape');
    expect(panel.querySelector('acme-mention-area')!.shadowRoot!.querySelectorAll('.option')).to.have.length(0);
    expect(area.value).to.equal('Ask @m');
    findDeep(panel, '.ends acme-button').click();
    await settle(panel);
  });

  it('are changed by who may, and deleted with the way back', async () => {
    const { panel, asked, choose, undo } = await show('notes');
    const entries = [...panel.querySelectorAll('acme-menu')].map((menu) =>
      (menu as HTMLElement & { items: { id: string }[] }).items.map(({ id }) => id).join(),
    );
    expect(entries).to.deep.equal(['pin,edit,delete', 'pin', 'pin,edit,delete']);
    await choose(0, 'edit');
    const area = findDeep<HTMLTextAreaElement>(panel, '.entry acme-mention-area', 'textarea');
    expect(area.value).to.match(/@Jonas Petersen$/);
    area.setRangeText('Now: ', 0, 0, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settle(panel);
    findDeep(panel, '.entry acme-button[variant=primary]').click();
    await until(() => asked('notes.update').length > 0);
    expect((asked('notes.update')[0] as { text: string }).text).to.match(/^Now: Price .*@\[mem_2{32}\]$/s);
    await settle(panel);
    await choose(2, 'delete');
    await undo();
    expect([asked('notes.archive'), asked('notes.restore')]).to.deep.equal([
      [{ ids: ['not_2'] }],
      [{ ids: ['not_2'] }],
    ]);
  });
});

describe('the activities of a record', () => {
  it('are logged with what belongs to their kind', async () => {
    const { panel, asked } = await show('activities');
    findDeep(panel, 'acme-button').click();
    await until(() => findDeep(panel, 'acme-activity-form', 'acme-select[name=outcome]'));
    const form = findDeep(panel, 'acme-activity-form').shadowRoot!;
    const outcome = form.querySelector('acme-select[name=outcome]') as HTMLElement & { value: string };
    outcome.value = 'reached';
    outcome.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(panel);
    findDeep(form, 'acme-button[slot=footer][variant=primary]').click();
    await until(() => asked('loggedActivities.create').length > 0);
    const [given] = asked('loggedActivities.create') as Record<string, unknown>[];
    expect(given).to.include({ kind: 'call', direction: 'outgoing', outcome: 'reached', minutes: null });
    expect(Math.abs(Date.parse(String(given?.['happenedAt'])) - Date.now())).to.be.lessThan(120_000);
    await until(() => !panel.querySelector('acme-activity-form'));
  });
});

describe('the tasks of a record', () => {
  it('are completed by one press, with the way back', async () => {
    const { panel, asked, undo } = await show('tasks');
    findDeep(panel, 'acme-task-lines', '.check').click();
    await undo();
    expect(asked('tasks.complete')[0]).to.have.property('ids').that.has.length(1);
    expect(asked('tasks.reopen')[0]).to.deep.equal(asked('tasks.complete')[0]);
  });
});

describe('a task that is begun on a record’s page', () => {
  it('names the record that it is about, as people call it', async () => {
    const { panel } = await show('tasks');
    await until(() => findDeep(panel, 'acme-button'));
    findDeep(panel, 'acme-button').click();
    const said = (): string | undefined =>
      findDeep<HTMLInputElement>(panel, 'acme-task-form', '[name=subject]', 'input')?.value;
    await until(() => said());
    await until(() => said() !== '' && !said()?.includes('lea_'));
    expect(said()).to.equal('Lena Brandt');
  });
});
