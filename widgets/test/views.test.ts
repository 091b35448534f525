import { expect } from '@open-wc/testing';
import { html } from '../src/base/html.ts';
import type { BoardCard } from '../src/kit/board-card.ts';
import { Board } from '../src/kit/board.ts';
import { focused } from '../src/kit/focus-return.ts';
import { checkAxe, inside, middle, pointer, press, put, useStage } from './primitive-stage.ts';
import { rest, until, wait } from './until.ts';

useStage();

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
    await rest();
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
      await rest();
    };
    await drag('won');
    expect(inside(element, '.ghost').matches(':popover-open')).to.equal(true);
    expect(inside(element, '[data-column=won] .why').textContent).to.contain('Only a signed offer wins.');
    pointer('pointerup', window, { x: 0, y: 0 });
    await rest();
    expect(asked).to.deep.equal([]);
    answer = () => Promise.reject(new Error('down'));
    await drag('meeting');
    pointer('pointerup', window, middle(inside(element, '[data-column=meeting] header')));
    expect(asked).to.deep.equal(['a to meeting']);
    await rest();
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
    await until(() => ghost.matches(':popover-open'));
    pointer('pointermove', window, middle(inside(element, '[data-column=meeting] header')), 'touch');
    pointer('pointerup', window, middle(inside(element, '[data-column=meeting] header')), 'touch');
    await rest();
    expect(asked).to.deep.equal(['a to meeting']);
  });

  it('moves a card by its menu, where a refused column says why', async () => {
    const element = await board();
    inside(element, '[data-card=a] .move').click();
    await rest();
    const entries = [...(inside(element, 'kit-menu').shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? [])];
    expect(entries.map((entry) => entry.ariaDisabled)).to.deep.equal([null, 'true']);
    expect(entries[1]?.textContent).to.contain('Only a signed offer wins.');
    entries[0]?.click();
    await rest();
    expect(asked).to.deep.equal(['a to meeting']);
  });
});
