import { mergeCustomValues, readCustomFields } from '#features/crm/custom-field';
import { companyOwnersOutput } from '@tabard/contract/crm/company';
import { leadMakePrimaryInput, leadOutput } from '@tabard/contract/crm/lead';
import { listOwners, requireMember, settleCompany } from '#features/crm/company';
import { settleTags } from '#features/crm/tag';
import { z } from 'zod';
import {
  archiveOf,
  countOf,
  createOf,
  getOf,
  listOf,
  requireTimeZone,
  restoreOf,
  router,
  updateOf,
  workspaceMutation,
  workspaceQuery,
} from '#kernel';
import { leads } from './lead.entity.ts';
import { knownCount } from './known-count.ts';
import { momentsOf, withOneAddress } from './lead.rules.ts';
import { makePrimary } from './make-primary.ts';
import { settleReach } from './settle-reach.ts';

export const leadRouter = router({
  /** Lists leads, newest first unless told otherwise. */
  list: listOf(leads, { inOrder: true }),
  /** Counts the leads that a filter takes. */
  count: countOf(leads, { known: knownCount }),
  /** Gets one lead. */
  get: getOf(leads),
  /** Adds one lead. Another live lead with the same address is an error. */
  create: createOf(leads, {
    async prepare(scope, input) {
      const { app, principal } = scope;
      await requireTimeZone(app, input.timeZone, 'timeZone');
      await requireMember(scope, input.ownerId);
      const custom = mergeCustomValues(await readCustomFields(scope, 'lead'), input.custom, null);
      const given = withOneAddress(input);
      const works = await settleCompany(scope, given, null);
      const tags = await settleTags(scope, input.tags);
      return {
        ...momentsOf(given),
        ...settleReach(given, null),
        ...works,
        custom,
        tags,
        source: principal.kind === 'api_key' ? 'api' : 'manual',
      };
    },
  }),
  /** Changes the given fields of a lead, custom fields key by key; `null` empties a field. */
  update: updateOf(leads, {
    async prepare(scope, changes, known) {
      await requireTimeZone(scope.app, changes.timeZone, 'timeZone');
      await requireMember(scope, changes.ownerId);
      const { custom: given, tags, ...plain } = withOneAddress(changes);
      const rest = {
        ...momentsOf(plain),
        ...settleReach(plain, known),
        ...(await settleCompany(scope, plain, known)),
        ...(tags && { tags: await settleTags(scope, tags) }),
      };
      if (given === undefined) return rest;
      return { ...rest, custom: mergeCustomValues(await readCustomFields(scope, 'lead'), given, known.custom) };
    },
  }),
  /** Takes up to 1,000 leads out of lists and audiences. */
  archive: archiveOf(leads),
  /** Brings archived leads back. */
  restore: restoreOf(leads, {
    async prepare({ sql, workspaceId }, ids) {
      await sql(
        'update lead set merged_into_id = null where workspace_id = $1 and id = any($2::uuid[]) and merged_into_id is not null',
        [workspaceId, ids],
      );
    },
  }),
  /** Makes a further address of a lead the one that is written to; the one of before stays among the further ones. */
  makePrimary: workspaceMutation({
    permission: leads.write,
    input: leadMakePrimaryInput,
    output: leadOutput,
    handler: makePrimary,
  }),
  /** Lists who can look after a lead. */
  owners: workspaceQuery({
    permission: leads.read,
    input: z.strictObject({}),
    output: companyOwnersOutput,
    handler: listOwners,
  }),
});
