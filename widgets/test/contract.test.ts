import { expect } from '@open-wc/testing';
import { permissions } from '@tabard/contract/permissions';
import type { WidgetName } from '@tabard/contract';
import type { LitElement } from 'lit';
import type { ElementContract } from '../wrappers/element-contract.ts';
import { clearPlace } from './stories/clear-place.ts';
import { goOffline } from './stories/show-widget.ts';
import { stage, type Staging } from './stage.ts';
import { everyDeep } from './stories/find-deep.ts';
import { rest, until } from './until.ts';

/** What the elements promise their hosts, held against the elements themselves. A frame has a file of its own. */
const contracts = ((await (await fetch('/contracts.json')).json()) as ElementContract[]).filter(
  ({ name }) => name !== 'provider' && name !== 'frame',
); // answered by contract-server.mjs

type Staged = ReturnType<typeof stage>;
const STATES: [string, NonNullable<Staging['sample']>][] = [
  ['ready', {}],
  ['loading', { slow: true }],
  ['failed', { fail: Object.assign(new Error('down'), { status: 503 }) }],
  ['not-allowed', { permissions: [] }],
  ['offline', {}],
  ['signed out', {}],
];
const attributesOf: Partial<Record<string, Record<string, string>>> = {
  'campaign-editor': { 'campaign-id': 'cmp_4' },
  timeline: { 'record-id': 'lea_000000' },
  'lead-page': { 'lead-id': 'lea_000000' },
  'search-page': { text: 'brandt' },
};

async function show(
  name: string,
  sample: Staging['sample'] = {},
): Promise<Staged & { heard: Event[]; first: { parts: string[]; loading: boolean } }> {
  const heard: Event[] = [];
  const note = (event: Event): unknown => heard.push(event);
  for (const { events } of contracts) for (const event of events) addEventListener(`acme-${event.name}`, note);
  const staged = stage({
    widget: name as WidgetName,
    // Somebody who may do all that any element asks for.
    sample: { permissions: [...permissions], ...sample },
    attributes: attributesOf[name],
  });
  await customElements.whenDefined(staged.element.localName);
  await (staged.element as LitElement).updateComplete;
  const first = { parts: partsOf(staged.element), loading: staged.element.matches(':state(loading)') };
  // There is no event for "nothing more to come" in a state that never ends.
  await rest();
  return { ...staged, heard, first };
}
function close({ element, instance }: Staged): void {
  element.remove();
  instance.destroy();
}
/** Something an attribute can say, and what the property is then. */
function sampleOf(type: string, values: readonly string[]): [written: string, read: unknown] {
  if (type === 'boolean') return ['', true];
  if (type === 'number') return ['3', 3];
  if (type.startsWith('{')) return ['{"hidden":["root"]}', { hidden: ['root'] }];
  const word = values.findLast(Boolean) ?? 'given';
  return [word, word];
}
const inside = (element: HTMLElement, selector: string): Element[] => [
  ...(element.shadowRoot?.querySelectorAll(selector) ?? []),
];
const partsOf = (element: HTMLElement): string[] => inside(element, '[part]').flatMap((one) => [...one.part]);

before(async () => {
  document.body.append(document.createElement('main'));
  // The views of what is seldom shown are fetched once, in the time that this takes.
  const failing = await show('lead-table', { fail: Object.assign(new Error('down'), { status: 503 }) });
  await until(() => partsOf(failing.element).includes('error'));
  close(failing);
});

for (const contract of contracts) {
  describe(`${contract.name}:`, () => {
    it('has exactly the parts and states it documents and no other slots, and says when it is ready or failed', async () => {
      const parts = new Set<string>();
      const slots = new Set<string>();
      const states = new Set<string>();
      for (const [state, sample] of STATES) {
        const shown = await show(contract.name, sample);
        if (state === 'offline') goOffline();
        if (state === 'signed out') shown.instance.logout();
        if (state === 'offline' || state === 'signed out') await rest();
        for (const name of [...shown.first.parts, ...partsOf(shown.element)]) parts.add(name);
        for (const slot of inside(shown.element, 'slot')) slots.add(slot.getAttribute('name') ?? '');
        // What only waits for its code is loading for a moment, and only the first time.
        if (shown.first.loading) states.add('loading');
        for (const { name } of contract.states) if (shown.element.matches(`:state(${name})`)) states.add(name);
        // A form that only asks when it is used is ready at once.
        expect(states, `${state} among ${[...states].join()}`).to.satisfy((all: Set<string>) => all.size > 0);
        const heard = shown.heard.map(({ type }) => type);
        if (state === 'ready') expect(heard).to.include('acme-load');
        if (shown.element.matches(':state(failed)')) expect(heard).to.include('acme-load-error');
        close(shown);
        clearPlace(document.createElement('div'));
      }
      expect([...parts].toSorted()).to.deep.equal(contract.parts.map(({ name }) => name).toSorted());
      // Some stand in what must be opened first.
      expect(contract.slots.map(({ name }) => name)).to.include.members([...slots]);
      expect([...states].toSorted()).to.deep.equal(contract.states.map(({ name }) => name).toSorted());
    });

    it('takes what it documents from attributes, and documents all that it takes', async () => {
      const shown = await show(contract.name, { slow: true });
      const element = shown.element as LitElement & Record<string, unknown>;
      const { elementProperties } = element.constructor as typeof LitElement;
      const taken = [...elementProperties].filter(
        ([name, { attribute, state }]) => attribute !== false && !state && typeof name === 'string',
      );
      expect(taken.map(([name]) => String(name)).toSorted()).to.deep.equal(
        contract.attributes.map(({ field }) => field).toSorted(),
      );
      for (const { name, field, type, values, reflects } of contract.attributes) {
        const [written, read] = sampleOf(type, values);
        element.setAttribute(name, written);
        if (typeof read === 'object') expect(element[field], name).to.deep.include(read);
        else expect(element[field], name).to.equal(read);
        if (!reflects) continue;
        element.removeAttribute(name);
        element[field] = read;
        await element.updateComplete;
        // What the element decides by itself is written back as it decided.
        expect(element.getAttribute(name), `${name} is written back`).to.equal(String(element[field]));
      }
      close(shown);
    });
  });
}

/** Not every element has every thing to be clicked. */
const click = (root: ParentNode, selector: string): void => {
  const found = [...everyDeep(root)].find((one) => one.matches(selector));
  if (found instanceof HTMLElement) found.click();
};
/** What a person does to make an element speak. */
const ACTS: [element: string, act: (root: ShadowRoot, element: HTMLElement) => void, events: string[]][] = [
  ['lead-table', (root) => click(root, '.body .line'), ['select-lead']],
  ['campaign-list', (root) => click(root, '.body .line'), ['select-campaign', 'navigate']],
  ['analytics-overview', (root) => click(root, '.body .line'), ['select-campaign', 'navigate']],
  [
    'inbox',
    (_, element) => element.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true })),
    ['select-conversation'],
  ],
];

describe('events', () => {
  for (const [name, act, events] of ACTS) {
    it(`of ${name} reach the page under its prefix, through the shadow root, with the detail that is documented`, async () => {
      const shown = await show(name);
      act(shown.element.shadowRoot as ShadowRoot, shown.element); // an element has one
      await rest();
      for (const event of events) {
        const raised = shown.heard.find(({ type }) => type === `acme-${event}`);
        expect(raised, event).to.be.instanceOf(CustomEvent);
        expect(raised?.composed, event).to.equal(true);
        const documented =
          contracts.find((one) => one.name === name)?.events.find((one) => one.name === event)?.detail ?? '';
        const fields = Object.keys((raised as CustomEvent<object>).detail);
        for (const field of fields) expect(documented).to.match(new RegExp(`\\b${field}\\??:`));
        expect(fields, event).not.to.have.length(0);
      }
      close(shown);
    });
  }
});
