import { parseArgs } from 'node:util';

/** What `npm run release` was asked for. */
export interface ReleaseOptions {
  /** As it was written; the next one by the commits when it was not. */
  version: string | undefined;
  /** `@acme`: the scope of the packages, in place of the product's. */
  scope: string | undefined;
  out: string | undefined;
  /** The revision behind which the change log begins, in place of the last tag. */
  since: string | undefined;
  allowDirty: boolean;
}

const examples = {
  version: '--version 1.4.0',
  scope: '--scope @acme',
  out: '--out ../packages',
  since: '--since v1.3.0',
} as const;
const known = [...Object.values(examples), '--allow-dirty'].join(', ');

/** Reads the words of the command line; what is not understood is refused with a sentence. */
export function readReleaseOptions(args: readonly string[]): ReleaseOptions {
  // pnpm hands on the hyphens that npm takes away.
  const { tokens } = parseArgs({
    args: [...(args[0] === '--' ? args.slice(1) : args)],
    strict: false,
    tokens: true,
    options: {
      version: { type: 'string' },
      scope: { type: 'string' },
      out: { type: 'string' },
      since: { type: 'string' },
      'allow-dirty': { type: 'boolean' },
    },
  });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new Error(
        `"${token.value}" belongs to no option. With npm, two hyphens go first: npm run release -- ${examples.version}`,
      );
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const example = Object.entries(examples).find(([option]) => option === name)?.[1];
    if (name === 'allow-dirty') {
      if (value !== undefined) throw new Error('--allow-dirty stands alone, without a value.');
    } else if (!example) throw new Error(`There is no option ${rawName}. There are ${known}.`);
    else if (!value || value.startsWith('-')) throw new Error(`${rawName} needs a value, such as ${example}.`);
    values.set(name, value ?? '');
  }
  const scope = values.get('scope');
  if (scope !== undefined && !/^@[a-z0-9][a-z0-9._-]{0,99}$/.test(scope))
    throw new Error(
      `A scope is an @ and lower-case letters, digits or hyphens, such as ${examples.scope}, not "${scope}".`,
    );
  return {
    version: values.get('version'),
    scope,
    out: values.get('out'),
    since: values.get('since'),
    allowDirty: values.has('allow-dirty'),
  };
}
