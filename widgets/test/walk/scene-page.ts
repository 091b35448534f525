import { createTheme } from '@tabard/theme';
import { directionOf } from '../../src/core/locale.ts';
import { clearPlace } from '../scenes/clear-place.ts';
import { scenes } from '../scenes/index.ts';
import type { Look } from '../scenes/scene.ts';
import { settle } from '../scenes/settle.ts';
import { escapedWords } from './escaped-words.ts';
import { forgetWords, rememberIntl } from './known-words.ts';
import { speakPseudo } from './pseudo-words.ts';

/** What walkers call in the page that shows scenes. */
export interface SceneDoor {
  list(): { of: string; state: string }[];
  show(at: number, look: Look): Promise<void>;
  /** Resolves when nothing changes any more. */
  rest(): Promise<void>;
  /** Texts of the scene that did not come through the catalogue, nor from the workspace, nor from the scene's own file. */
  escaped(sceneSource: string): string[];
}

rememberIntl();

const ground = new CSSStyleSheet();
document.adoptedStyleSheets = [ground];
const place = document.querySelector('main') as HTMLElement; // The page is served beside this script.

const door: SceneDoor = {
  list: () => scenes.map(({ of, state }) => ({ of, state })),
  async show(at, look) {
    clearPlace(place);
    forgetWords();
    const scene = scenes[at];
    if (!scene) throw new Error(`There is no scene ${at}.`);
    const { canvas, text } = createTheme({ brandColor: look.brandColor, mode: look.theme });
    ground.replaceSync(
      `html{color-scheme:${look.theme}}body{margin:0;background:${canvas};color:${text};font-family:Inter,"Noto Sans Arabic",sans-serif}
       main{padding:16px}@media (width>=600px){main{padding:24px}}`,
    );
    document.documentElement.lang = look.locale;
    document.documentElement.dir = directionOf(look.locale);
    speakPseudo(look.locale === 'en-XA');
    await scene.show(place, look);
  },
  rest: () => settle(place),
  escaped: (sceneSource) => escapedWords(document.body, sceneSource),
};
Object.assign(globalThis, { sceneDoor: door });
