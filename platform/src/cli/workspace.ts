import { fromPublicId, toPublicId } from '@tabard/contract';
import { takeArchiveIn, writeArchive } from '../archive/index.ts';
import { CommandError } from './command.ts';
import { withLocalApp } from './local-app.ts';

/** Writes a workspace into a file. */
export function runWorkspaceExport([workspace = '', file, ...rest]: string[]): Promise<number> {
  const workspaceId = fromPublicId('workspace', workspace);
  if (!workspaceId || !file || rest.length > 0)
    throw new CommandError('Name a workspace by its id, such as wsp_…, and the file to write.');
  return withLocalApp(async (app) => {
    const { rows, files, running } = await writeArchive(app, { workspaceId, file, words: process.env['ARCHIVE_KEY'] });
    if (running > 0)
      console.log(
        `${running} campaign(s) go on here. Pause them before those of the archive are resumed, or people get mails twice.`,
      );
    console.log(`${rows} rows and ${files} files in ${file}`);
    return 0;
  });
}

/** Makes a workspace of a file. */
export function runWorkspaceImport(args: string[]): Promise<number> {
  const { file, organization, name } = readWish(args);
  const organizationId = fromPublicId('organization', organization);
  if (!organizationId) throw new CommandError('Name the organization by its id, such as org_…');
  return withLocalApp(async (app) => {
    const taken = await takeArchiveIn(app, { file, words: process.env['ARCHIVE_KEY'], organizationId, name });
    console.log('What was running is paused. Check the mailboxes, then resume the campaigns.');
    console.log(`${taken.rows} rows and ${taken.files} files in ${toPublicId('workspace', taken.workspaceId)}`);
    return 0;
  });
}

function readWish(args: string[]): { file: string; organization: string; name: string | undefined } {
  const rest = [...args];
  const take = (option: string): string | undefined => {
    const at = rest.indexOf(option);
    return at < 0 ? undefined : rest.splice(at, 2)[1];
  };
  const [organization, name] = [take('--organization'), take('--name')];
  const [file, ...more] = rest;
  if (!file || !organization || more.length > 0)
    throw new CommandError('Name the file, and with --organization where the workspace is put.');
  return { file, organization, name };
}
