import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { StepCounts, StepInput } from '../../core/client.ts';
import type { Session } from '../../core/session.ts';
import type { StepErrors } from './campaign-draft.ts';
import { addStep } from './add-step.ts';
import { stepDelay } from './step-delay.ts';

/** More steps than the platform takes in one campaign. */
const MOST_STEPS = 20;

interface CampaignFlowInput {
  session: Session;
  steps: readonly StepInput[];
  launched: boolean;
  locked: boolean;
  /** Whose values fill previews. */
  leadId: string;
  /** What is wrong with steps, by their place. */
  errors: StepErrors;
  open: number;
  /** What steps brought, as far as they were sent. */
  results: readonly StepCounts[];
  toggle: (at: number) => void;
  edit: (at: number, step: StepInput) => void;
  arrange: (at: number, act: string) => void;
  add: () => void;
}

/** The mails of a campaign from top to bottom, with the waits between them. */
export function campaignFlow(given: CampaignFlowInput): TemplateResult {
  const { session, steps, locked, edit } = given;
  return html`<div class="flow">
    ${steps.map(
      (step, at) =>
        html`${at > 0 || step.delay.amount > 0 ? stepDelay(step, locked, (delay) => edit(at, { ...step, delay })) : ''}
          <x-step-card
            .session=${session}
            .step=${step}
            position=${at}
            count=${steps.length}
            lead-id=${given.leadId}
            .error=${given.errors[at] ?? null}
            ?open=${given.open === at}
            ?locked=${locked}
            .counts=${given.results.find((one) => one.stepId === step.id)?.counts ?? null}
            @toggle-step=${() => given.toggle(at)}
            @edit=${(event: CustomEvent<StepInput>) => edit(at, event.detail)}
            @act=${(event: CustomEvent<string>) => given.arrange(at, event.detail)}
          ></x-step-card>`,
    )}
    ${locked || steps.length >= MOST_STEPS ? '' : addStep(given.launched, given.add)}
  </div>`;
}
