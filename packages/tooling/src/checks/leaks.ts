import type { Check } from './check.ts';
import { readFiles } from './source-files.ts';

/** What must not be in a tracked file, and why. */
const forbidden: [pattern: RegExp, why: string][] = [
  [/(?<![\w.$}/-])\/(?:home|Users|root|work)\/[a-z][\w.-]*\//, 'a path of one machine: start from import.meta.dirname'],
  [/-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----\s*\n?[A-Za-z0-9+/=]{16}/, 'a private key'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'an AWS access key'],
  [/\b(?:sk|rk)_live_[0-9A-Za-z]{16,}/, 'a live payment key'],
  [/\bgh[pousr]_[0-9A-Za-z]{36}\b/, 'a GitHub token'],
  [/\/\/[^\s/'"]+:[^\s@'"]*@[^\s'"]*(?:npm|registry)/, 'a registry with credentials'],
  [/registry\.(?:npmjs\.org|yarnpkg\.com)|_authToken/, 'a registry: which one is used is the business of the machine'],
];

const exempt = /^(pnpm-lock\.yaml|packages\/tooling\/src\/checks\/leaks(\.test)?\.ts)$|\.(png|woff2|webp|ico|gz)$/;

/** No secrets, no paths of one machine, no registry hosts in anything that is tracked. */
export const leaks: Check = {
  name: 'leaks',
  run(root, changed) {
    const problems = readFiles(root, (path) => !exempt.test(path), changed).flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        // The key's pattern spans two lines.
        const reach = line.includes('BEGIN')
          ? text
              .split('\n')
              .slice(index, index + 2)
              .join('\n')
          : line;
        return forbidden.filter(([pattern]) => pattern.test(reach)).map(([, why]) => `${path}:${index + 1}: ${why}.`);
      }),
    );
    return { problems };
  },
};
