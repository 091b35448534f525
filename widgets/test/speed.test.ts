import { expect } from '@open-wc/testing';
import type { WidgetName } from '@tabard/contract';
import type { Widget } from '../src/core/widget.ts';
import { findDeep } from './stories/find-deep.ts';
import { clear, showWidget } from './stage-shown.ts';
import { rest, wait } from './until.ts';

before(() => document.body.append(document.createElement('main')));
afterEach(clear);

const lists = [
  { widget: 'lead-table', list: 'acme-table', scroller: '.scroll', row: '.rows .line', step: 396 },
  { widget: 'inbox', list: 'acme-thread-list', scroller: '.threads', row: '.rows > *', step: 318 },
] as const;
const sample = { leads: 1_000_000, conversations: 400 };

describe('a long list', () => {
  for (const { widget, list, scroller, row, step } of lists) {
    const rowsOf = (root: ShadowRoot): Element[] => [...(findDeep(root, list).shadowRoot?.querySelectorAll(row) ?? [])];

    it(`of ${widget} draws rows without a shadow root in any of their cells`, async () => {
      const { root } = await showWidget({ widget, sample });
      const inside = rowsOf(root).flatMap((one) => [...one.querySelectorAll('*')]);
      expect(inside).to.have.length.above(40);
      expect(inside.filter((one) => one.shadowRoot).map((one) => one.localName)).to.deep.equal([]);
    });

    it(`of ${widget} takes the elements of rows that went for rows that come`, async () => {
      const { root } = await showWidget({ widget, sample });
      const place = findDeep<HTMLElement>(root, list, scroller);
      const seen = new Set<Element>();
      let most = 0;
      for (let turn = 0; turn < 30; turn++) {
        place.scrollTop += step;
        await rest();
        for (const one of rowsOf(root)) seen.add(one);
        most = Math.max(most, rowsOf(root).length);
      }
      expect(place.scrollTop).to.be.above(9000);
      // One more than ever stood there at once: the first window is shorter, for nothing is above it.
      expect(seen.size).to.be.at.most(most + 1);
    });
  }
});

describe('an element that came and went a hundred times', () => {
  const released: WidgetName[] = ['inbox', 'lead-table'];
  for (const widget of released) {
    it(`leaves nothing behind that asks or draws: ${widget}`, async () => {
      const main = document.querySelector('main');
      const { element, instance, sample: workspace, root } = await showWidget({ widget, sample });
      const { cache } = (element as Widget).session ?? {};
      expect(root.querySelectorAll('*')).to.have.length.above(5);
      for (let turn = 0; turn < 100; turn++) {
        main?.replaceChildren(instance.create(widget));
        // What is known is stale, so each asks, and half of them leave before the answer.
        cache?.invalidate([]);
        await wait(turn % 2);
      }
      main?.replaceChildren();
      await rest(400);
      const { length } = workspace.calls;
      cache?.invalidate([]);
      await wait(200);
      expect(workspace.calls.slice(length).map(({ name }) => name)).to.deep.equal([]);
      expect(document.body.querySelectorAll(`acme-${widget}`)).to.have.length(0);
    });
  }
});
