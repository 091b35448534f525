import { html, nothing, type TemplateResult } from 'lit';
import { directive, Directive, type AttributePart } from 'lit/directive.js';
import { renderingPrefix } from '../base/html.ts';
import { icons, type IconName } from './icon.ts';

type Paths = Readonly<Partial<Record<IconName, string>>>;

let paths: Paths = icons;
/** Icons that were drawn before their paths arrived. */
let waiting: { name: IconName; path: Element }[] = [];
let further: Promise<void> | undefined;
const ofHost = new Map<string, Paths>();

/** Gives the icons of a prefix the host's own drawings, where it has some. */
export function replaceIcons(prefix: string, icons: Paths): void {
  ofHost.set(prefix, icons);
}

/** Most drawings are a chunk of their own: there are many, and a page shows few. */
async function loadFurther(): Promise<void> {
  const { furtherIcons } = await import('./further-icons.ts');
  addIcons(furtherIcons);
  for (const { name, path } of waiting) path.setAttribute('d', paths[name] ?? '');
  waiting = [];
}

/** Gives drawings that came with the code of an element. */
export function addIcons(more: Paths): void {
  paths = { ...paths, ...more };
}

class PathOf extends Directive {
  render(name: IconName): string {
    return ofHost.get(renderingPrefix() ?? '')?.[name] ?? paths[name] ?? '';
  }

  override update({ element }: AttributePart, [name]: [IconName]): string {
    const drawn = this.render(name);
    if (!drawn) {
      waiting.push({ name, path: element });
      void (further ??= loadFurther());
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
