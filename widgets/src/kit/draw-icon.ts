import { html, nothing, type TemplateResult } from 'lit';
import { directive, Directive, type AttributePart } from 'lit/directive.js';
import { renderingPrefix } from '../base/html.ts';
import type { IconName } from './icon.ts';

type Paths = Readonly<Partial<Record<IconName, string>>>;

let paths: Paths | null = null;
/** Icons that were drawn before their paths arrived. */
let waiting: (() => void)[] = [];
const ofHost = new Map<string, Paths>();

/** Gives the icons of a prefix the host's own drawings, where it has some. */
export function replaceIcons(prefix: string, icons: Paths): void {
  ofHost.set(prefix, icons);
}

/** The drawings are a chunk of their own: there are many, and a page shows few, a moment after its first words. */
async function loadPaths(): Promise<void> {
  paths = {};
  paths = (await import('./icon.ts')).icons;
  for (const draw of waiting) draw();
  waiting = [];
}

class PathOf extends Directive {
  render(name: IconName): string {
    return ofHost.get(renderingPrefix() ?? '')?.[name] ?? paths?.[name] ?? '';
  }

  override update({ element }: AttributePart, [name]: [IconName]): string {
    const drawn = this.render(name);
    if (!paths) void loadPaths();
    if (!drawn) waiting.push(() => element.setAttribute('d', paths?.[name] ?? ''));
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
