import { domainToUnicode } from 'node:url';
import { toPublicId, type Uuid } from '@tabard/contract';
import type { Domain } from '@tabard/contract/identity/domain';
import type { DomainPurpose, DomainState } from '@tabard/contract/identity/domain-words';
import type { Config } from '#config';
import { domainUrl } from '#features/identity/address';
import { graceHours, proofOf, targetOf, type Findings } from './domain.rules.ts';

export interface DomainRow {
  id: Uuid;
  /** The organization's id where it is not for one workspace. */
  workspace_id: Uuid;
  organization_id: Uuid;
  host: string;
  purpose: DomainPurpose;
  token: string;
  state: DomainState;
  findings: Findings | null;
  failing_since: Date | null;
  checked_at: Date | null;
  asked_at: Date | null;
  created_at: Date;
}

/** The columns of a `DomainRow`. */
export const domainColumns =
  'id, workspace_id, organization_id, host, purpose, token, state, findings, failing_since, checked_at, asked_at, created_at';

/** The name as callers see it, with the records to set. */
export function showDomain(config: Config, row: DomainRow): Domain {
  const isServed = row.state === 'active' || row.state === 'failing';
  const until = row.failing_since && new Date(row.failing_since.getTime() + graceHours * 3_600_000);
  const records = recordsOf(config, row);
  return {
    id: toPublicId('domain', row.id),
    organizationId: toPublicId('organization', row.organization_id),
    workspaceId: row.workspace_id === row.organization_id ? null : toPublicId('workspace', row.workspace_id),
    host: row.host,
    readable: domainToUnicode(row.host),
    purpose: row.purpose,
    state: row.state,
    checking: row.asked_at !== null,
    records,
    finding: row.findings && wordsOf(row.findings, records),
    url: isServed && row.purpose !== 'mail' ? domainUrl(config, row.purpose, row.host) : null,
    checkedAt: row.checked_at?.toISOString() ?? null,
    servedUntil: row.state === 'failing' ? (until?.toISOString() ?? null) : null,
    createdAt: row.created_at.toISOString(),
  };
}

function recordsOf(config: Config, { findings, ...row }: DomainRow): Domain['records'] {
  const unchecked = { state: 'unchecked' as const, found: [] };
  return [
    { role: 'proof', type: 'TXT', ...proofOf(row), ...(findings?.proof ?? unchecked) },
    {
      role: 'pointing',
      type: 'CNAME',
      name: row.host,
      value: targetOf(config, row.purpose) ?? '',
      ...(findings?.pointing ?? unchecked),
    },
  ];
}

/** What a check found, in a sentence for each record that is not as it should be. */
function wordsOf(findings: Findings, records: Domain['records']): string {
  if (findings.taken) return 'Another place has proven this name, so it cannot be used here.';
  const sentences = records.flatMap(({ type, name, value, state, found }) => {
    if (state === 'missing') return `We found no ${type} record at ${name}, and expected ${value}.`;
    if (state === 'wrong') return `At ${name} we found ${found.join(', ')}, and expected ${value} (${type}).`;
    return state === 'unanswered' ? `The name servers gave no answer for ${name}; we ask again soon.` : [];
  });
  return sentences.length > 0 ? sentences.join(' ') : 'All records are as they should be.';
}
