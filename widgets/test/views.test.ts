import { expect } from '@open-wc/testing';
import 'axe-core';
import type Axe from 'axe-core';
import { nothing, render, type TemplateResult } from 'lit';
import { defineElement } from '../src/core/define-element.ts';
import { html, withPrefix } from '../src/core/html.ts';
import type { PrefixedElementClass } from '../src/core/prefixed-element.ts';
import { applyTheme } from '../src/core/theme-sheet.ts';
import type { BoardCard } from '../src/kit/board-card.ts';
import { Board } from '../src/kit/board.ts';
import { Button } from '../src/kit/button.ts';
import { Dialog } from '../src/kit/dialog.ts';
import { Drawer } from '../src/kit/drawer.ts';
import { focused } from '../src/kit/focus-return.ts';
import { Menu } from '../src/kit/menu.ts';
import { Popover } from '../src/kit/popover.ts';
import { Toaster } from '../src/kit/toaster.ts';
import { Tooltip } from '../src/kit/tooltip.ts';

// The library is a script that leaves a global, not a module.
const { axe } = globalThis as unknown as { axe: typeof Axe };
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const sheet = new CSSStyleSheet();
let place: HTMLElement;

/** Puts primitives on the page; the first one comes back when it is drawn. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it wrote first
async function put<T extends HTMLElement>(
  parts: readonly PrefixedElementClass[],
  content: () => TemplateResult,
): Promise<T> {
  for (const part of parts) defineElement('kit', part);
  withPrefix('kit', () => render(content(), place));
  await wait(30);
  return place.firstElementChild as T;
}
const press = (key: string, target: EventTarget | null = focused()): Promise<void> => {
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  return wait(30);
};
const pointer = (type: string, target: EventTarget, at: { x: number; y: number }, pointerType = 'mouse'): void => {
  target.dispatchEvent(
    new PointerEvent(type, {
      pointerType,
      clientX: at.x,
      clientY: at.y,
      pointerId: 1,
      bubbles: true,
      composed: true,
      cancelable: true,
    }),
  );
};
const middle = (element: Element): { x: number; y: number } => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its selector finds
const inside = <T extends HTMLElement>(element: Element, selector: string): T => {
  const found = element.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
async function checkAxe(target: Element = place): Promise<void> {
  // What arrives softly has its colours at the end.
  await Promise.all(document.getAnimations().map((motion) => motion.finished.catch(() => undefined)));
  await wait(250);
  const { violations } = await axe.run(target, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const report = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
  expect(report, report.join('\n')).to.deep.equal([]);
}

before(() => {
  document.title = 'Portal';
  document.documentElement.lang = 'en';
  applyTheme(sheet, 'kit', { theme: 'light', brandColor: '#2b5fd9' }, null);
  const page = new CSSStyleSheet();
  // The tokens of a session's sheet stand on hosts; here the page itself is the host.
  page.replaceSync(
    [...sheet.cssRules].map((rule) => rule.cssText.replace(':host', 'main')).join('') +
      'body{margin:0}main{font:14px/1.45 sans-serif;padding:16px}',
  );
  document.adoptedStyleSheets = [page];
});
beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
});
afterEach(() => {
  withPrefix('kit', () => render(nothing, place));
  place.remove();
});

describe('tooltip', () => {
  const tip = (element: Element): boolean => inside(element, '.tip').matches(':popover-open');
  const content = (): TemplateResult =>
    html`<x-tooltip text="Leads who answered."><button id="it">Replied</button></x-tooltip><button>Next</button>`;

  it('shows at keyboard focus and hides at Escape without closing the dialog under it', async () => {
    const dialog = await put<Dialog>(
      [Dialog, Tooltip],
      () => html`<x-dialog heading="Numbers" open>${content()}</x-dialog>`,
    );
    const tooltip = dialog.querySelector('kit-tooltip') as Tooltip;
    dialog.querySelector<HTMLElement>('#it')?.focus();
    expect(tip(tooltip)).to.equal(true);
    await press('Escape');
    expect(tip(tooltip)).to.equal(false);
    expect(inside<HTMLDialogElement>(dialog, 'dialog').open).to.equal(true);
  });

  it('shows after a moment of hovering, stays while the pointer is on its words, and goes with it', async () => {
    const tooltip = await put<Tooltip>([Tooltip], content);
    const over = { pointerType: 'mouse' };
    tooltip.dispatchEvent(new PointerEvent('pointerenter', over));
    expect(tip(tooltip)).to.equal(false);
    await wait(480);
    expect(tip(tooltip)).to.equal(true);
    tooltip.dispatchEvent(new PointerEvent('pointerleave', over));
    tooltip.dispatchEvent(new PointerEvent('pointerenter', over));
    await wait(200);
    expect(tip(tooltip)).to.equal(true);
    tooltip.dispatchEvent(new PointerEvent('pointerleave', over));
    await wait(200);
    expect(tip(tooltip)).to.equal(false);
  });

  it('shows at a long press, which does not use the thing', async () => {
    const tooltip = await put<Tooltip>([Tooltip], content);
    const button = tooltip.querySelector('button') as HTMLButtonElement;
    let used = 0;
    button.addEventListener('click', () => used++);
    pointer('pointerdown', button, middle(button), 'touch');
    await wait(560);
    expect(tip(tooltip)).to.equal(true);
    pointer('pointerup', button, middle(button), 'touch');
    button.click();
    expect(used).to.equal(0);
    button.click();
    expect(used).to.equal(1);
  });

  it('describes its thing to a screen reader, also an element of the kit', async () => {
    const tooltip = await put<Tooltip>(
      [Tooltip, Button],
      () => html`<x-tooltip text="Stops all mail."><x-button>Pause</x-button></x-tooltip>`,
    );
    expect(inside(tooltip.querySelector('kit-button') as Button, 'button').ariaDescription).to.equal('Stops all mail.');
    await checkAxe();
  });
});

describe('popover', () => {
  it('opens at its trigger, takes the focus in and gives it back', async () => {
    const popover = await put<Popover>(
      [Popover, Button],
      () =>
        html`<x-popover label="Filter"
          ><x-button slot="trigger">Filter</x-button><input aria-label="Word" autofocus
        /></x-popover>`,
    );
    const trigger = inside(popover.querySelector('kit-button') as Button, 'button');
    trigger.focus();
    trigger.click();
    await wait(60);
    expect(popover.open).to.equal(true);
    expect(trigger.ariaExpanded).to.equal('true');
    expect(focused()).to.equal(popover.querySelector('input'));
    expect(inside(popover, '.panel').getBoundingClientRect().top).to.be.greaterThan(
      trigger.getBoundingClientRect().bottom,
    );
    await checkAxe();
    inside(popover, '.panel').hidePopover();
    await wait(60);
    expect(popover.open).to.equal(false);
    expect(focused()).to.equal(trigger);
  });
});

describe('menu', () => {
  let chosen: string[] = [];
  const menu = async (): Promise<Menu> => {
    chosen = [];
    const element = await put<Menu>(
      [Menu],
      () =>
        html`<x-menu
          label="More"
          icon="more"
          .items=${[
            { id: 'edit', label: 'Edit', shortcut: 'E' },
            {
              id: 'export',
              label: 'Export',
              items: [
                { id: 'csv', label: 'CSV' },
                { id: 'xlsx', label: 'Excel' },
              ],
            },
            { id: 'pause', label: 'Pause', disabled: true, reason: 'It is not running.' },
            { id: 'delete', label: 'Delete', danger: true, divided: true },
          ]}
          @choose=${(event: CustomEvent<string>) => chosen.push(event.detail)}
        ></x-menu>`,
    );
    const trigger = inside(inside(element, '.trigger'), 'button');
    trigger.focus();
    await press('ArrowDown');
    await wait(30);
    return element;
  };
  const at = (): string => focused()?.dataset['label'] ?? '';

  it('moves by arrows, Home, End and letters, round its ends', async () => {
    await menu();
    expect(at()).to.equal('Edit');
    await press('ArrowUp');
    expect(at()).to.equal('Delete');
    await press('ArrowDown');
    await press('End');
    await press('Home');
    expect(at()).to.equal('Edit');
    await press('e');
    expect(at()).to.equal('Export');
    await press('d');
    expect(at(), '"ed" is a word, and it is Edit').to.equal('Edit');
    await wait(520);
    await press('d');
    expect(at()).to.equal('Delete');
    await checkAxe();
  });

  it('opens and leaves what an act holds, and chooses in it', async () => {
    const element = await menu();
    await press('ArrowDown');
    await press('ArrowRight');
    expect(at()).to.equal('CSV');
    await press('ArrowLeft');
    expect(at()).to.equal('Export');
    await press('ArrowRight');
    await press('ArrowDown');
    await checkAxe();
    focused()?.click();
    await wait(30);
    expect(chosen).to.deep.equal(['xlsx']);
    expect(focused()).to.equal(inside(inside(element, '.trigger'), 'button'));
    expect(inside(element, '.list').matches(':popover-open')).to.equal(false);
  });

  it('lets what cannot be chosen be read, and gives the focus back at Escape', async () => {
    const element = await menu();
    await press('p');
    focused()?.click();
    expect(chosen).to.deep.equal([]);
    expect(focused()?.textContent).to.contain('It is not running.');
    await press('Escape');
    expect(focused()).to.equal(inside(inside(element, '.trigger'), 'button'));
  });
});

describe('dialog and drawer', () => {
  it('gives the focus back through dialogs that stand on each other', async () => {
    await put(
      [Dialog, Button],
      () =>
        html`<button id="opener">Open</button>
          <x-dialog id="first" heading="First"><button id="second-opener">More</button></x-dialog>
          <x-dialog id="second" heading="Second"><input autofocus aria-label="Name" /></x-dialog>`,
    );
    const [first, second] = [...place.querySelectorAll<Dialog>('kit-dialog')] as [Dialog, Dialog];
    place.querySelector<HTMLElement>('#opener')?.focus();
    first.open = true;
    await wait(30);
    place.querySelector<HTMLElement>('#second-opener')?.focus();
    second.open = true;
    await wait(30);
    expect(focused()).to.equal(second.querySelector('input'));
    await checkAxe();
    second.dismiss();
    await wait(30);
    expect(focused()?.id).to.equal('second-opener');
    first.dismiss();
    await wait(30);
    expect(focused()?.id).to.equal('opener');
  });

  it('stays open while something speaks against closing', async () => {
    const dialog = await put<Dialog>(
      [Dialog],
      () => html`<x-dialog heading="Draft" open .mayClose=${() => false}>Text</x-dialog>`,
    );
    inside<Button>(dialog, 'kit-button').click();
    await wait(30);
    expect(dialog.open).to.equal(true);
    dialog.mayClose = () => true;
    inside<Button>(dialog, 'kit-button').click();
    await wait(30);
    expect(dialog.open).to.equal(false);
  });

  it('is pulled wider by keys at its edge, within the window, and tells its width', async () => {
    let width = 0;
    const drawer = await put<Drawer>(
      [Drawer],
      () =>
        html`<x-drawer
          heading="Lena Brandt"
          open
          resizable
          @resize-drawer=${(event: CustomEvent<number>) => (width = event.detail)}
          >Text</x-drawer
        >`,
    );
    const before = inside(drawer, 'dialog').offsetWidth;
    const edge = inside(drawer, '.edge');
    if (getComputedStyle(edge).display === 'none') return; // a phone has a sheet without an edge
    await press('ArrowLeft', edge);
    expect(width).to.equal(before + 32);
    await press('End', edge);
    expect(inside(drawer, 'dialog').offsetWidth).to.equal(innerWidth - 64);
    await checkAxe();
  });
});

describe('toaster', () => {
  it('shows three, keeps the rest waiting, and lets one be undone', async () => {
    const toaster = await put<Toaster>([Toaster], () => html`<x-toaster></x-toaster>`);
    let undone = 0;
    const texts = (): string[] =>
      [...(toaster.shadowRoot?.querySelectorAll('.toast span') ?? [])].map((one) => one.textContent ?? '');
    for (const text of ['One', 'Two', 'Three', 'Four'])
      toaster.show({ text, action: { label: 'Undo', run: () => undone++ } });
    await wait(30);
    expect(texts()).to.deep.equal(['One', 'Two', 'Three']);
    await checkAxe();
    inside(toaster, '.act').click();
    await wait(30);
    expect(undone).to.equal(1);
    expect(texts()).to.deep.equal(['Two', 'Three', 'Four']);
    expect(inside(toaster, '[aria-live]').textContent).to.equal('Four');
  });

  it('keeps what somebody looks at', async () => {
    const toaster = await put<Toaster>([Toaster], () => html`<x-toaster></x-toaster>`);
    toaster.show({ text: 'Archived' });
    await wait(30);
    inside(toaster, '.shelf').dispatchEvent(new PointerEvent('pointerenter'));
    await wait(6600);
    expect(toaster.shadowRoot?.querySelectorAll('.toast')).to.have.length(1);
    inside(toaster, '.shelf').dispatchEvent(new PointerEvent('pointerleave'));
    await wait(6600);
    expect(toaster.shadowRoot?.querySelectorAll('.toast')).to.have.length(0);
  });
});

describe('board', () => {
  const columns = [
    { id: 'new', label: 'New' },
    { id: 'meeting', label: 'Meeting' },
    { id: 'won', label: 'Won' },
  ];
  const card = (id: string, column: string): BoardCard => ({
    id,
    column,
    title: `Lead ${id}`,
    facts: ['Broker', 'Venlo', '2 d'],
  });
  const asked: string[] = [];
  let answer: () => Promise<boolean>;
  const board = (dir = 'ltr'): Promise<Board> => {
    asked.length = 0;
    answer = async () => true;
    return put<Board>(
      [Board],
      () =>
        html`<x-board
          dir=${dir}
          label="Leads"
          .columns=${columns}
          .cards=${[card('a', 'new'), card('b', 'new'), card('c', 'won')]}
          .allows=${(_card: BoardCard, to: string) => (to === 'won' ? 'Only a signed offer wins.' : true)}
          .move=${(moved: BoardCard, to: string) => {
            asked.push(`${moved.id} to ${to}`);
            return answer();
          }}
          .sumOf=${(cards: readonly BoardCard[]) => `€${cards.length}`}
        ></x-board>`,
    );
  };
  const titles = (element: Board, column: string): string[] =>
    [...(element.shadowRoot?.querySelectorAll(`[data-column=${column}] .open`) ?? [])].map(
      (one) => one.textContent?.trim() ?? '',
    );
  const spoken = (element: Board): string => inside(element, '[role=status]').textContent ?? '';
  const openOf = (element: Board, id: string): HTMLElement => inside(element, `[data-card=${id}] .open`);

  it('has one stop for Tab; arrows move between cards and over empty columns', async () => {
    const element = await board();
    expect(element.shadowRoot?.querySelectorAll('.open[tabindex="0"]')).to.have.length(1);
    openOf(element, 'a').focus();
    await press('ArrowDown');
    expect(focused()).to.equal(openOf(element, 'b'));
    await press('ArrowRight');
    expect(focused()).to.equal(openOf(element, 'c'));
    await press('ArrowLeft');
    expect(focused()).to.equal(openOf(element, 'a'));
    await checkAxe();
  });

  it('moves a card by keyboard, says each step, and keeps the focus on it', async () => {
    const element = await board();
    openOf(element, 'b').focus();
    await press(' ');
    expect(spoken(element)).to.contain('Lead b is picked up from New.');
    await press('ArrowRight');
    expect(spoken(element)).to.equal('Meeting, column 2 of 3.');
    await press('ArrowRight');
    expect(spoken(element)).to.equal('Won: not possible. Only a signed offer wins.');
    await press(' ');
    expect(asked).to.deep.equal([]);
    await press('ArrowLeft');
    let settle: (done: boolean) => void = () => undefined;
    answer = () => new Promise((resolve) => (settle = resolve));
    await press('Enter');
    expect(asked).to.deep.equal(['b to meeting']);
    expect(titles(element, 'meeting')).to.deep.equal(['Lead b']);
    expect(inside(element, '[data-column=meeting] .sum').textContent).to.equal('€1');
    expect(inside(element, '[data-column=meeting] .count').textContent).to.equal('1');
    expect(spoken(element)).to.equal('Lead b moved to Meeting.');
    expect(focused()).to.equal(openOf(element, 'b'));
    settle(false);
    await wait(30);
    expect(titles(element, 'new')).to.deep.equal(['Lead a', 'Lead b']);
    expect(spoken(element)).to.equal('Lead b could not be moved and is back in New.');
    expect(focused()).to.equal(openOf(element, 'b'));
  });

  it('cancels at Escape and when the focus leaves', async () => {
    const element = await board();
    openOf(element, 'a').focus();
    await press(' ');
    await press('ArrowRight');
    await press('Escape');
    expect(spoken(element)).to.equal('Cancelled. Lead a stays in New.');
    await press(' ');
    openOf(element, 'c').focus();
    await press(' ');
    expect(asked).to.deep.equal([]);
  });

  it('mirrors its keys in right-to-left pages', async () => {
    const element = await board('rtl');
    openOf(element, 'a').focus();
    await press(' ');
    await press('ArrowLeft');
    expect(spoken(element)).to.equal('Meeting, column 2 of 3.');
  });

  it('moves a card by mouse, shows why a column refuses it, and a throw puts it back', async () => {
    const element = await board();
    const grip = inside(element, '[data-card=a]');
    const drag = async (to: string): Promise<void> => {
      pointer('pointerdown', grip, middle(grip));
      pointer('pointermove', window, { x: middle(grip).x + 20, y: middle(grip).y });
      pointer('pointermove', window, middle(inside(element, `[data-column=${to}] header`)));
      await wait(30);
    };
    await drag('won');
    expect(inside(element, '.ghost').matches(':popover-open')).to.equal(true);
    expect(inside(element, '[data-column=won] .why').textContent).to.contain('Only a signed offer wins.');
    pointer('pointerup', window, { x: 0, y: 0 });
    await wait(30);
    expect(asked).to.deep.equal([]);
    answer = () => Promise.reject(new Error('down'));
    await drag('meeting');
    pointer('pointerup', window, middle(inside(element, '[data-column=meeting] header')));
    expect(asked).to.deep.equal(['a to meeting']);
    await wait(60);
    expect(titles(element, 'new')).to.deep.equal(['Lead a', 'Lead b']);
    expect(inside(element, '.ghost').matches(':popover-open')).to.equal(false);
  });

  it('scrolls under a finger that moves and lifts under one that rests', async () => {
    const element = await board();
    const grip = inside(element, '[data-card=a]');
    const ghost = inside(element, '.ghost');
    pointer('pointerdown', grip, middle(grip), 'touch');
    pointer('pointermove', window, { x: middle(grip).x, y: middle(grip).y + 30 }, 'touch');
    await wait(320);
    expect(ghost.matches(':popover-open')).to.equal(false);
    pointer('pointerdown', grip, middle(grip), 'touch');
    await wait(320);
    expect(ghost.matches(':popover-open')).to.equal(true);
    pointer('pointermove', window, middle(inside(element, '[data-column=meeting] header')), 'touch');
    pointer('pointerup', window, middle(inside(element, '[data-column=meeting] header')), 'touch');
    await wait(30);
    expect(asked).to.deep.equal(['a to meeting']);
  });

  it('moves a card by its menu, where a refused column says why', async () => {
    const element = await board();
    inside(element, '[data-card=a] .move').click();
    await wait(60);
    const entries = [...(inside(element, 'kit-menu').shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [])];
    expect(entries.map((entry) => entry.ariaDisabled)).to.deep.equal([null, 'true']);
    expect(entries[1]?.textContent).to.contain('Only a signed offer wins.');
    entries[0]?.click();
    await wait(30);
    expect(asked).to.deep.equal(['a to meeting']);
  });
});
