import type { Option } from '../kit/select.ts';

interface Named {
  id: string;
  name: string;
}

/** Who can look after records, and the teams they are in, as the platform answers it; nothing while it is asked. */
export type Owners = { items: readonly Named[]; teams: readonly Named[] } | null;

/** Both as options. */
export const whoseOptions = (known: Owners): { owners: readonly Option[]; teams: readonly Option[] } => ({
  owners: optionsOf(known?.items),
  teams: optionsOf(known?.teams),
});

const optionsOf = (all: readonly Named[] = []): Option[] => all.map(({ id, name }) => ({ value: id, label: name }));
