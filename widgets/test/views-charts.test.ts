import { expect } from '@open-wc/testing';
import { html } from '../src/base/html.ts';
import { spread } from '../src/kit/chart-frame.ts';
import { Chart } from '../src/kit/chart.ts';
import { Figure } from '../src/kit/figure.ts';
import { focused } from '../src/kit/focus-return.ts';
import { Funnel } from '../src/kit/funnel.ts';
import { Stepper } from '../src/kit/stepper.ts';
import { Tabs } from '../src/kit/tabs.ts';
import { checkAxe, inside, press, put, useStage } from './primitive-stage.ts';
import { rest } from './until.ts';

useStage();

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu'];
const SERIES = [
  { name: 'Sent', values: [120, 80, 0, 1234] },
  { name: 'Replied', values: [9, 4, 0, 31] },
];
const exact = (value: number): string => value.toLocaleString('en');
const chart = (kind: Chart['kind'], dir = 'ltr'): Promise<Chart> =>
  put<Chart>(
    [Chart],
    () =>
      html`<x-chart
        dir=${dir}
        kind=${kind}
        label="Mails a day"
        .labels=${DAYS}
        .series=${SERIES}
        .exact=${exact}
        .format=${(value: number) => `${value}`}
      ></x-chart>`,
  );
const tableOf = (element: Element): string[][] =>
  [...inside(element, 'table').querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
  );
const toTable = async (element: Element): Promise<void> => {
  inside(element, 'kit-button').click();
  await rest();
};

describe('chart', () => {
  for (const kind of ['line', 'bar', 'stacked'] as const) {
    it(`as ${kind} gives the same numbers as a table, exactly`, async () => {
      const element = await chart(kind);
      await checkAxe();
      await toTable(element);
      expect(tableOf(element)).to.deep.equal([
        ['Day', 'Sent', 'Replied'],
        ...DAYS.map((day, at) => [day, ...SERIES.map(({ values }) => exact(values[at] ?? 0))]),
      ]);
      await checkAxe();
    });
  }

  it('draws bars as high as their values', async () => {
    const element = await chart('bar');
    const bars = [...(element.shadowRoot?.querySelectorAll<SVGRectElement>('.bar[data-value]') ?? [])];
    const scales = bars
      .filter((bar) => Number(bar.dataset['value']) > 0)
      .map((bar) => Number(bar.getAttribute('height')) / Number(bar.dataset['value']));
    expect(bars).to.have.length(8);
    for (const scale of scales) expect(scale).to.be.closeTo(scales[0] ?? 0, 0.001);
  });

  it('is read by keys, in words, and mirrors them in right-to-left pages', async () => {
    for (const [dir, onward] of [
      ['ltr', 'ArrowRight'],
      ['rtl', 'ArrowLeft'],
    ] as const) {
      const element = await chart('line', dir);
      const plot = inside(element, '.plot');
      plot.focus();
      await press('Home', plot);
      expect(plot.ariaValueText).to.equal('Mon: Sent 120, Replied 9');
      await press(onward, plot);
      expect(plot.ariaValueText).to.equal('Tue: Sent 80, Replied 4');
      expect(inside(element, '.head').textContent).to.contain('Tue');
      await press('End', plot);
      expect(plot.ariaValueNow).to.equal('4');
      await press('Escape', plot);
      expect(inside(element, '.head').textContent).to.contain('Mails a day');
    }
  });

  it('reads what the pointer is over', async () => {
    const element = await chart('line');
    const plot = inside(element, '.plot');
    const { left, width, top } = plot.getBoundingClientRect();
    plot.dispatchEvent(new PointerEvent('pointermove', { clientX: left + width * 0.02, clientY: top + 20 }));
    await rest();
    expect(plot.ariaValueText).to.contain('Mon');
    plot.dispatchEvent(new PointerEvent('pointerleave'));
    await rest();
    expect(inside(element, '.head').textContent).to.contain('Mails a day');
  });

  it('tells series apart without colour: by dash, shape and hatching', async () => {
    const lines = await chart('line');
    const dashes = [...(lines.shadowRoot?.querySelectorAll('path.line') ?? [])].map(
      (line) => getComputedStyle(line).strokeDasharray,
    );
    expect(new Set(dashes).size).to.equal(2);
    const stacks = await chart('stacked');
    const fills = [...(stacks.shadowRoot?.querySelectorAll('.plot .bar') ?? [])].map((bar) => bar.getAttribute('fill'));
    expect(new Set(fills).size).to.equal(2);
  });

  it('moves names at line ends apart and keeps them in the plot', () => {
    const places = spread([50, 52, 51, 200], 16, 10, 180);
    const sorted = places.toSorted((one, other) => one - other);
    for (const [at, place] of sorted.entries()) {
      expect(place).to.be.within(10, 180);
      if (at > 0) expect(place - (sorted[at - 1] ?? 0)).to.be.at.least(16);
    }
    expect(places[0]).to.be.lessThan(places[1] ?? 0);
  });
});

describe('funnel', () => {
  it('writes each number and share, and the shares of the stage before as a table', async () => {
    const element = await put<Funnel>(
      [Funnel],
      () =>
        html`<x-funnel
          label="From mail to answer"
          .stages=${[
            { name: 'Sent', value: 200 },
            { name: 'Opened', value: 100 },
            { name: 'Replied', value: 10 },
          ]}
        ></x-funnel>`,
    );
    const rows = [...(element.shadowRoot?.querySelectorAll('li') ?? [])].map((row) =>
      row.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(rows).to.deep.equal(['Sent 200', 'Opened 100 50 %', 'Replied 10 5 %']);
    await checkAxe();
    await toTable(element);
    expect(tableOf(element).slice(1)).to.deep.equal([
      ['Sent', '200', '100 %', '–'],
      ['Opened', '100', '50 %', '50 %'],
      ['Replied', '10', '5 %', '10 %'],
    ]);
    await checkAxe();
  });
});

describe('figure', () => {
  it('says what it counts at a press, and is chosen by another', async () => {
    let chosen = 0;
    const element = await put<Figure>(
      [Figure],
      () =>
        html`<x-figure
          selectable
          name="Replied"
          value="6.8%"
          counts="Leads who answered."
          .trend=${[1, 4, 2]}
          .change=${{ text: '+0.4 points', direction: 'up', welcome: true, against: 'compared with last month' }}
          @choose=${() => chosen++}
        ></x-figure>`,
    );
    inside(element, '.why').click();
    await rest();
    expect(inside(inside(element, 'kit-tooltip'), '.tip').matches(':popover-open')).to.equal(true);
    expect(inside(element, '.why').ariaDescription).to.equal('Leads who answered.');
    expect(chosen).to.equal(0);
    inside(element, '.choose').click();
    expect(chosen).to.equal(1);
    await checkAxe();
  });
});

describe('tabs and stepper', () => {
  it('shows another view by arrows, Home and End', async () => {
    let shown = 'all';
    const draw = (): Promise<Tabs> =>
      put<Tabs>(
        [Tabs],
        () =>
          html`<x-tabs
            label="Status"
            selected=${shown}
            .tabs=${['all', 'new', 'old'].map((id) => ({ id, label: id }))}
            @choose=${(event: CustomEvent<string>) => (shown = event.detail)}
          ></x-tabs>`,
      );
    const element = await draw();
    inside(element, '[aria-selected=true]').focus();
    for (const [key, id] of [
      ['End', 'old'],
      ['ArrowRight', 'all'],
      ['ArrowLeft', 'old'],
      ['Home', 'all'],
    ] as const) {
      await press(key);
      expect(shown).to.equal(id);
      expect(focused()?.textContent?.trim()).to.equal(id);
      await draw();
    }
  });

  it('goes back to a step that is done, and says where one is', async () => {
    let asked = -1;
    const element = await put<Stepper>(
      [Stepper],
      () =>
        html`<x-stepper
          revisitable
          .steps=${['File', 'Columns', 'Report']}
          .current=${1}
          @revisit=${(event: CustomEvent<number>) => (asked = event.detail)}
        ></x-stepper>`,
    );
    expect(element.shadowRoot?.querySelectorAll('button')).to.have.length(1);
    inside(element, 'button').click();
    expect(asked).to.equal(0);
    expect(inside(element, '[aria-live]').textContent?.trim()).to.equal('Step 2 of 3: Columns');
    await checkAxe();
  });
});
