import { expect } from '@open-wc/testing';
import 'axe-core';
import type Axe from 'axe-core';
import { clearPlace } from './stories/clear-place.ts';
import { stories as appStories } from './stories/app.stories.ts';
import { stories as paletteStories } from './stories/kit-command-palette.stories.ts';
import { place, useApp } from './show-app.ts';

// The library is a script that leaves a global, not a module.
const { axe } = globalThis as unknown as { axe: typeof Axe };
useApp();

describe('every state of the app and the palette', () => {
  for (const story of [...appStories, ...paletteStories]) {
    for (const theme of ['light', 'dark'] as const) {
      it(`${story.of}, ${story.state}, ${theme}: axe finds nothing`, async () => {
        document.body.style.setProperty('background', theme === 'dark' ? '#161616' : '#f7f7f9');
        try {
          await story.show(place, { theme, brandColor: '#2b5fd9', locale: 'en' });
          const { violations } = await axe.run(place, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: {
              region: { enabled: false },
              'page-has-heading-one': { enabled: false },
              'label-content-name-mismatch': { enabled: true },
            },
          });
          const report = violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`).join(' | ')}`,
          );
          expect(report, report.join('\n')).to.deep.equal([]);
        } finally {
          clearPlace(place);
        }
      });
    }
  }
});
