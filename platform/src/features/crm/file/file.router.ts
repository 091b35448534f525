import {
  fileListInput,
  fileNoun,
  fileOutput,
  fileQuotaOutput,
  fileRenameInput,
  fileRestoreVersionInput,
  fileUploadIdInput,
  fileUploadIdOutput,
  fileUploadInput,
  fileUploadOutput,
  fileVersionInput,
  fileVersionsOutput,
} from '@tabard/contract/crm/file';
import { pageOf } from '@tabard/contract';
import { z } from 'zod';
import {
  archiveOf,
  changeOne,
  countOf,
  lockOne,
  restoreOf,
  router,
  workspaceCall,
  workspaceMutation,
  workspaceQuery,
} from '#kernel';
import { addVersion, createUpload, findUpload, readQuota, shapeUpload } from './begin-upload.ts';
import { files } from './file.entity.ts';
import { requireEnding } from './find-type.ts';
import { cancelUpload, finishUpload } from './finish-upload.ts';
import { listFiles, listVersions, readFile, requireRecord, restoreVersion } from './list-files.ts';

const { read, write } = files;
const remove = { permission: 'file.delete' } as const;

export const fileRouter = router({
  /** Lists files, newest first unless told otherwise; `archived` lists the bin. */
  list: workspaceQuery({ permission: read, input: fileListInput, output: pageOf(fileOutput), handler: listFiles }),
  /** Counts the files that a filter takes. */
  count: countOf(files),
  /** Gets one file. Its bytes are at `/files/<id>/content`, a small picture of an image at `/files/<id>/thumbnail`. */
  get: workspaceQuery({ permission: read, input: fileNoun.idInput, output: fileOutput, handler: readFile }),
  /** Says how much the workspace keeps, and how much it may. */
  quota: workspaceQuery({ permission: read, input: z.strictObject({}), output: fileQuotaOutput, handler: readQuota }),
  /** Begins the upload of a file that is kept with a record. Its parts go to `/files/uploads/<id>?offset=<bytes>`. */
  createUpload: workspaceMutation({
    permission: write,
    input: fileUploadInput,
    output: fileUploadOutput,
    handler: createUpload,
  }),
  /** Says where an upload stands, to go on after an interruption. */
  getUpload: workspaceQuery({
    permission: write,
    input: fileUploadIdInput,
    output: fileUploadOutput,
    handler: async (scope, { id }) => shapeUpload(await findUpload(scope, id)),
  }),
  /** Makes a file or a new version of what was uploaded. Doing it again gives the same file. */
  finish: workspaceCall({ permission: write, input: fileUploadIdInput, output: fileOutput, handler: finishUpload }),
  /** Gives up an upload that is not finished, with all that was sent of it. One that is given up already is none any more. */
  cancelUpload: workspaceCall({
    permission: write,
    input: fileUploadIdInput,
    output: fileUploadIdOutput,
    handler: cancelUpload,
  }),
  /** Gives a file another name; its ending stays. */
  rename: workspaceMutation({
    permission: write,
    input: fileRenameInput,
    output: fileOutput,
    async handler(scope, { id, name }) {
      const file = await lockOne(files, scope, id);
      requireEnding(file.name, name);
      return changeOne(files, scope, file, { name });
    },
  }),
  /** Lists the versions of a file, the newest first. */
  versions: workspaceQuery({
    permission: read,
    input: fileNoun.idInput,
    output: fileVersionsOutput,
    handler: listVersions,
  }),
  /** Begins the upload of a new version of a file. The others are kept. */
  addVersion: workspaceMutation({
    permission: write,
    input: fileVersionInput,
    output: fileUploadOutput,
    handler: addVersion,
  }),
  /** Shows another version of a file from now on. None is lost. */
  restoreVersion: workspaceMutation({
    permission: write,
    input: fileRestoreVersionInput,
    output: fileOutput,
    handler: restoreVersion,
  }),
  /** Puts up to 1,000 files in the bin; for thirty days they can be restored. */
  archive: archiveOf(files, remove),
  /** Brings files back from the bin. */
  restore: restoreOf(files, { ...remove, prepare: requireRecord }),
});
