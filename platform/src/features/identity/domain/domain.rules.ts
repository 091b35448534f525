import type { DomainPurpose, DomainState, RecordState } from '@tabard/contract/identity/domain-words';
import type { Config } from '#config';
import { ownAddress } from '#features/identity/address';

/** What a check found in the place of one record. */
export interface Found {
  state: RecordState;
  found: string[];
}

/** What a check found. `taken`: another place has proven the name. */
export interface Findings {
  proof: Found;
  pointing: Found;
  taken?: true;
}

/** Hours for which a name is served whose records are gone; together with the time until that is noticed, less than a day. */
export const graceHours = 12;
/** Names that one place can have. */
export const mostNames = 100;

const hour = 3_600;
/** Seconds until the next check. */
const pauses: Readonly<Record<DomainState, number>> = {
  pending: hour,
  verified: hour,
  active: 6 * hour,
  failing: hour,
  lost: 24 * hour,
};

/** Seconds until the next check; sooner where name servers gave no answer. */
export const pauseAfter = (state: DomainState, findings: Findings): number =>
  isUnanswered(findings) ? hour / 4 : pauses[state];

const isUnanswered = ({ proof, pointing }: Findings): boolean =>
  proof.state === 'unanswered' || pointing.state === 'unanswered';

/** How a name stands after a check. Without an answer nothing is known, and nothing changes. */
export function judge(before: { state: DomainState; failedFor: number }, findings: Findings): DomainState {
  if (isUnanswered(findings)) return before.state;
  const isProven = findings.proof.state === 'found';
  if (isProven && findings.pointing.state === 'found') return 'active';
  const wasServed = before.state === 'active' || before.state === 'failing';
  if (wasServed && before.failedFor < graceHours * hour) return 'failing';
  if (isProven) return 'verified';
  return wasServed || before.state === 'lost' ? 'lost' : 'pending';
}

/** Whether nobody else can have the name while it stands like this. */
export const isHeld = (state: DomainState): boolean =>
  state === 'verified' || state === 'active' || state === 'failing';

/** The record that proves that a name is somebody's. */
export const proofOf = ({ host, token }: { host: string; token: string }): { name: string; value: string } => ({
  name: `_host-proof.${host}`,
  value: `host-proof=${token}`,
});

/** Where a name is to lead; null for mail where the installation sends none of its own. */
export function targetOf(
  config: Pick<Config, 'http' | 'domains' | 'systemMail'>,
  purpose: DomainPurpose,
): string | null {
  if (purpose === 'mail') return config.systemMail.from?.split('@').at(-1)?.toLowerCase() ?? null;
  return config.domains.target ?? new URL(ownAddress(config, purpose)).hostname;
}

/** The installation's own names, which nobody can claim. */
export function ownNames(config: Pick<Config, 'http' | 'domains' | 'systemMail'>): ReadonlySet<string> {
  const targets = (['app', 'api', 'links', 'mail'] as const).map((purpose) => targetOf(config, purpose));
  const addresses = (['app', 'api', 'links'] as const).map((purpose) => new URL(ownAddress(config, purpose)).hostname);
  return new Set(
    [...addresses, ...targets, ...config.http.hostNames.map((name) => name.toLowerCase())].filter(
      (name) => name !== null,
    ),
  );
}
