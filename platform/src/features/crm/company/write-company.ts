import { toPublicId, type Uuid } from '@tabard/contract';
import type { Company, companyNoun } from '@tabard/contract/crm/company';
import type { z } from 'zod';
import { changeOne, fail, lockOne, requireTimeZone, type EntityOf, type WriteScope } from '#kernel';
import { alignLeadsJob } from './align-leads.job.ts';
import { alignLeads } from './align-leads.ts';
import { companies } from './company.entity.ts';
import { requireMember } from './list-owners.ts';
import { claimFields, settleDomains } from './company.rules.ts';

type Fields = (typeof companyNoun)['fields'];
type Created = z.output<(typeof companyNoun)['createInput']>;
type Changes = Omit<z.output<(typeof companyNoun)['updateInput']>, 'id'>;

/** What is stored of a new company. */
export async function prepareNew(scope: WriteScope, input: Created): Promise<Partial<EntityOf<Fields>>> {
  await requireTimeZone(scope.app, input.timeZone, 'timeZone');
  await requireAround(scope, input);
  const domains = settleDomains(input.domains);
  const website = input.website || (domains[0] ? `https://${domains[0]}` : null);
  return { ...input, domains, website, source: scope.principal.kind === 'api_key' ? 'api' : 'manual' };
}

/**
 * Changes the given fields of a company. Whoever moves one waits for others that move before holding its row, which those may be about
 * to point at.
 */
export async function updateCompany(
  scope: WriteScope,
  { id, ...changes }: z.output<(typeof companyNoun)['updateInput']>,
): Promise<Company> {
  if (changes.parentId) await lockTree(scope);
  const known = await lockOne(companies, scope, id);
  return changeOne(companies, scope, known, await prepareChanges(scope, changes, known));
}

/** Makes moves within the workspace's trees take turns, as the trigger does later. */
export const lockTree = ({ sql, workspaceId }: WriteScope): Promise<unknown> =>
  sql(`select pg_advisory_xact_lock(hashtextextended('company tree ' || $1, 0))`, [workspaceId]);

/** What is stored of the changes of a company; its leads say its new name. */
async function prepareChanges(
  scope: WriteScope,
  changes: Changes,
  known: EntityOf<Fields>,
): Promise<Partial<EntityOf<Fields>>> {
  await requireTimeZone(scope.app, changes.timeZone, 'timeZone');
  await requireAround(scope, changes);
  if (changes.name !== undefined && changes.name !== known.name) await rename(scope, known, changes.name);
  const domains = changes.domains && settleDomains(changes.domains);
  const isNewDomain = domains?.some((domain) => !known.domains.includes(domain));
  if (domains && isNewDomain)
    scope.emit('company.enrichment_requested', { companyId: toPublicId('company', known.id), domains });
  return {
    ...changes,
    ...(domains && { domains }),
    enriched: claimFields(known.enriched, changes),
  };
}

/** Written before its leads are: they take the name from it. */
async function rename(scope: WriteScope, known: EntityOf<Fields>, name: string): Promise<void> {
  Object.assign(known, { name });
  await scope.em.flush();
  const { workspaceId } = scope;
  if (await alignLeads(scope, known.id)) scope.enqueue(alignLeadsJob, { workspaceId, companyId: known.id });
}

/**
 * The company above is a live one of this workspace, the owner a member who works here.
 * @throws Failure `request.invalid` that names what is not there.
 */
async function requireAround(
  scope: WriteScope,
  { parentId, ownerId }: { parentId?: Uuid | null; ownerId?: Uuid | null },
): Promise<void> {
  const { sql, workspaceId } = scope;
  if (parentId) {
    const [row] = await sql('select 1 from company where workspace_id = $1 and id = $2 and archived_at is null', [
      workspaceId,
      parentId,
    ]);
    if (!row) refuse('parentId', 'There is no such company here. Choose one that is not archived.');
  }
  await requireMember(scope, ownerId);
}

const refuse = (path: string, message: string): never =>
  fail('request.invalid', { details: [{ path, reason: 'not_listed', message }] });
