import { everyDeep } from './stories/find-deep.ts';

/** All words that are shown. */
export const words = (root: ParentNode): string =>
  [...everyDeep(root)]
    .flatMap((element) =>
      [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent?.trim()),
    )
    .filter(Boolean)
    .join(' ');
/** The element with this text. */
export const byText = (root: ParentNode, tag: string, text: string): HTMLElement => {
  for (const element of everyDeep(root))
    if (element.localName.endsWith(tag) && element.textContent?.trim() === text) return element as HTMLElement;
  throw new Error(`no ${tag} says ${text}`);
};
