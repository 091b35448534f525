import { describeSettings, widgetSettings } from '@tabard/contract';
import { writePage } from './write-page.ts';

interface Described {
  enum?: string[];
  items?: Described;
  properties?: Record<string, Described>;
}

/** Writes the page of the names that each element can be configured in. */
export async function writeConfiguration(): Promise<void> {
  const sections = Object.keys(widgetSettings).map((name) => {
    const { properties = {} } = describeSettings(name) as Described; // written by zod
    const rows = Object.entries(properties).map(([part, { items, properties: fields }]) => {
      const names = items?.enum ?? Object.keys(fields ?? {});
      return `| \`${part}\` | ${names.map((one) => `\`${one}\``).join(', ')} |`;
    });
    return `## \`${name}\`\n\n| Part | Names |\n| --- | --- |\n${rows.join('\n')}`;
  });
  await writePage(
    'reference/configuration',
    'Names for configuration',
    `What [the configuration](/guides/configure/) of each element can name. Columns are shown in the order in which they are named. Other names are refused.\n\n${sections.join('\n\n')}`,
    'Columns, actions, filters and parts that can be configured, element by element.',
  );
}
