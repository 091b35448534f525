import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { defineElement } from '../../src/base/define-element.ts';
import { html } from '../../src/base/html.ts';
import { directionOf, useLanguage } from '../../src/core/locale.ts';
import { PrefixedElement, type PrefixedElementClass } from '../../src/base/prefixed-element.ts';
import { applyTheme } from '../../src/core/compute-theme.ts';
import { widgetStyles } from '../../src/kit/widget.styles.ts';
import type { Look, Story } from './story.ts';
import { settle } from './settle.ts';

const PREFIX = 'acme';

/** Stands around a primitive in place of a widget: gives it tokens, prefix, language and direction. */
export class Stand extends PrefixedElement {
  static override tag = 'stand';
  static override styles = [
    widgetStyles,
    css`
      .root {
        block-size: auto;
        gap: 16px;
        align-items: flex-start;
      }
      .row {
        flex-wrap: wrap;
      }
      .wide {
        align-self: stretch;
      }
    `,
  ];
  @property({ attribute: false }) content: () => unknown = () => '';
  @property() override lang = 'en';

  override render(): unknown {
    return html`<div class="root" lang=${this.lang} dir=${directionOf(this.lang)}>${this.content()}</div>`;
  }
}

/** What a story of a primitive says: the elements its content uses, and the content in `html` of core. */
export interface PrimitiveStory {
  /** Its name with `kit-` before it. */
  of: string;
  state: string;
  uses: readonly PrefixedElementClass[];
  /** One below the other; what is to take the whole width carries the class `wide`. */
  content: () => unknown;
  play?: (root: ShadowRoot) => unknown;
}

/** A story of a primitive without a widget around it. */
export function primitiveStory({ of, state, ...story }: PrimitiveStory): Story {
  return { of, state, show: (place, look) => showPrimitive(place, look, story) };
}

async function showPrimitive(
  place: HTMLElement,
  { locale, ...appearance }: Look,
  { uses, content, play }: Omit<PrimitiveStory, 'of' | 'state'>,
): Promise<void> {
  for (const part of [...uses, Stand]) defineElement(PREFIX, part);
  await useLanguage(PREFIX, locale);
  const stand = document.createElement(`${PREFIX}-stand`) as Stand; // Defined just above.
  Object.assign(stand, { content, lang: locale });
  const sheet = new CSSStyleSheet();
  applyTheme(sheet, PREFIX, appearance);
  place.append(stand);
  const root = stand.shadowRoot as ShadowRoot; // Lit makes it open when the element is connected.
  root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
  await settle(place);
  if (!play) return;
  await play(root);
  await settle(place);
}
