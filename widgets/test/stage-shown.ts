import { settle } from './stories/settle.ts';
import { stage, type Staged, type Staging } from './stage.ts';
import { wait } from './until.ts';

const staged: Staged[] = [];
const placed: HTMLElement[] = [];

/** Puts a widget on the page and waits until it rests. */
export async function showWidget(staging: Staging): Promise<Staged & { root: ShadowRoot }> {
  const shown = stage(staging);
  staged.push(shown);
  await customElements.whenDefined(shown.element.localName);
  const root = shown.element.shadowRoot as ShadowRoot; // an element of ours has an open one
  await settle(root);
  return { ...shown, root };
}

/** A file of tests whose widgets stand on the page of a portal; each is gone after its test. */
export function onPage(): void {
  before(() => {
    const main = document.createElement('main');
    const style = new CSSStyleSheet();
    style.replaceSync('body{margin:0;font-family:sans-serif}main{padding:16px;background:#f7f7f9}');
    document.adoptedStyleSheets = [style];
    document.documentElement.lang = 'en';
    document.title = 'Portal';
    document.body.append(main);
  });
  afterEach(clear);
}

/** Puts any element on the page for the length of a test. */
export function place(element: HTMLElement): void {
  document.querySelector('main')?.append(element);
  placed.push(element);
}

/** Takes everything off the page again. */
export function clear(): void {
  for (const { element, instance } of staged.splice(0)) {
    element.remove();
    instance.destroy();
  }
  for (const element of placed.splice(0)) element.remove();
}

/** Whether something is seen within ten seconds, if only for a moment. */
export async function appears(seen: () => boolean): Promise<boolean> {
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    if (seen()) return true;
    await wait(5);
  }
  return false;
}
