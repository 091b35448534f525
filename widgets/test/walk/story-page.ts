import { createTheme } from '@tabard/theme';
import { directionOf } from '../../src/core/locale.ts';
import { clearPlace } from '../stories/clear-place.ts';
import { stories } from '../stories/index.ts';
import type { Look } from '../stories/story.ts';
import { settle } from '../stories/settle.ts';
import { escapedWords } from './escaped-words.ts';
import { forgetWords, rememberIntl } from './known-words.ts';
import { speakPseudo } from './pseudo-words.ts';

/** What walkers call in the page that shows stories. */
export interface StoryPageApi {
  list(): { of: string; state: string }[];
  show(at: number, look: Look): Promise<void>;
  /** Resolves when nothing changes any more. */
  rest(): Promise<void>;
  /** Texts of the story that did not come through the catalogue, nor from the workspace, nor from the story's own file. */
  escaped(storySource: string): string[];
}

rememberIntl();

const ground = new CSSStyleSheet();
document.adoptedStyleSheets = [ground];
const place = document.querySelector('main') as HTMLElement; // The page is served beside this script.

const pageApi: StoryPageApi = {
  list: () => stories.map(({ of, state }) => ({ of, state })),
  async show(at, look) {
    clearPlace(place);
    forgetWords();
    const story = stories[at];
    if (!story) throw new Error(`There is no story ${at}.`);
    const { canvas, text } = createTheme({ brandColor: look.brandColor, mode: look.theme });
    ground.replaceSync(
      `html{color-scheme:${look.theme}}body{margin:0;background:${canvas};color:${text};font-family:Inter,"Noto Sans Arabic",sans-serif}
       main{padding:16px}@media (width>=600px){main{padding:24px}}`,
    );
    document.documentElement.lang = look.locale;
    document.documentElement.dir = directionOf(look.locale);
    speakPseudo(look.locale === 'en-XA');
    await story.show(place, look);
  },
  rest: () => settle(place),
  escaped: (storySource) => escapedWords(document.body, storySource),
};
Object.assign(globalThis, { storyPage: pageApi });
