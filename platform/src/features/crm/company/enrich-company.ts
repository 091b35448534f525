import { snakeCase, toPublicId, type Uuid } from '@tabard/contract';
import type { companyEnrichInput, companyEnrichOutput } from '@tabard/contract/crm/company';
import type { z } from 'zod';
import { changeOne, fail, lockOne, requireTimeZone, type WriteScope } from '#kernel';
import { companies } from './company.entity.ts';

/** Fills in what is empty, or was filled in by the same source before. What a person wrote stays as it is. */
export async function enrichCompany(
  scope: WriteScope,
  { id, source, values }: z.output<typeof companyEnrichInput>,
): Promise<z.input<typeof companyEnrichOutput>> {
  await requireTimeZone(scope.app, values.timeZone, 'timeZone');
  const known = await lockOne(companies, scope, id);
  const held = known as unknown as Record<string, unknown>; // read by the names of the description
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const open = given.filter(([field]) => !held[field] || known.enriched[field] === source);
  const filled = open.filter(([field, value]) => held[field] !== value);
  const enriched = { ...known.enriched, ...Object.fromEntries(open.map(([field]) => [field, source])) };
  const company = await changeOne(companies, scope, known, { ...Object.fromEntries(filled), enriched });
  const fields = filled.map(([field]) => snakeCase(field));
  if (fields.length > 0) scope.emit('company.enriched', { companyId: toPublicId('company', id), source, fields });
  const isOpen = new Set(open.map(([field]) => field));
  return {
    company,
    filled: filled.map(([field]) => field),
    kept: given.flatMap(([field]) => (isOpen.has(field) ? [] : [field])),
  };
}

/** Asks integrations anew to fill in a company: whoever hears the event answers by `companies.enrich`. */
export async function requestEnrichment(scope: WriteScope, { id }: { id: Uuid }): Promise<{ id: string }> {
  const [row] = await scope.sql<{ domains: string[] }>(
    'select domains from company where workspace_id = $1 and id = $2 and archived_at is null',
    [scope.workspaceId, id],
  );
  if (!row) fail('company.not_found');
  const companyId = toPublicId('company', id);
  scope.emit('company.enrichment_requested', { companyId, domains: row.domains });
  return { id: companyId };
}
