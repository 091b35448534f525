import { globSync, readFileSync } from 'node:fs';

/**
 * The doc comments of all procedures, by `noun.verb`. The compiler's programming interface is gone in TypeScript 7; routers are
 * written so regularly that their text can be read: a comment, a name, a base procedure.
 */
export function readDocs(features: string): Map<string, string> {
  const nouns = readFileSync(`${features}/router.ts`, 'utf8').matchAll(/^ {2}(\w+): (\w+Router),/gm);
  const nounOf = new Map([...nouns].map(([, noun, router]) => [router, noun]));
  const docs = new Map<string, string>();
  for (const file of globSync(`${features}/*/*/*.router.ts`)) {
    const text = readFileSync(file, 'utf8');
    const router = /export const (\w+Router) = router\(/.exec(text)?.[1];
    const noun = router === undefined ? undefined : nounOf.get(router);
    if (noun === undefined) continue;
    for (const [, comment, verb] of text.matchAll(/^ {2}\/\*\*([^]*?)\*\/\n {2}(\w+): /gm))
      docs.set(`${noun}.${verb ?? ''}`, (comment ?? '').replaceAll(/\s*\n\s*\*?\s*/g, ' ').trim());
  }
  return docs;
}
