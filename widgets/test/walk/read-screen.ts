import type { CDPSession, Page } from 'playwright-core';

type Node = Awaited<ReturnType<typeof treeOf>>[number];
const treeOf = async (session: CDPSession) => (await session.send('Accessibility.getFullAXTree')).nodes;

const MOST_STEPS = 80;
/** What a reader says about a thing beside its role, name and value. */
const STATES = ['expanded', 'checked', 'pressed', 'selected', 'disabled', 'required', 'invalid', 'modal'];

/** A person with a keyboard and a screen reader: no pointer, no picture, only what the browser's accessibility tree says. */
export interface ScreenReader {
  /** What is read about the focused thing: role, name, value, states, description. */
  here(): Promise<string>;
  press(...keys: string[]): Promise<string>;
  type(text: string): Promise<void>;
  /** Presses Tab until what is read matches; fails with everything that was heard on the way. */
  tabTo(wanted: RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<string>;
  /** What live regions said since the last call. */
  heard(): Promise<string[]>;
  /** All that can be read in the page, in order: a reader's virtual cursor. */
  readAll(): Promise<string[]>;
}

/** Gives a page a reader; live regions are listened to from now on. */
export async function openScreenReader(page: Page): Promise<ScreenReader> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await page.evaluate(listen);
  const settle = (): Promise<void> => page.evaluate(() => pageApi().rest());
  const here = async (): Promise<string> => {
    const tree = await treeOf(session);
    const focused = tree.filter((node) => stateOf(node, 'focused') === 'true' && !node.ignored);
    const node = focused.at(-1); // Documents and frames around it say that they are focused too.
    return node ? `${say(node)}${dialogAround(node, tree)}` : 'nothing';
  };
  const press = async (...keys: string[]): Promise<string> => {
    for (const key of keys) await page.keyboard.press(key);
    await settle();
    return here();
  };
  return {
    here,
    press,
    type: async (text) => {
      await page.keyboard.type(text);
      await settle();
    },
    async tabTo(wanted, key = 'Tab') {
      const heard: string[] = [];
      for (let step = 0; step < MOST_STEPS; step++) {
        await page.keyboard.press(key);
        const said = await here();
        if (wanted.test(said)) return said;
        heard.push(said);
      }
      throw new Error(`${key} never came to ${String(wanted)}. On the way: ${heard.join(' · ')}`);
    },
    heard: () => page.evaluate(() => (globalThis as unknown as { heardTexts: string[] }).heardTexts.splice(0)), // See listen.
    readAll: async () => (await treeOf(session)).filter((node) => !node.ignored && node.name?.value).map(say),
  };
}

function stateOf(node: Node, name: string): string {
  return String(node.properties?.find((property) => property.name === name)?.value.value ?? '');
}

/** A reader says once into which dialog the focus has come; here it is said each time. */
function dialogAround(node: Node, tree: readonly Node[]): string {
  const byId = new Map(tree.map((one) => [one.nodeId, one]));
  for (let above = node.parentId; above; above = byId.get(above)?.parentId) {
    const one = byId.get(above);
    if (one?.role?.value === 'dialog') return ` in dialog ${JSON.stringify(one.name?.value ?? '')}`;
  }
  return '';
}

function say(node: Node): string {
  const words = [String(node.role?.value ?? ''), JSON.stringify(node.name?.value ?? '')];
  if (node.value?.value !== undefined && node.value.value !== '') words.push(`= ${String(node.value.value)}`);
  for (const name of STATES) {
    const state = stateOf(node, name);
    if (state !== '' && state !== 'false') words.push(state === 'true' ? name : `${name} ${state}`);
  }
  if (node.description?.value) words.push(`(${String(node.description.value)})`);
  return words.join(' ');
}

/** Runs in the page: keeps what live regions say, through shadow roots. A log says what is added, the others all they hold. */
function listen(): void {
  const heardTexts: string[] = [];
  Object.assign(globalThis, { heardTexts });
  const seen = new WeakSet<object>();
  const LIVE = '[aria-live]:not([aria-live=off]),[role=status],[role=alert],[role=log]';
  const hear = (text: string | null | undefined): void => {
    const said = text?.trim().replace(/\s+/g, ' ');
    if (said && heardTexts.at(-1) !== said) heardTexts.push(said);
  };
  const watch = (root: Document | ShadowRoot): void => {
    if (seen.has(root)) return;
    seen.add(root);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
        const added = [...addedNodes].filter((node) => node instanceof Element);
        if (region?.matches('[role=log]')) for (const one of added) hear(one.textContent);
        else if (region) hear(region.textContent);
        else for (const one of added) if (one.matches('[role=alert]')) hear(one.textContent);
      }
      walk(root);
    }).observe(root, { childList: true, subtree: true, characterData: true });
    walk(root);
  };
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) watch(element.shadowRoot);
  };
  watch(document);
}
