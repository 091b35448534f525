import { msg } from '@lit/localize';
import type { WorkspaceSettings } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { Select } from '../kit/select.ts';

/** Looks of the choice in the bar of a list, and of what stands beside it. */
export const placeChoiceStyles = css`
  .place {
    min-inline-size: 180px;
  }
  @container widget (inline-size < 520px) {
    /* The choice and the button share the line below the heading. */
    h1:has(+ .place) {
      inline-size: 100%;
    }
    .place {
      flex: 1;
      min-inline-size: 0;
    }
  }
`;

/** The choice between the workspace and the organizations above it that a person may change; null for whoever has one place only. */
export function placeChoice(
  { name, manages }: Pick<WorkspaceSettings, 'name' | 'manages'>,
  { label, value, choose }: { label: string; value: string; choose: (organizationId: string) => void },
): TemplateResult | null {
  if (manages.length === 0) return null;
  const places = [
    { value: '', label: name, group: msg('Workspace') },
    ...manages.map((place) => ({ value: place.id, label: place.name, group: msg('Organization') })),
  ];
  return html`<x-select
    class="place"
    label=${label}
    hide-label
    .options=${places}
    .value=${value}
    @change=${(event: Event) => choose((event.target as Select).value)}
  ></x-select>`;
}
