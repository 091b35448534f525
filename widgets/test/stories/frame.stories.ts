import { defineElement } from '../../src/base/define-element.ts';
import { Frame } from '../../src/core/frame.ts';
import { useLanguage } from '../../src/core/locale.ts';
import type { Story } from './story.ts';
import { settle } from './settle.ts';

const PREFIX = 'acme';

/** A frame in a state that it shows by itself; what stands in an open one is the element's own picture. */
function frameStory(state: string, fetchLink: NonNullable<Frame['fetchLink']>): Story {
  return {
    of: 'frame',
    state,
    async show(place, { theme, brandColor, locale }) {
      defineElement(PREFIX, Frame);
      await useLanguage(PREFIX, locale);
      const frame = document.createElement(`${PREFIX}-frame`) as Frame; // Defined just above.
      Object.assign(frame, { widget: 'inbox', label: 'Inbox', theme, brandColor, locale, fetchLink });
      place.append(frame);
      await settle(place);
    },
  };
}

export const stories: readonly Story[] = [
  frameStory('loading', () => new Promise(() => undefined)),
  frameStory('error', () => Promise.reject(new Error('The portal is down.'))),
];
