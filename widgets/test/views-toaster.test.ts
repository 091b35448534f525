import { expect } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { html } from '../src/base/html.ts';
import { Dialog } from '../src/kit/dialog.ts';
import { Drawer } from '../src/kit/drawer.ts';
import { focused } from '../src/kit/focus-return.ts';
import { Toaster } from '../src/kit/toaster.ts';
import { checkAxe, inside, middle, press, put, useStage } from './primitive-stage.ts';
import { rest, until, wait } from './until.ts';

useStage();

describe('toaster', () => {
  it('shows three, keeps the rest waiting, and lets one be undone', async () => {
    const toaster = await put<Toaster>([Toaster], () => html`<x-toaster></x-toaster>`);
    let undone = 0;
    const texts = (): string[] =>
      [...(toaster.shadowRoot?.querySelectorAll('.toast span') ?? [])].map((one) => one.textContent ?? '');
    for (const text of ['One', 'Two', 'Three', 'Four'])
      toaster.show({ text, action: { label: 'Undo', run: () => undone++ } });
    await rest();
    expect(texts()).to.deep.equal(['One', 'Two', 'Three']);
    await checkAxe();
    inside(toaster, '.act').click();
    await rest();
    expect(undone).to.equal(1);
    expect(texts()).to.deep.equal(['Two', 'Three', 'Four']);
    expect(inside(toaster, '[aria-live]').textContent).to.equal('Four');
  });

  it('makes no page longer that fills its window', async () => {
    const page = await put<HTMLElement>([Toaster], () => html`<div><x-toaster></x-toaster></div>`);
    page.style.display = 'block';
    const end = page.getBoundingClientRect().bottom;
    const heard = [
      ...(page.querySelector('acme-toaster, kit-toaster')?.shadowRoot?.querySelectorAll('.visually-hidden') ?? []),
    ];
    expect(heard).to.have.length(2);
    for (const one of heard) expect(one.getBoundingClientRect().bottom).to.be.at.most(end);
  });

  it('keeps what somebody looks at', async () => {
    const toaster = await put<Toaster>([Toaster], () => html`<x-toaster></x-toaster>`);
    toaster.show({ text: 'Archived' });
    await rest();
    inside(toaster, '.shelf').dispatchEvent(new PointerEvent('pointerenter'));
    await wait(6600);
    expect(toaster.shadowRoot?.querySelectorAll('.toast')).to.have.length(1);
    inside(toaster, '.shelf').dispatchEvent(new PointerEvent('pointerleave'));
    await until(() => toaster.shadowRoot?.querySelector('.toast') === null);
  });

  it('gives the focus to where it was last, when what had it has gone with what it did', async () => {
    const root = await put(
      [Toaster],
      () => html`<div><button>Archive</button><a href="#row">Row</a><x-toaster></x-toaster></div>`,
    );
    const [archive, row] = [root.querySelector('button') as HTMLElement, root.querySelector('a') as HTMLElement];
    const toaster = root.querySelector<Toaster>('acme-toaster, kit-toaster') as Toaster;
    archive.focus();
    toaster.show({ text: 'Archived', action: { label: 'Undo', run: () => undefined } });
    await rest();
    archive.remove();
    row.focus();
    row.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, composed: true }));
    inside(toaster, '.act').focus();
    inside(toaster, '.act').click();
    await until(() => focused() === row);
  });

  it('can be seen and used while a modal dialog is open, whether it came before or after, and outlives the dialog', async () => {
    const page = (drawn: boolean, open = drawn): TemplateResult =>
      html`<div>
        <x-toaster></x-toaster>
        ${
          drawn
            ? html`<x-drawer open heading="Ada"
                ><button>Write</button><x-dialog heading="Sure?" ?open=${open}></x-dialog
              ></x-drawer>`
            : ''
        }
      </div>`;
    const parts = [Drawer, Dialog, Toaster];
    const root = await put(parts, () => page(false));
    let undone = 0;
    const action = { label: 'Undo', run: () => undone++ };
    const toaster = root.firstElementChild as Toaster;
    const within = (dialog: string): HTMLElement =>
      inside(inside(root.querySelector(dialog) as Element, 'kit-toaster'), '.shelf');
    const reachable = async (shelf: HTMLElement): Promise<void> => {
      await until(() => shelf.querySelector('.act'));
      const act = shelf.querySelector<HTMLElement>('.act')!;
      const { x, y } = middle(act);
      // What a modal dialog makes inert is neither found at a point nor focused.
      let met = document.elementFromPoint(x, y);
      while (met?.shadowRoot) met = met.shadowRoot.elementFromPoint(x, y);
      expect(met).to.equal(act);
      act.focus();
      expect(focused()).to.equal(act);
      act.blur();
    };
    toaster.show({ text: 'Before', action });
    await put(parts, () => page(true, false));
    await rest();
    await reachable(within('kit-drawer'));
    expect(inside(toaster, '.shelf').textContent).not.to.contain('Before');
    await put(parts, () => page(true));
    toaster.show({ text: 'After', action });
    await rest();
    await reachable(within('kit-dialog'));
    // What stood elsewhere comes over with the next tick.
    await until(() => /After[^]*Before|Before[^]*After/.test(within('kit-dialog').textContent ?? ''));
    const heard = inside(inside(root.querySelector('kit-dialog') as Element, 'kit-toaster'), '[aria-live]');
    expect(heard.textContent).not.to.equal('');
    await checkAxe();
    within('kit-dialog').querySelector<HTMLElement>('.act')?.click();
    expect(undone).to.equal(1);
    await press('Escape', within('kit-dialog').querySelector('.act'));
    toaster.show({ text: 'Saved', action });
    await put(parts, () => page(false));
    await rest();
    await until(() => inside(toaster, '[aria-live]').textContent === 'Saved');
    await reachable(inside(toaster, '.shelf'));
  });
});
