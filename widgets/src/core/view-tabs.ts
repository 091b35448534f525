import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { ListView } from './record-area.ts';

interface ViewTabs {
  /** What the tabs are of. */
  label: string;
  views: readonly ListView[];
  chosen: string | undefined;
  choose: (id: string) => void;
}

/** The parts of a list as tabs; none where it has no parts. */
export function viewTabs({ label, views, chosen = '', choose }: ViewTabs): TemplateResult | '' {
  if (views.length === 0) return '';
  return html`<x-tabs
    class="views"
    label=${label}
    .tabs=${views}
    selected=${chosen}
    @choose=${(event: CustomEvent<string>) => choose(event.detail)}
  ></x-tabs>`;
}
