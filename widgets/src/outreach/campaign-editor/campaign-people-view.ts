import type { Campaign, Enrollment } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import type { PeopleView, SteerLead } from './campaign-people.ts';

interface CampaignPeopleInput {
  prefix: string;
  session: Session;
  campaign: Campaign;
  view: PeopleView;
  show: (view: PeopleView) => void;
  openLead: (lead: Enrollment['lead']) => void;
  steer: (act: SteerLead) => void;
}

/** Who is in a campaign. Its code comes when somebody asks for them. */
export function campaignPeople({ prefix, session, campaign, view, ...acts }: CampaignPeopleInput): TemplateResult {
  void import('./campaign-people.ts').then(
    ({ CampaignPeople }) => defineElement(prefix, CampaignPeople),
    () => undefined, // the other views are still there
  );
  return html`<x-campaign-people
    .session=${session}
    .campaign=${campaign}
    .view=${view}
    @narrow=${(event: CustomEvent<PeopleView>) => acts.show(event.detail)}
    @open-lead=${(event: CustomEvent<Enrollment['lead']>) => acts.openLead(event.detail)}
    @steer=${(event: CustomEvent<SteerLead>) => acts.steer(event.detail)}
  ></x-campaign-people>`;
}
