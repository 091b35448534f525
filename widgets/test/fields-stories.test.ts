import { expect } from '@open-wc/testing';
import 'axe-core';
import type Axe from 'axe-core';
import { stories } from './stories/index.ts';
import { press } from './field-stage.ts';
import { everyDeep } from './stories/find-deep.ts';

// The library is a script that leaves a global, not a module.
const { axe } = globalThis as unknown as { axe: typeof Axe };
const MINE =
  /^kit-(chip|code-field|combobox|date-field|date-range-field|field|merge-input|number-field|radio-group|rich-text|switch|tag-input|time-field|toggle-group)$/;

describe('every story of a field', () => {
  for (const story of stories.filter(({ of }) => MINE.test(of))) {
    it(`${story.of}, ${story.state}: axe finds nothing and Tab is never kept`, async () => {
      const main = document.body.appendChild(document.createElement('main'));
      await story.show(main, { theme: 'light', brandColor: '#2b5fd9', locale: 'en' });
      const { violations } = await axe.run(main, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      });
      const report = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map((node) => `${node.html.slice(0, 200)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`).join(' | ')}`,
      );
      expect(report, report.join('\n')).to.deep.equal([]);
      const reachable = [...everyDeep(main)].filter(
        (element): element is HTMLElement =>
          element instanceof HTMLElement && (element.tabIndex >= 0 || element.isContentEditable),
      );
      for (const element of reachable) {
        element.focus();
        for (const shiftKey of [false, true])
          expect(await press(element, 'Tab', { shiftKey }), element.outerHTML.slice(0, 80)).to.equal(true);
      }
    });
  }
});
