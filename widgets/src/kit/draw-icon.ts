import { html, nothing, type TemplateResult } from 'lit';
import { directive, Directive, type AttributePart } from 'lit/directive.js';
import { renderingPrefix } from '../base/html.ts';
import type { IconName } from './icon.ts';

type Paths = Readonly<Partial<Record<IconName, string>>>;

let paths: Paths = {};
/** Icons that were drawn before their paths arrived. */
let waiting: { name: IconName; path: Element }[] = [];
let first: Promise<void> | undefined;
let further: Promise<void> | undefined;
const ofHost = new Map<string, Paths>();

/** Gives the icons of a prefix the host's own drawings, where it has some. */
export function replaceIcons(prefix: string, icons: Paths): void {
  ofHost.set(prefix, icons);
}

/** The drawings are chunks of their own: there are many, and a page shows few, a moment after its first words. */
async function loadPaths(): Promise<void> {
  await (first ??= import('./icon.ts').then(({ icons }) => take(icons)));
  if (waiting.length > 0)
    await (further ??= import('./further-icons.ts').then(({ furtherIcons }) => take(furtherIcons)));
}

function take(more: Paths): void {
  paths = { ...paths, ...more };
  waiting = waiting.filter(({ name, path }) => {
    const drawing = paths[name];
    if (drawing) path.setAttribute('d', drawing);
    return !drawing;
  });
}

class PathOf extends Directive {
  render(name: IconName): string {
    return ofHost.get(renderingPrefix() ?? '')?.[name] ?? paths[name] ?? '';
  }

  override update({ element }: AttributePart, [name]: [IconName]): string {
    const drawn = this.render(name);
    if (!drawn) {
      waiting.push({ name, path: element });
      void loadPaths();
    }
    return drawn;
  }
}
const pathOf = directive(PathOf);

/** One icon; it is decoration unless the thing around it has no words, and then that thing carries the label. */
export function icon(name: IconName | '' | undefined): TemplateResult | typeof nothing {
  if (!name) return nothing;
  return html`<svg class="icon" part="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${pathOf(name)}></path>
  </svg>`;
}
