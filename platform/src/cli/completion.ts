import { CommandError, type Command } from './command.ts';

/** Prints a script that completes command names and options in a shell. */
export function completion(commands: readonly Command[], shell = 'bash'): number {
  const words = [...new Set(commands.flatMap((command) => command.name.split(' ').slice(0, 1)))];
  const second = commands.flatMap(({ name }) => {
    const [first = '', next = ''] = name.split(' ');
    return next ? [[first, next] as const] : [];
  });
  const options = commands.flatMap((command) => Object.keys(command.options ?? {}));
  const pairs = second.map(
    ([first, next]) => `    ${first}) COMPREPLY=($(compgen -W "${next} ${options.join(' ')}" -- "$word"));;`,
  );
  const bash = `_tabard() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$before" in
${pairs.join('\n')}
    *) COMPREPLY=($(compgen -W "${words.join(' ')} --help" -- "$word") $(compgen -f -- "$word"));;
  esac
}
complete -F _tabard tabard`;
  const scripts: Record<string, string> = {
    bash,
    zsh: `autoload -U +X bashcompinit && bashcompinit\n${bash}`,
    fish: [
      ...commands
        .filter((command) => !command.name.includes(' '))
        .map(
          (command) =>
            `complete -c tabard -n __fish_use_subcommand -a ${command.name} -d '${command.summary.replaceAll("'", '')}'`,
        ),
      ...second.map(
        ([first, next]) =>
          `complete -c tabard -n __fish_use_subcommand -a ${first}\ncomplete -c tabard -n '__fish_seen_subcommand_from ${first}' -a ${next}`,
      ),
    ].join('\n'),
  };
  const script = scripts[shell];
  if (!script) throw new CommandError(`There is no completion for "${shell}": bash, zsh or fish.`);
  console.log(script);
  return 0;
}
