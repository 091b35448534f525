import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { docsPath, errors, type ErrorCode } from '@tabard/contract/errors';
import { eventPayloads } from '@tabard/contract';
import { kebabCase } from '@tabard/contract/letter-case';
import { appRouter } from '../platform/src/features/index.ts';
import { proceduresOf } from '../platform/src/kernel/index.ts';
import { readDocs } from '../sdk/build/read-docs.ts';
import { nounOf } from '../sdk/build/read-meanings.ts';
import { tableOf } from './describe-fields.ts';
import { writeConfiguration } from './write-configuration.ts';
import { writeElements } from './write-elements.ts';
import { writeInit } from './write-init.ts';
import { pages, writePage } from './write-page.ts';
import { writeRoles } from './write-roles.ts';
import { writeSettings } from './write-settings.ts';
import { writeVariables } from './write-variables.ts';

// Writes the reference pages from their sources: the error vocabulary, the router with its comments, the elements' manifest, the tokens.

const root = join(import.meta.dirname, '..');

const sdkClasses: Record<number, string> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
};

async function writeErrors(): Promise<void> {
  for (const [code, error] of Object.entries(errors)) {
    const retryable = 'retryable' in error;
    const body = `${error.message}

| | |
| --- | --- |
| Code | \`${code}\` |
| HTTP status | ${error.status} |
| Class in the SDK | \`${sdkClasses[error.status] ?? (error.status >= 500 ? 'InternalServerError' : 'ApiError')}\` |
| Trying again | ${retryable ? 'may help: the same request can work later' : 'does not help until something is changed'} |

The answer's \`details\` name the fields concerned, where there are any. Quote its \`requestId\` when you ask for help.`;
    await writePage(docsPath(code as ErrorCode).slice(1), code, body, error.message); // keys of the vocabulary
  }
}

async function writeProcedures(): Promise<void> {
  const comments = readDocs(join(root, 'platform/src/features'));
  const byNoun = Map.groupBy(proceduresOf(appRouter), ({ name }) => name.split('.')[0] ?? '');
  for (const [noun, procedures] of byNoun) {
    const sections = procedures.map(({ name: path, type, meta, inputs, output }) => {
      const facts = [
        type === 'query' ? 'reads' : type === 'mutation' ? 'changes' : 'streams',
        ...(meta?.permission ? [`needs \`${meta.permission}\``] : []),
      ];
      return `## \`${path}\`\n\n${comments.get(path) ?? ''}\n\n*${facts.join(', ')}*\n\n${tableOf('Input', nounOf(noun), inputs[0], 'input')}\n${tableOf('Answer', nounOf(noun), output, 'output')}`;
    });
    await writePage(`reference/procedures/${kebabCase(noun)}`, noun, sections.join('\n'), `Procedures of ${noun}.`);
  }
}

async function writeEvents(): Promise<void> {
  const sections = Object.entries(eventPayloads).map(
    ([name, payload]) => `## \`${name}\`\n\n${tableOf('Data', 'event', payload, 'output')}`,
  );
  await writePage(
    'reference/events',
    'Events',
    `What streams carry. Each event has an \`id\` that orders the events of its workspace, a \`type\`, the moment \`at\`, and \`data\`.\n\n${sections.join('\n')}`,
  );
}

for (const folder of ['errors', 'reference/procedures', 'reference/elements'])
  await rm(join(pages, folder), { recursive: true, force: true });
await writeErrors();
await writeProcedures();
await writeEvents();
await writeElements();
await writeVariables();
await writeRoles();
await writeSettings();
await writeInit();
await writeConfiguration();
