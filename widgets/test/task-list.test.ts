import { expect } from '@open-wc/testing';
import { dayFrom } from './sample-tasks.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

async function show(attributes: Staging['attributes'] = {}, sample: Staging['sample'] = {}) {
  const shown = await showWidget({ widget: 'task-list', attributes, sample });
  await until(() => findDeep(shown.root, 'acme-task-page', '.above'));
  const page = findDeep(shown.root, 'acme-task-page').shadowRoot!;
  await settle(shown.root);
  const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
  return {
    ...shown,
    page,
    asked,
    async view(id: string): Promise<void> {
      findDeep(page, 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: id }));
      await settle(page);
    },
    async undo(): Promise<void> {
      await until(() => findDeep(page, 'acme-toaster', 'button'));
      findDeep(page, 'acme-toaster', 'button').click();
      await settle(page);
    },
  };
}

describe('the list of tasks', () => {
  it('shows what is overdue, of today and next, and completes one by one press with the way back', async () => {
    const { page, asked, undo } = await show();
    const parts = [...page.querySelectorAll('section h2')].map((heading) =>
      heading.textContent?.trim().replace(/\s+/g, ' '),
    );
    expect(parts).to.deep.equal(['Overdue 2', 'Today 2', 'Next seven days 3']);
    findDeep(page, 'acme-task-lines', '.check').click();
    await undo();
    expect(asked('tasks.complete')).to.deep.equal([{ ids: ['tsk_0'] }]);
    expect(asked('tasks.reopen')).to.deep.equal([{ ids: ['tsk_0'] }]);
  });

  it('says in its address what it shows, and shows what an address says', async () => {
    const { element, page, asked, view } = await show();
    const list = element as HTMLElement & { viewQuery: { value: string } };
    await view('list');
    await until(() => list.viewQuery.value === 'view=list');
    list.viewQuery.value = 'view=list&type=call&status=all';
    await until(() => (asked('tasks.list').at(-1) as { filter?: { type?: string[] } }).filter?.type?.[0] === 'call');
    await until(() => findDeep(page, 'acme-table'));
    expect(asked('tasks.list').at(-1)).to.deep.include({ filter: { type: ['call'] }, sort: 'due', direction: 'asc' });
  });

  it('moves many to another day, keeps their times, and takes that back to what each had', async () => {
    const { page, asked, view, undo } = await show();
    await view('list');
    await until(() => findDeep(page, 'acme-table'));
    findDeep(page, 'acme-table').dispatchEvent(
      new CustomEvent('select-rows', { detail: { all: false, ids: new Set(['tsk_0', 'tsk_1']) } }),
    );
    await until(() => findDeep(page, 'acme-task-selection', 'acme-menu'));
    const menus = findDeep(page, 'acme-task-selection').shadowRoot!.querySelectorAll('acme-menu');
    menus[1]!.dispatchEvent(new CustomEvent('choose', { detail: dayFrom(1) }));
    await undo();
    expect(asked('tasks.change')).to.deep.equal([
      {
        items: [
          { id: 'tsk_0', due: `${dayFrom(1)}T09:30` },
          { id: 'tsk_1', due: dayFrom(1) },
        ],
      },
      {
        items: [
          { id: 'tsk_0', due: `${dayFrom(-2)}T09:30` },
          { id: 'tsk_1', due: dayFrom(-1) },
        ],
      },
    ]);
  });
});

describe('the calendar of tasks', () => {
  async function open() {
    const shown = await show();
    await shown.view('calendar');
    await until(() => findDeep(shown.page, 'acme-task-calendar', `[data-day="${dayFrom(0)}"]`));
    const calendar = findDeep(shown.page, 'acme-task-calendar').shadowRoot!;
    await until(() => calendar.querySelector('.task'));
    const cell = (step: number): HTMLElement => calendar.querySelector(`[data-day="${dayFrom(step)}"]`)!;
    const press = async (target: Element, init: KeyboardEventInit): Promise<void> => {
      target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }));
      await settle(calendar);
    };
    return { ...shown, calendar, cell, press };
  }

  it('moves between days by keys, and a task to another day by Alt and an arrow', async () => {
    const { calendar, cell, press, asked } = await open();
    cell(0).focus();
    await press(cell(0), { key: 'ArrowRight' });
    await until(() => calendar.activeElement === cell(1));
    await press(cell(1), { key: 'Enter' });
    const task = cell(1).querySelector('.task')!;
    await until(() => calendar.activeElement === task);
    await press(task, { key: 'ArrowRight', altKey: true });
    await until(() => asked('tasks.change').length > 0);
    expect(asked('tasks.change')).to.deep.equal([{ items: [{ id: 'tsk_4', due: `${dayFrom(2)}T08:00` }] }]);
    expect(calendar.querySelector('[role=status]')?.textContent).to.contain('Weekly look at replies moved to');
  });

  it('moves a task that is dragged to another day, and opens none by that', async () => {
    const { calendar, cell, asked, page } = await open();
    const task = cell(1).querySelector<HTMLElement>('.task')!;
    cell(0).scrollIntoView({ block: 'center' });
    const [from, to] = [task.getBoundingClientRect(), cell(0).getBoundingClientRect()];
    const at = (type: string, x: number, y: number): boolean =>
      (type === 'pointerdown' ? task : window).dispatchEvent(
        new PointerEvent(type, { pointerId: 1, button: 0, clientX: x, clientY: y, bubbles: true, composed: true }),
      );
    at('pointerdown', from.x + 5, from.y + 5);
    at('pointermove', to.x + to.width / 2, to.y + to.height - 8);
    await settle(calendar);
    expect(cell(0).classList.contains('over')).to.equal(true);
    at('pointerup', to.x + to.width / 2, to.y + to.height - 8);
    task.click();
    await until(() => asked('tasks.change').length > 0);
    expect(asked('tasks.change')).to.deep.equal([{ items: [{ id: 'tsk_4', due: `${dayFrom(0)}T08:00` }] }]);
    expect(page.querySelector('acme-task-form')).to.equal(null);
  });
});
