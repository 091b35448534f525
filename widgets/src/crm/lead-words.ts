import { msg } from '@lit/localize';
import type { EmailKind, LawfulBasis, LeadLifecycle, PhoneKind } from '@tabard/contract/crm/lead-words';

/** How far somebody has come. */
export function lifecycleWord(one: LeadLifecycle): string {
  const words: Record<LeadLifecycle, string> = {
    prospect: msg('Prospect'),
    engaged: msg('Engaged'),
    qualified: msg('Qualified'),
    opportunity: msg('Opportunity'),
    customer: msg('Customer'),
    former_customer: msg('Former customer'),
    unqualified: msg('Unqualified'),
  };
  return words[one];
}

/** On what ground somebody's data may be used. */
export function basisWord(one: LawfulBasis): string {
  const words: Record<LawfulBasis, string> = {
    consent: msg('Consent'),
    legitimate_interest: msg('Legitimate interest'),
    contract: msg('Contract'),
    legal_obligation: msg('Legal obligation'),
    vital_interest: msg('Vital interest'),
    public_task: msg('Public task'),
  };
  return words[one];
}

/** What an address or a number is for. */
export function kindWord(one: EmailKind | PhoneKind): string {
  const words: Record<EmailKind | PhoneKind, string> = {
    work: msg('Work'),
    personal: msg('Personal'),
    mobile: msg('Mobile'),
    home: msg('Home'),
    fax: msg('Fax'),
    other: msg('Other'),
  };
  return words[one];
}
