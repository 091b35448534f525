import { LocalEnvironmentError, ConfigError } from '#config';
import { CommandError, type Command } from './command.ts';
import { commands } from './commands.ts';

/** Errors that are sentences for the person at the terminal, by name so that nothing heavy is loaded for it. */
const sentences = new Set(['ArchiveError', 'DemoError', 'EmbeddedError', 'SchemaError', 'TenancyError', 'TraceError']);

/** The commands that begin with a word, such as those of `workspace`. */
const groupOf = (word = ''): readonly Command[] => commands.filter(({ name }) => name.startsWith(`${word} `));

function help(word = ''): string {
  const group = groupOf(word);
  const [shown, usage] = group.length > 0 ? [group, `${word} <command>`] : [commands, '<command>'];
  const width = Math.max(...shown.map((command) => heading(command).length));
  const lines = shown.map((command) => `  ${heading(command).padEnd(width + 2)}${command.summary}`);
  return `Usage: npm run tabard -- ${usage}\n\n${lines.join('\n')}\n\nAdd --help to a command for its options.`;
}

function heading(command: Command): string {
  return [command.name, command.usage].filter(Boolean).join(' ');
}

function commandHelp(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(([name, text]) => `  ${name.padEnd(16)}${text}`);
  return [
    `Usage: npm run tabard -- ${heading(command)}`,
    '',
    command.summary,
    ...(options.length ? ['', ...options] : []),
  ].join('\n');
}

const isHelp = (word?: string): boolean => word === 'help' || word === '--help' || word === '-h';

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || isHelp(args[0])) {
    console.log(help());
    return 0;
  }
  if (groupOf(args[0]).length > 0 && (args.length === 1 || isHelp(args[1]))) {
    console.log(help(args[0]));
    return 0;
  }
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
  if (!command) throw new CommandError(`There is no command "${args.join(' ')}". ${help(args[0])}`);
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(commandHelp(command));
    return 0;
  }
  const unknown = rest.find((word) => word.startsWith('--') && !(word.replace(/=.*/, '') in (command.options ?? {})));
  if (unknown) throw new CommandError(`"${command.name}" has no option ${unknown}. ${commandHelp(command)}`);
  return command.run(rest);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const plain =
      error instanceof CommandError ||
      error instanceof LocalEnvironmentError ||
      error instanceof ConfigError ||
      (error instanceof Error && sentences.has(error.name));
    console.error(plain ? error.message : error);
    process.exit(1);
  },
);
