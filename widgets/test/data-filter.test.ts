import { expect } from '@open-wc/testing';
import { defineElement } from '../src/base/define-element.ts';
import { FilterBar } from '../src/kit/filter-bar.ts';
import type { FilterGroup } from '../src/kit/filter-group.ts';
import { settle } from './stories/settle.ts';
import { clear, place } from './stage-shown.ts';
import { pressKey } from './press-key.ts';

before(() => document.body.append(document.createElement('main')));
afterEach(clear);

describe('a filter bar', () => {
  it('is built, changed and taken away by keys alone', async () => {
    defineElement('acme', FilterBar);
    const bar = document.createElement('acme-filter-bar') as FilterBar; // just defined
    const heard: FilterGroup[] = [];
    bar.combines = true;
    bar.fields = [
      {
        id: 'status',
        label: 'Status',
        several: true,
        operators: [{ id: 'any_of', label: 'is any of' }],
        options: [
          { value: 'new', label: 'New' },
          { value: 'replied', label: 'Replied' },
        ],
      },
      { id: 'company', label: 'Company', repeats: true, operators: [{ id: 'is', label: 'is' }] },
    ];
    bar.addEventListener('filter', (event) => {
      bar.group = (event as CustomEvent<FilterGroup>).detail;
      heard.push(bar.group);
    });
    place(bar);
    const root = bar.shadowRoot as ShadowRoot;
    await settle(bar);
    root.querySelector<HTMLElement>('.add button')?.click();
    await settle(bar);
    pressKey(root.activeElement, 'ArrowDown');
    pressKey(root.activeElement, 'ArrowUp');
    (root.activeElement as HTMLElement).click();
    await settle(bar);
    (root.activeElement as HTMLElement).click();
    await settle(bar);
    pressKey(root.activeElement, 'ArrowDown');
    (root.activeElement as HTMLElement).click();
    await settle(bar);
    root.querySelector<HTMLElement>('.editor')?.hidePopover();
    await settle(bar);
    expect(heard.at(-1)?.conditions).to.deep.equal([
      { field: 'status', operator: 'any_of', values: ['new', 'replied'] },
    ]);
    expect(root.querySelector('.chip')?.textContent?.replace(/\s+/g, ' ')).to.contain('New, Replied');
    bar.group = {
      match: 'all',
      conditions: [...bar.group.conditions, { field: 'company', operator: 'is', values: ['A'] }],
    };
    await settle(bar);
    [...root.querySelectorAll<HTMLElement>('.plain')].find((one) => one.textContent?.includes('must'))?.click();
    await settle(bar);
    expect(bar.group.match).to.equal('any');
    root.querySelector<HTMLElement>('.edit')?.focus();
    pressKey(root.activeElement, 'Delete');
    await settle(bar);
    expect(bar.group.conditions.map((one) => one.field)).to.deep.equal(['company']);
    expect((root.activeElement as HTMLElement).textContent).to.contain('Company');
  });
});
