import { expect } from '@open-wc/testing';
import { defineElement } from '../src/base/define-element.ts';
import { pageNumbers } from '../src/kit/pagination.ts';
import { leastWidthOf, moveColumn, shownColumns, tracksOf, type TableLayout } from '../src/kit/table-layout.ts';
import { countSelected, everythingSelected, isSelected, select, type Selection } from '../src/kit/table-selection.ts';
import { Table } from '../src/kit/table.ts';
import { settle } from './stories/settle.ts';
import { appears, clear, place } from './stage-shown.ts';
import { pressKey } from './press-key.ts';

before(() => document.body.append(document.createElement('main')));
afterEach(clear);

interface Numbered {
  id: string;
  name: string;
}
const numbered = (at: number): Numbered => ({ id: `r${at}`, name: `Row ${at}` });

/** A table of rows with the looks of a theme left out: what is tested is what it does. */
async function table(given: Partial<Table> & { count?: number }): Promise<{ element: Table; root: ShadowRoot }> {
  defineElement('acme', Table);
  const element = document.createElement('acme-table') as Table; // just defined
  element.style.blockSize = '400px';
  element.style.inlineSize = '900px';
  const { count = 50, ...rest } = given;
  const columns = ['name', 'place', 'state'].map((id) => ({
    id,
    label: id.toUpperCase(),
    sortable: id === 'name',
    cell: (row: Numbered) => (id === 'name' ? row.name : ''),
  }));
  Object.assign(element, {
    label: 'Rows',
    columns,
    layout: {},
    rows: { count, at: (index: number) => (index < count ? numbered(index) : undefined) },
    selection: { all: false, ids: new Set() },
    ...rest,
  });
  element.addEventListener('select-rows', (event) => (element.selection = (event as CustomEvent<Selection>).detail));
  element.addEventListener('arrange', (event) => (element.layout = (event as CustomEvent<TableLayout>).detail));
  place(element);
  await settle(element);
  return { element, root: element.shadowRoot as ShadowRoot };
}
const lines = (root: ShadowRoot): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.rows .line')];
const focused = (root: ShadowRoot): string => {
  const at = root.activeElement as HTMLElement | null;
  const cell = at?.matches('[role=gridcell]') ? [...(at.parentElement?.children ?? [])].indexOf(at) : -1;
  return `${at?.closest<HTMLElement>('.line')?.dataset['index'] ?? 'none'}${cell >= 0 ? `.${cell}` : ''}`;
};

describe('a table', () => {
  it('moves by the keys of the grid pattern: rows first, then cells, and gives both directions their meaning', async () => {
    const { element, root } = await table({});
    lines(root)[0]?.focus();
    const walk: [string, KeyboardEventInit, string][] = [
      ['ArrowDown', {}, '1'],
      ['ArrowRight', {}, '1.0'],
      ['ArrowRight', {}, '1.1'],
      ['End', {}, '1.2'],
      ['ArrowDown', {}, '2.2'],
      ['Home', {}, '2.0'],
      ['ArrowLeft', {}, '2'],
      ['End', {}, '49'],
      ['Home', {}, '0'],
      ['ArrowUp', {}, '0'],
      ['ArrowDown', { ctrlKey: true }, '49'],
    ];
    for (const [key, keys, there] of walk) {
      pressKey(root.activeElement, key, keys);
      await settle(element);
      expect(focused(root), key).to.equal(there);
    }
    element.dir = 'rtl';
    pressKey(root.activeElement, 'ArrowLeft');
    await settle(element);
    expect(focused(root)).to.equal('49.0');
  });

  it('keeps the focus when its row is scrolled away, and gives it back when it returns', async () => {
    const { element, root } = await table({ count: 5000 });
    const scroller = root.querySelector('.scroll') as HTMLElement; // it has one
    lines(root)[1]?.focus();
    // A browser may bring what got the focus into view a moment later.
    await settle(element);
    scroller.scrollTop = 100_000;
    expect(await appears(() => root.activeElement === scroller)).to.equal(true);
    pressKey(scroller, 'ArrowDown');
    await settle(element);
    expect(focused(root)).to.equal('2');
  });

  it('ends words that have no room in an ellipsis, in the first column as in the others', async () => {
    const layout = { widths: { name: 80, place: 80 } };
    const columns = ['name', 'place'].map((id) => ({
      id,
      label: id,
      cell: ({ name }: Numbered) => `${name} and more of it`,
    }));
    const { root } = await table({ layout, columns });
    for (const cell of lines(root)[0]?.querySelectorAll('.cell') ?? []) {
      const box = cell.querySelector('span') ?? cell;
      expect(box.scrollWidth, 'is cut').to.be.greaterThan(box.clientWidth);
      expect(getComputedStyle(box).textOverflow).to.equal('ellipsis');
      expect(box.getBoundingClientRect().right).to.be.at.most(cell.getBoundingClientRect().right);
    }
  });

  it('says how many rows there are, not how many are drawn', async () => {
    const { root } = await table({ count: 5000, total: 5000 });
    expect(root.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).to.equal('5001');
    expect(lines(root).map((line) => line.getAttribute('aria-rowindex'))[3]).to.equal('5');
    expect(lines(root)).to.have.length.below(40);
  });

  it('chooses a range with Shift, by pointer and by keys, and everything by Ctrl A', async () => {
    const { element, root } = await table({});
    const box = (at: number) => lines(root)[at]?.querySelector<HTMLInputElement>('.tick input');
    box(1)?.click();
    await settle(element);
    box(4)?.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true, composed: true }));
    await settle(element);
    expect([...(element.selection?.ids ?? [])]).to.deep.equal(['r1', 'r2', 'r3', 'r4']);
    lines(root)[4]?.focus();
    pressKey(root.activeElement, 'ArrowDown', { shiftKey: true });
    await settle(element);
    expect(element.selection?.ids.has('r5')).to.equal(true);
    pressKey(root.activeElement, 'a', { ctrlKey: true });
    await settle(element);
    expect(element.selection).to.deep.equal(everythingSelected);
    expect(countSelected(element.selection ?? everythingSelected, 1_000_000)).to.equal(1_000_000);
    box(0)?.click();
    await settle(element);
    expect(isSelected(element.selection ?? everythingSelected, 'r0')).to.equal(false);
    expect(isSelected(element.selection ?? everythingSelected, 'r7777')).to.equal(true);
  });

  it('looks up the ids of a range of which not all rows are loaded', async () => {
    const asked: number[][] = [];
    const { element, root } = await table({
      count: 9000,
      idsBetween: async (from, until) => {
        asked.push([from, until]);
        return Array.from({ length: until - from }, (_, at) => `r${from + at}`);
      },
      rows: { count: 9000, at: (index: number) => (index < 20 || index > 8900 ? numbered(index) : undefined) },
    });
    lines(root)[3]?.focus();
    pressKey(root.activeElement, ' ');
    pressKey(root.activeElement, 'End', { shiftKey: true });
    await settle(element);
    expect(asked).to.deep.equal([[3, 9000]]);
    expect(element.selection?.ids.size).to.equal(8997);
  });

  it('resizes a column with the pointer and from the keyboard, and moves one', async () => {
    const { element, root } = await table({});
    const head = root.querySelector('[data-column=name]') as HTMLElement; // it has one
    const began = head.offsetWidth;
    const grip = head.querySelector('.grip') as HTMLElement; // a resizable column has one
    // A made-up pointer cannot be captured; the rest is what the browser sends.
    grip.setPointerCapture = () => undefined;
    const send = (type: string, clientX: number): unknown =>
      grip.dispatchEvent(new PointerEvent(type, { clientX, button: 0, pointerId: 1, bubbles: true }));
    send('pointerdown', 100);
    send('pointermove', 140);
    expect(head.offsetWidth).to.equal(began + 40);
    send('lostpointercapture', 140);
    await settle(element);
    expect(element.layout?.widths).to.deep.equal({ name: began + 40 });
    head.querySelector('button')?.focus();
    pressKey(root.activeElement, 'ArrowRight', { shiftKey: true });
    await settle(element);
    expect(element.layout?.widths).to.deep.equal({ name: began + 56 });
    expect(root.querySelector('[role=status]')?.textContent).to.contain('NAME');
    pressKey(root.activeElement, 'ArrowRight');
    await settle(element);
    pressKey(root.activeElement, 'ArrowRight', { shiftKey: true, ctrlKey: true });
    await settle(element);
    expect([...root.querySelectorAll<HTMLElement>('[data-column]')].map((one) => one.dataset['column'])).to.deep.equal([
      'name',
      'state',
      'place',
    ]);
    grip.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await settle(element);
    expect(element.layout?.widths).to.deep.equal({});
  });

  it('becomes cards and rows again without measuring any box around it twice in a frame', async () => {
    const heard: unknown[] = [];
    const note = ({ message }: ErrorEvent): unknown => heard.push(message);
    addEventListener('error', note);
    const around = new ResizeObserver(() => undefined);
    const { element, root } = await table({ count: 12, card: (row: Numbered) => row.name });
    element.style.blockSize = '';
    around.observe(element.parentElement as Element); // It was just placed.
    for (const width of ['390px', '900px', '500px']) {
      element.style.inlineSize = width;
      await settle(element);
    }
    expect(root.querySelector('.body')?.clientHeight).to.be.at.least(12 * element.cardHeight);
    around.disconnect();
    removeEventListener('error', note);
    expect(heard).to.deep.equal([]);
  });

  it('remembers where it was when it is moved on the page', async () => {
    const { element, root } = await table({ count: 5000 });
    const scroller = root.querySelector('.scroll') as HTMLElement; // it has one
    scroller.scrollTop = 44_000;
    await settle(element);
    const elsewhere = document.createElement('div');
    place(elsewhere);
    elsewhere.append(element);
    await settle(element);
    expect(scroller.scrollTop).to.equal(44_000);
    scroller.scrollTop = 0;
    await settle(element);
    expect(lines(root)[0]?.dataset['index']).to.equal('0');
  });
});

describe('the room of columns', () => {
  const columns = ['minmax(120px, 3fr)', 'minmax(300px, 1fr)', 'minmax(60px, 90px)', '56px'].map((width, at) => ({
    id: `c${at}`,
    label: `C${at}`,
    width,
    cell: () => '',
  }));

  it('is what each needs at least, or what the reader gave it', () => {
    expect(leastWidthOf(columns)).to.equal(120 + 300 + 60 + 56);
    expect(leastWidthOf([{ id: 'a' }, ...columns], { c1: 80 })).to.equal(120 + 120 + 80 + 60 + 56);
  });

  it('is kept for those that must be seen: others give way one after another where it is short, and come back', async () => {
    const giving = columns.map((column, at) => ({
      ...column,
      ...(at === 1 ? { gives: 1 } : {}),
      ...(at === 2 && { gives: 2 }),
    }));
    const { element, root } = await table({ columns: giving });
    const heads = (): (string | undefined)[] =>
      [...root.querySelectorAll<HTMLElement>('.head .cell')].map((head) => head.dataset['column']);
    const at = async (width: number): Promise<(string | undefined)[]> => {
      const scroller = root.querySelector<HTMLElement>('.scroll') as HTMLElement;
      // Columns share what a bar to scroll with leaves.
      element.style.inlineSize = `${width + scroller.offsetWidth - scroller.clientWidth}px`;
      await settle(element);
      expect(scroller.scrollWidth).to.equal(scroller.clientWidth);
      return heads();
    };
    expect(await at(540)).to.deep.equal(['c0', 'c1', 'c2', 'c3']);
    expect(await at(500)).to.deep.equal(['c0', 'c1', 'c3']);
    // The cell that had the focus went: its row has it.
    lines(root)[0]?.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) pressKey(root.activeElement, key);
    expect(await at(400)).to.deep.equal(['c0', 'c3']);
    expect(root.querySelectorAll('.rows [tabindex="0"]')).to.have.length(1);
    expect(root.querySelectorAll('.head [tabindex="0"]')).to.have.length(1);
    expect(await at(540)).to.deep.equal(['c0', 'c1', 'c2', 'c3']);
  });

  it('is all of the table where they fit, whatever their shares, and is scrolled where they do not', async () => {
    const { element, root } = await table({ columns });
    const scroller = root.querySelector<HTMLElement>('.scroll') as HTMLElement;
    element.style.inlineSize = '640px';
    await settle(element);
    expect(scroller.scrollWidth).to.equal(scroller.clientWidth);
    element.layout = { widths: { c1: 500 } };
    await settle(element);
    expect(scroller.scrollWidth).to.equal(120 + 500 + 60 + 56);
  });
});

describe('small pieces', () => {
  const columns = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
  it('of a layout: an unknown order keeps new columns, the first stays first, hidden ones leave', () => {
    const layout = moveColumn(columns, {}, 'c', -1);
    expect(shownColumns(columns, layout).map(({ id }) => id)).to.deep.equal(['a', 'c', 'b']);
    expect(shownColumns(columns, { order: ['gone', 'c'], hidden: ['a', 'b'] }).map(({ id }) => id)).to.deep.equal([
      'a',
      'c',
    ]);
    expect(tracksOf(columns, { b: 90 })).to.equal('minmax(120px, 1fr) 90px minmax(120px, 1fr)');
  });
  it('of a selection: leaving some out of all is remembered as such', () => {
    const some = select(everythingSelected, ['x'], false);
    expect([isSelected(some, 'x'), isSelected(some, 'y'), countSelected(some, 10)]).to.deep.equal([false, true, 9]);
    expect(select(some, ['x'], true)).to.deep.equal(everythingSelected);
  });
  it('of pages: the ends, the neighbours, and a gap only where more than one is left out', () => {
    expect(pageNumbers(1, 1)).to.deep.equal([1]);
    expect(pageNumbers(6, 20)).to.deep.equal([1, 0, 5, 6, 7, 0, 20]);
    expect(pageNumbers(3, 5)).to.deep.equal([1, 2, 3, 4, 5]);
  });
});
