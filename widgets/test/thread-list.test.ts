import { expect } from '@open-wc/testing';
import type { Conversation } from '@tabard/contract';
import { conversation } from './sample-conversations.ts';
import { pressKey } from './press-key.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { until } from './until.ts';

onPage();

/** Threads that need more and less room than others. */
const uneven = (index: number): Partial<Conversation> => ({
  subject: index % 3 === 0 ? '' : `Subject ${index}`,
  preview: index % 5 === 0 ? '' : `Words ${index}`,
  intent: null,
  lastClass: index % 2 === 0 ? 'bounce' : 'human',
  counterpart: { name: '', address: `${'long.name.'.repeat(index % 7)}${index}@wide.example` },
  lead: null,
});

const arrived = { id: 'e1', type: 'message.received', at: '' } as const;

describe('the rows of threads', () => {
  /** An inbox of uneven threads. */
  const show = async (count: number, locale = 'en') => {
    const { root, sample } = await showWidget({ widget: 'inbox', locale, sample: { conversations: count } });
    /** Lets the inbox ask again, as when a mail came. */
    const reload = async (): Promise<void> => {
      sample.emit({ ...arrived, data: { conversationId: 'cnv_0', messageId: 'm', class: 'human' } });
      await settle(root);
    };
    await until(() => root.querySelector('.threads'));
    const list = findDeep(root, 'acme-thread-list').shadowRoot as ShadowRoot; // an element of ours has an open one
    const scroller = findDeep(list, '.threads');
    const rows = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=listitem]')];
    const placeOf = (row: Element | null | undefined): number => Number(row?.getAttribute('aria-posinset')) - 1;
    const isSeen = (index: number): boolean => {
      const box = rows()
        .find((row) => placeOf(row) === index)
        ?.getBoundingClientRect();
      const view = scroller.getBoundingClientRect();
      return Boolean(box && box.top >= view.top - 1 && box.bottom <= view.bottom + 1);
    };
    const focused = (): number => placeOf(list.activeElement?.closest('[role=listitem]'));
    sample.conversations.splice(0, count, ...sample.conversations.map((one, index) => ({ ...one, ...uneven(index) })));
    await reload();
    await until(() => list.textContent?.includes('Words 1'));
    return { root, sample, reload, list, scroller, rows, isSeen, focused };
  };
  const expectWhole = (rows: HTMLElement[]): void => {
    const boxes = rows.map((row) => row.getBoundingClientRect());
    boxes.slice(1).forEach((box, at) => expect(box.top).to.be.closeTo(boxes[at]?.bottom ?? 0, 0.1));
    for (const row of rows) {
      const thread = row.querySelector<HTMLElement>('.thread');
      expect(thread?.scrollHeight).to.be.at.most((thread?.clientHeight ?? 0) + 1);
    }
  };

  for (const locale of ['en', 'ar'])
    it(`are as high as their content, and each begins where the one before ends (${locale})`, async () => {
      const { rows } = await show(60, locale);
      const heights = new Set(rows().map((row) => Math.round(row.getBoundingClientRect().height)));
      expect(heights.size).to.be.above(3);
      expect(Math.min(...heights)).to.be.below(75);
      expectWhole(rows());
    });

  it('of fifty thousand are reached with End, Home and arrows, each wholly in view and with the focus', async () => {
    const { list, scroller, rows, isSeen, focused } = await show(50_000);
    const press = async (key: string): Promise<void> => {
      pressKey(list.activeElement ?? findDeep(list, '.rows [tabindex="0"]'), key);
      await settle(list);
    };
    findDeep(list, '.rows [tabindex="0"]').focus();
    await press('End');
    await until(() => focused() === 49_999 && isSeen(49_999));
    expect(scroller.scrollTop).to.be.closeTo(scroller.scrollHeight - scroller.clientHeight, 1);
    for (let step = 1; step <= 20; step++) {
      await press('ArrowUp');
      await until(() => focused() === 49_999 - step && isSeen(49_999 - step));
    }
    expectWhole(rows());
    await press('Home');
    await until(() => focused() === 0 && isSeen(0));
    expect(scroller.scrollTop).to.equal(0);
    for (let step = 1; step <= 20; step++) {
      await press('ArrowDown');
      await until(() => focused() === step && isSeen(step));
    }
  });

  it('stay where they are when threads come above them, and those at the top make room', async () => {
    const { sample, reload, list, scroller } = await show(200);
    scroller.scrollTop = 3000;
    await settle(list);
    const seen = (): HTMLElement | undefined =>
      [...list.querySelectorAll<HTMLElement>('.thread')].find(
        (one) => one.getBoundingClientRect().top > scroller.getBoundingClientRect().top,
      );
    const before = seen();
    const [words, top] = [before?.textContent, before?.getBoundingClientRect().top ?? 0];
    sample.conversations.unshift({ ...conversation(500), ...uneven(1), id: 'cnv_new', subject: 'Just came' });
    await reload();
    await until(() => list.querySelector('[aria-setsize]'));
    expect(seen()?.textContent).to.equal(words);
    expect(seen()?.getBoundingClientRect().top).to.be.closeTo(top, 1);
    scroller.scrollTop = 0;
    await until(() => list.textContent?.includes('Just came'));
    sample.conversations.unshift({ ...conversation(501), ...uneven(1), id: 'cnv_newer', subject: 'Came later' });
    await reload();
    await until(() => list.textContent?.includes('Came later'));
    expect(scroller.scrollTop).to.equal(0);
  });

  it('do not move under the reader who scrolls up to rows that were never drawn', async () => {
    const { list, scroller, rows } = await show(2000);
    scroller.scrollTop = scroller.scrollHeight / 2;
    await until(() => rows().length > 0 && !list.querySelector('.coming'));
    await settle(list);
    for (let step = 0; step < 20; step++) {
      const held = rows().find((row) => row.getBoundingClientRect().top >= scroller.getBoundingClientRect().top);
      const [words, top] = [held?.textContent, held?.getBoundingClientRect().top ?? 0];
      scroller.scrollTop -= 120;
      await settle(list);
      await until(() => !list.querySelector('.coming'));
      const now = rows().find((row) => row.textContent === words);
      expect(now?.getBoundingClientRect().top).to.be.closeTo(top + 120, 1.5);
    }
  });
});
