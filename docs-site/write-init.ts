import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePage } from './write-page.ts';

const options = join(import.meta.dirname, '../widgets/src/wrappers/options.ts');

/** Writes the page of everything `init` takes and gives, from the types that the package of the elements is published with. */
export async function writeInit(): Promise<void> {
  const source = await readFile(options, 'utf8');
  await writePage(
    'reference/init',
    'init',
    `\`init\` comes from \`/embed/v1.js\` of the platform, \`load\` from \`@tabard/widgets\` takes the same options, fetches that script and gives the same instance. A prefix is connected once: a second \`init\` with it is an error until \`destroy()\` of the first was called.

## Options

${tableOf(source, 'LoadOptions')}

## \`appearance\`

${tableOf(source, 'Appearance')}

## What it gives

${tableOf(source, 'Instance')}

\`update\` takes \`appearance\`, \`locale\`, \`timeZone\`, \`messages\` and \`links\`; what is left out stays as it is.

## Failures

\`onError\`, the event \`error\` of the instance and \`acme-load-error\` of an element carry the same:

${tableOf(source, 'Failure')}

| \`code\` | What it means |
| --- | --- |
| \`client.session\` | \`fetchClientSecret\` failed, or gave no secret. The console has the cause |
| \`client.session_expired\` | it could not be renewed, and the last secret is over |
| \`client.origin_refused\` | the platform answers, but not to pages of this origin: name it in \`origins\` of the session |
| \`client.unreachable\` | the platform does not answer, or the page's policy does not allow it |
| \`client.offline\` | the browser has no network, so nothing was changed |
| any other | the platform's own: see [the errors](/errors/request-invalid/) |`,
    'Every option of init and load, the instance they give, and the failures they tell.',
  );
}

/** The members of one interface with what is said of them. */
function tableOf(source: string, name: string): string {
  const body = new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(source)?.[1];
  if (!body) throw new Error(`There is no interface ${name}.`);
  const rows: string[] = [];
  let words = '';
  let depth = 0;
  let member: { name: string; need: string; type: string } | null = null;
  for (const line of body.split('\n')) {
    const comment = /^ {2}\/\*\* (.*) \*\/$/.exec(line)?.[1];
    if (comment && depth === 0) words = comment;
    const begin = depth === 0 ? /^ {2}(\w+)(\??):\s*(.*)$/.exec(line) : null;
    if (begin) member = { name: begin[1] ?? '', need: begin[2] ? '' : 'yes', type: begin[3] ?? '' };
    else if (member && depth > 0) member.type += ` ${line.trim()}`;
    if (!member) continue;
    depth += (line.match(/[{([]/g)?.length ?? 0) - (line.match(/[})\]]/g)?.length ?? 0);
    if (depth > 0 || !/[;,]$/.test(line)) {
      depth ||= line.endsWith(';') ? 0 : 1;
      continue;
    }
    depth = 0;
    if (!words) throw new Error(`${name}.${member.name} has no comment. Say what it is.`);
    const type = member.type.replace(/;$/, '').replaceAll('|', '\\|');
    rows.push(
      `| \`${member.name}\` | ${type.length > 90 ? 'see the types' : `\`${type}\``} | ${member.need} | ${words.replaceAll('|', '\\|')} |`,
    );
    [member, words] = [null, ''];
  }
  return `| Name | Type | Needed | What it is |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}
