import type { Person } from '#features/identity/user';
import type { PlacedWorkspace } from '#features/identity/workspace';

/** The language and the clock of a person's pages: what they chose, or else the workspace's. */
export const readingOf = (person: Person, workspace: PlacedWorkspace['row']): { locale: string; timeZone: string } => ({
  locale: person.locale ?? workspace.locale,
  timeZone: person.timeZone ?? workspace.time_zone,
});
