import { expect } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { html } from '../src/base/html.ts';
import { Button } from '../src/kit/button.ts';
import { Dialog } from '../src/kit/dialog.ts';
import { Drawer } from '../src/kit/drawer.ts';
import { focused } from '../src/kit/focus-return.ts';
import { Menu } from '../src/kit/menu.ts';
import { Popover } from '../src/kit/popover.ts';
import { Tooltip } from '../src/kit/tooltip.ts';
import { checkAxe, inside, middle, place, pointer, press, put, useStage } from './primitive-stage.ts';
import { rest, until, wait } from './until.ts';

useStage();

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
    await until(() => tip(tooltip));
    tooltip.dispatchEvent(new PointerEvent('pointerleave', over));
    tooltip.dispatchEvent(new PointerEvent('pointerenter', over));
    await wait(200);
    expect(tip(tooltip)).to.equal(true);
    tooltip.dispatchEvent(new PointerEvent('pointerleave', over));
    await until(() => !tip(tooltip));
  });

  it('shows at a long press, which does not use the thing', async () => {
    const tooltip = await put<Tooltip>([Tooltip], content);
    const button = tooltip.querySelector('button') as HTMLButtonElement;
    let used = 0;
    button.addEventListener('click', () => used++);
    pointer('pointerdown', button, middle(button), 'touch');
    await until(() => tip(tooltip));
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
    await rest();
    expect(popover.open).to.equal(true);
    expect(trigger.ariaExpanded).to.equal('true');
    expect(focused()).to.equal(popover.querySelector('input'));
    expect(inside(popover, '.panel').getBoundingClientRect().top).to.be.greaterThan(
      trigger.getBoundingClientRect().bottom,
    );
    await checkAxe();
    inside(popover, '.panel').hidePopover();
    await rest();
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
    await rest();
    return element;
  };
  const at = (): string => focused()?.dataset['label'] ?? '';

  it('opens at its button within the window, also on a page that is enlarged by a style', async () => {
    if (!('currentCSSZoom' in Element.prototype)) return;
    document.body.style.setProperty('zoom', '2');
    try {
      const element = await menu();
      const list = inside(element, '[popover]').getBoundingClientRect();
      const button = inside(element, '.trigger').getBoundingClientRect();
      expect(list.right).to.be.at.most(innerWidth);
      expect(list.bottom).to.be.at.most(innerHeight);
      expect(Math.abs(list.top - button.bottom)).to.be.below(20);
      expect([list.left <= button.left, list.right >= button.right]).to.deep.equal([true, true]);
    } finally {
      document.body.style.removeProperty('zoom');
    }
  });

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
    await rest();
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
    await rest();
    place.querySelector<HTMLElement>('#second-opener')?.focus();
    second.open = true;
    await rest();
    expect(focused()).to.equal(second.querySelector('input'));
    await checkAxe();
    second.dismiss();
    await rest();
    expect(focused()?.id).to.equal('second-opener');
    first.dismiss();
    await rest();
    expect(focused()?.id).to.equal('opener');
  });

  it('stays open while something speaks against closing', async () => {
    const dialog = await put<Dialog>(
      [Dialog],
      () => html`<x-dialog heading="Draft" open .mayClose=${() => false}>Text</x-dialog>`,
    );
    inside<Button>(dialog, 'kit-button').click();
    await rest();
    expect(dialog.open).to.equal(true);
    dialog.mayClose = () => true;
    inside<Button>(dialog, 'kit-button').click();
    await rest();
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
