import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { MenuItem } from '../../kit/menu.ts';
import { stateTones, stateWord, type ShownState } from '../campaign-labels.ts';

/** What stands over a campaign: its name, how it is, and what can be done with it. */
export interface CampaignBarInput {
  name: string;
  now: ShownState;
  /** Shows a way back. */
  back: (() => void) | null;
  rename: ((name: string) => void) | null;
  /** What is wrong with the name. */
  problem: string;
  /** The platform has it. */
  stored: boolean;
  /** There is something to save. */
  dirty: boolean;
  unsaved: boolean;
  busy: boolean;
  save: () => void;
  discard: () => void;
  launches: boolean;
  /** Everything a launch needs is there. */
  ready: boolean;
  act: (act: CampaignAct) => void;
}
/** What can be done with a campaign as a whole. */
export type CampaignAct = 'launch' | 'pause' | 'resume' | 'complete' | 'archive' | 'restore';

/** What is done seldom, and ends something. */
function furtherActs({ now, stored, launches, act }: CampaignBarInput): TemplateResult | '' {
  const complete: MenuItem = { id: 'complete', label: msg('Complete'), icon: 'check', danger: true };
  const archive: MenuItem = { id: 'archive', label: msg('Archive'), icon: 'archive' };
  const items: Partial<Record<ShownState, MenuItem[]>> = {
    draft: [archive],
    running: [complete],
    paused: [complete, archive],
    completed: [archive],
  };
  const offered = launches && stored ? items[now] : undefined;
  return offered
    ? html`<x-menu
        class="further"
        icon="more"
        label=${msg('More actions')}
        .items=${offered}
        @choose=${(event: CustomEvent<CampaignAct>) => act(event.detail)}
      ></x-menu>`
    : '';
}

export function campaignBar(bar: CampaignBarInput): TemplateResult {
  const { now, dirty, launches, act } = bar;
  return html`<div class="bar">
    ${bar.back ? html`<x-button variant="quiet" icon="back" label=${msg('Back to campaigns')} @click=${bar.back}></x-button>` : ''}
    <input
      class="title"
      aria-label=${msg('Name of the campaign')}
      .value=${bar.name}
      ?disabled=${!bar.rename}
      aria-invalid=${Boolean(bar.problem)}
      aria-errormessage="name-problem"
      @input=${(event: Event) => bar.rename?.((event.target as HTMLInputElement).value)}
    />
    <x-badge dot tone=${stateTones[now]}>${stateWord(now)}</x-badge>
    <div class="row push">
      ${dirty ? html`<span class="caption">${msg('Unsaved changes')}</span><x-button variant="quiet" ?disabled=${bar.busy} @click=${bar.discard}>${msg('Discard')}</x-button>` : ''}
      ${bar.rename ? html`<x-button class="save" ?busy=${bar.busy} ?disabled=${!bar.unsaved} @click=${bar.save}>${msg('Save')}</x-button>` : ''}
      ${launches && now === 'draft' ? html`<x-button variant="primary" icon="send" ?disabled=${!bar.ready} @click=${() => act('launch')}>${msg('Launch campaign')}</x-button>` : ''}
      ${launches && now === 'running' ? html`<x-button icon="pause" @click=${() => act('pause')}>${msg('Pause')}</x-button>` : ''}
      ${launches && now === 'archived' ? html`<x-button icon="archive" @click=${() => act('restore')}>${msg('Restore')}</x-button>` : ''}
      ${launches && now === 'paused' ? html`<x-button variant="primary" icon="play" @click=${() => act('resume')}>${msg('Resume')}</x-button>` : ''}
      ${furtherActs(bar)}
    </div>
    ${bar.problem ? html`<p id="name-problem" class="error" role="alert">${bar.problem}</p>` : ''}
  </div>`;
}
