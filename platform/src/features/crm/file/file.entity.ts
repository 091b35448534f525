import { fileNoun } from '@tabard/contract/crm/file';
import { nameBytes } from '@tabard/contract/crm/file-words';
import type { Uuid } from '@tabard/contract';
import { authorColumns, authorName, recordIndexes, subjectNameOf } from '#features/crm/record-subject';
import { defineEntity, listIndexes, p, storeOf, tableOf, tenantKey, tenantPolicies, type EntityOf } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** A file that people keep with a record; what it is stands in it as its shown version says. */
export const FileSchema = tableOf(fileNoun, {
  maintenance: ['select', 'delete'],
  columns: {
    ...authorColumns,
    /** The version that is shown. */
    versionId: p.uuid(),
    /** What a search looks at, folded by the database. */
    searchText: p.text().nullable().generated(`(fold_text("name")) stored`),
  },
  indexes: [...listIndexes(fileNoun), ...recordIndexes('file', 'created_at')],
});

/** A version of a file. Its bytes are in the blob store under `<workspace>/files/<id>`. */
export const FileVersionSchema = defineEntity({
  name: 'FileVersion',
  tableName: 'file_version',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('file_version', ['select']),
  properties: {
    ...tenantKey(),
    fileId: p.uuid(),
    number: p.integer(),
    kind: p.string().length(16),
    mediaType: p.string().length(127),
    size: p.bigint('number'),
    scan: p.string().length(16),
    hasThumbnail: p.boolean(),
    ...authorColumns,
    createdAt: moment().defaultRaw('now()'),
  },
  uniques: [{ properties: ['workspaceId', 'fileId', 'number'] }],
  indexes: [
    {
      name: 'file_version_waiting',
      expression: `create index "file_version_waiting" on "file_version" ("created_at") where scan = 'waiting'`,
    },
  ],
});

/**
 * A file on its way. The parts that are there lie under `<workspace>/file-parts/<id>/`; the whole gets this id as its version's, so that
 * what a killed process leaves is found by the row.
 */
export const FileUploadSchema = defineEntity({
  name: 'FileUpload',
  tableName: 'file_upload',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('file_upload', ['select', 'delete']),
  properties: {
    ...tenantKey(),
    /** The file that gets a new version; unset for a new file. */
    fileId: p.uuid().nullable(),
    name: p.string().length(nameBytes),
    length: p.bigint('number'),
    /** Bytes that are there, and the names of their parts in order. */
    received: p.bigint('number').default(0),
    parts: p.array().columnType('text[]').defaultRaw(`'{}'`),
    leadId: p.uuid().nullable(),
    companyId: p.uuid().nullable(),
    dealId: p.uuid().nullable(),
    ...authorColumns,
    createdAt: moment().defaultRaw('now()'),
    /** When it became a version. */
    finishedAt: moment().nullable(),
  },
});

/** Where files are kept. */
export const files = storeOf(fileNoun, FileSchema, {
  alias: 'f',
  searched: 'f.search_text',
  // One whose record is gone is on its way out.
  visible: () => '(f.lead_id is not null or f.company_id is not null or f.deal_id is not null)',
  computed: {
    versions: `select count(*)::int from file_version v where v.workspace_id = f.workspace_id and v.file_id = f.id`,
    authorName: authorName('f'),
    recordName: subjectNameOf('f'),
  },
});

/** A file as the ORM holds it, with what callers do not see. */
export type FileEntity = EntityOf<(typeof fileNoun)['fields']> & { versionId: Uuid };
