import { toPublicId, type Uuid } from '@tabard/contract';
import { z } from 'zod';
import {
  amongOpenTenants,
  defineJob,
  emitStandard,
  recordOf,
  repeating,
  TenantWork,
  type App,
  type CallScope,
} from '#kernel';
import { files } from './file.entity.ts';
import { versionKey } from './file-keys.ts';

/** Looks for harmful content in one version of a file, if nobody has yet. */
export const scanJob = defineJob({
  name: 'scan-file',
  schema: z.object({ workspaceId: z.uuid(), versionId: z.uuid() }),
  concurrency: 2,
  // The sweep tries again.
  attempts: 1,
  dedupe: ({ versionId }) => versionId,
  handler: (scope, { versionId }) => scanVersion(scope, versionId),
});

/** What is still to be looked at; without a scanner nothing is. */
const open = ({ ports }: Pick<App, 'ports'>): string =>
  ports.fileScanner.isSet ? `('waiting', 'unscanned')` : `('waiting')`;

async function scanVersion(scope: CallScope, versionId: Uuid): Promise<void> {
  const { app, workspaceId } = scope;
  const { blobs, fileScanner } = app.ports;
  const [version] = await scope.read(
    `select 1 from file_version where workspace_id = $1 and id = $2 and scan in ${open(app)}`,
    [workspaceId, versionId],
  );
  if (!version) return;
  const found = fileScanner.isSet ? await fileScanner.scan(await blobs.get(versionKey(workspaceId, versionId))) : null;
  const scan = found === null ? (fileScanner.isSet ? 'clean' : 'unscanned') : 'infected';
  if (found !== null) app.log.warn({ workspaceId, versionId, found }, 'harmful content was found in a file');
  await scope.write(async (writing) => {
    const { sql } = writing;
    await sql(`update file_version set scan = $3 where workspace_id = $1 and id = $2`, [workspaceId, versionId, scan]);
    const [file] = await sql<{ id: Uuid; leadId: Uuid | null; companyId: Uuid | null; dealId: Uuid | null }>(
      `update file set scan = $3 where workspace_id = $1 and version_id = $2
        returning id, lead_id as "leadId", company_id as "companyId", deal_id as "dealId"`,
      [workspaceId, versionId, scan],
    );
    if (!file) return;
    emitStandard(writing, files, 'updated', file.id, file);
    if (found !== null) writing.emit('file.harm_found', { fileId: toPublicId('file', file.id), ...recordOf(file) });
  });
}

const finding = new TenantWork('file-scan');

/** Finds what is to be looked at, from the rows alone: also what waited for a scanner that was away, or came before there was one. */
export const scanSweep = repeating('file-scan', {
  pauseMs: (app) => app.config.sending.sweepSeconds * 1000,
  async run(app) {
    const rows = await finding.find<{ workspace_id: Uuid; id: Uuid }>(
      app,
      `select workspace_id, id from file_version where scan in ${open(app)} and ${amongOpenTenants('workspace_id')}
        order by created_at limit 200`,
    );
    for (const row of rows) await app.jobs.add(scanJob, { workspaceId: row.workspace_id, versionId: row.id });
  },
});
