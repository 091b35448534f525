import { beginSetup, type SetupWish } from '#features/identity/setup';
import type { App } from '#kernel';

/** Sets an empty installation up and says what its first person needs, once. Gives false where it began otherwise, as the demo does. */
export function setUp(app: App, wish: SetupWish, say: (lines: string) => void): Promise<boolean> {
  return beginSetup(app, wish, ({ link, apiKey }) => {
    const lines = [
      ...(link ? [`  First sign-in   ${link}`, '                  good once, for 24 hours'] : []),
      ...(apiKey
        ? [
            `  First API key   ${apiKey}`,
            '                  shown this once; it may do everything, keep it on a server',
          ]
        : []),
    ];
    if (lines.length > 0) say(`\n${lines.join('\n')}\n`);
  });
}
