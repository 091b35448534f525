import { createTheme, tokens, type TokenName } from '../packages/theme/src/index.ts';
import { writePage } from './write-page.ts';

/** The chapters of the page: a variable stands in the first whose pattern its name fits. */
const chapters: [title: string, names: RegExp][] = [
  ['Scales', /^(brand|neutral)-\d/],
  ['States', /^(on-)?(success|warning|danger|info)/],
  ['Charts', /^chart/],
  ['Text', /^(font|line-height|letter)/],
  ['Space and size', /^(space|control-height|row-height|card-padding|gutter|icon)/],
  ['Shape', /^(radius|border-width|focus-)/],
  ['Depth and motion', /^(shadow|duration|ease)/],
  ['Colours', /./],
];

const intro = `What the elements look like is said by these variables and nothing else. A theme computes them all from one
brand colour; set any of them in \`appearance.variables\` (without prefix), or in your own style sheet with your prefix, on
the page, on something around an element, or on the element:

\`\`\`css
acme-inbox {
  --acme-radius-card: 0;
}
\`\`\`

The values are those of the brand colour \`#3b5bdb\` in a light theme.`;

/** Writes the list of every variable of a theme with what it is for and an example of its value. */
export async function writeVariables(): Promise<void> {
  const example = createTheme({ brandColor: '#3b5bdb' });
  const rows = new Map<string, string[]>(chapters.map(([title]) => [title, []]));
  // Keys of the closed list.
  for (const name of Object.keys(tokens) as TokenName[]) {
    const chapter = chapters.find(([, names]) => names.test(name))?.[0] ?? '';
    rows.get(chapter)?.push(`| \`--acme-${name}\` | ${tokens[name]} | \`${example[name]}\` |`);
  }
  const sections = [...rows].map(
    ([title, lines]) =>
      `## ${title}\n\n| Variable | What it is for | Value |\n| --- | --- | --- |\n${lines.join('\n')}`,
  );
  await writePage(
    'reference/variables',
    'Variables',
    `${intro}\n\n${sections.join('\n\n')}`,
    'Every custom property that decides how the elements look.',
  );
}
