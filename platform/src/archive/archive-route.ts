import { fromPublicId, toPublicId } from '@tabard/contract';
import { requireConfirmedIfPerson } from '#features/identity/confirmation';
import { findTarget } from '#features/identity/tree';
import { actingAs, fail, noteRefusal, writeAuditEntry, type WorkspaceRoute } from '#kernel';
import { leastWords } from './archive-sealing.ts';
import { streamArchive } from './write-archive.ts';

/**
 * `GET /workspaces/<id>/archive`: all of a workspace of your branch as a file, from which the command line makes it again. The header
 * `Archive-Key` has the words that its passwords are sealed with, percent-encoded. For whoever manages organizations; a person confirms
 * first that it is them.
 */
export const archiveRoute: WorkspaceRoute = {
  method: 'GET',
  path: '/workspaces/:id/archive',
  auth: 'workspace',
  permission: 'organization.manage',
  async handle(scope, { params, ip, headers }) {
    const workspaceId = fromPublicId('workspace', params['id'] ?? '') ?? fail('workspace.not_found');
    const { workspace } = await findTarget(scope, { workspaceId });
    if (!workspace || workspace.deleting_since) fail('workspace.not_found');
    await requireConfirmedIfPerson(scope);
    const words = wordsOf(headers['archive-key']);
    const name = toPublicId('workspace', workspaceId);
    const entry = {
      ...actingAs(scope.principal),
      origin: { ip, userAgent: headers['user-agent'] ?? null },
      act: 'workspaces.export',
      input: {},
      subjects: [name],
    };
    const stream = await streamArchive(
      scope.app,
      { workspaceId, words },
      {
        whole: (sql) => writeAuditEntry(sql, workspaceId, { ...entry, outcome: 'ok' }),
        broken: (outcome) => noteRefusal(scope.app, workspaceId, { ...entry, outcome }),
      },
    );
    return {
      body: stream,
      headers: {
        'Content-Type': 'application/gzip',
        'Content-Disposition': `attachment; filename="${name}.archive"`,
        // It is compressed already.
        'Cache-Control': 'no-store, no-transform',
      },
    };
  },
};

function wordsOf(header: string | string[] | undefined): string {
  try {
    const words = decodeURIComponent([header].flat()[0] ?? '');
    if (words.length >= leastWords && words.length <= 200) return words;
  } catch {
    // Answered below.
  }
  return fail('request.invalid', {
    details: [{ path: 'Archive-Key', message: `Give ${leastWords} to 200 characters, percent-encoded.` }],
  });
}
