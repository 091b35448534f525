import { defineElement } from '../../src/base/define-element.ts';
import { html } from '../../src/base/html.ts';
import type { PrefixedElementClass } from '../../src/base/prefixed-element.ts';
import { directionOf } from '../../src/core/locale.ts';
import type { Session } from '../../src/core/session.ts';
import { stage, type Staging } from '../stage.ts';
import { until } from '../until.ts';
import { onClear } from './clear-place.ts';
import { settle } from './settle.ts';
import { Stand } from './show-primitive.ts';
import type { Story } from './story.ts';

interface PanelStory {
  /** Its tag without the prefix. */
  of: string;
  state: string;
  panel: PrefixedElementClass;
  content: (session: Session) => unknown;
  sample?: Staging['sample'];
  play?: (root: ShadowRoot) => unknown;
}

/** A story of a part of a record's page, over a workspace in memory. */
export const panelStory = ({ of, state, panel, content, sample, play }: PanelStory): Story => ({
  of,
  state,
  async show(place, { locale, ...appearance }) {
    const { element, instance } = stage({ widget: 'timeline', locale, appearance, sample }, place);
    onClear(() => instance.destroy());
    await customElements.whenDefined(element.localName);
    const widget = element as HTMLElement & { session: Session | null };
    await until(() => widget.session?.current && widget.session.themeSheet);
    const session = widget.session!; // it was waited for
    element.remove();
    for (const part of [panel, Stand]) defineElement('acme', part);
    const stand = document.createElement('acme-stand') as Stand; // Defined just above.
    Object.assign(stand, {
      content: () => html`<div class="wide" dir=${directionOf(locale)}>${content(session)}</div>`,
      lang: locale,
    });
    place.append(stand);
    const root = stand.shadowRoot as ShadowRoot; // Lit makes it open when the element is connected.
    root.adoptedStyleSheets = [session.themeSheet, ...root.adoptedStyleSheets];
    await settle(place);
    if (!play) return;
    await play(root);
    await settle(place);
  },
});
