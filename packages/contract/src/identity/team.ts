import { z } from 'zod';
import { customFieldColors } from '../crm/custom-value.ts';
import { idInput, idOutput } from '../ids.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { teamPeopleLimit } from './team-words.ts';

const teamPeople = z.array(
  z.object({
    id: idOutput('member'),
    /** What they are called now. */
    name: z.string(),
    /** Whether they lead the team. */
    isLeader: z.boolean(),
  }),
);

/** People of a workspace who work together. A team gives nobody a right: it is named in notes, and asked for in filters. */
export const teamNoun = describeNoun('team', {
  /** What it is called; no two of a workspace differ only in case or accents. */
  name: field.text({ label: 'Name', min: 1, max: 60, search: true, sort: true }),
  /** The colour it is shown in; `null` for none. */
  color: field.choice(customFieldColors, { label: 'Colour', nullable: true, filter: true }),
  /** Who is in it, its leader first, then by name. Whoever is deactivated, or left the workspace, is in no team. */
  members: field.record(teamPeople, teamPeople, { label: 'Members', computed: true }),
});
export const teamOutput = teamNoun.output;

const people = {
  /** Who is in it, up to 100 members of the workspace. */
  memberIds: z.array(idInput('member')).max(teamPeopleLimit),
  /** Which of them leads it; left out or `null`, nobody. */
  leaderId: idInput('member').nullable().default(null),
};
export const teamCreateInput = teamNoun.createInput.extend({
  ...people,
  memberIds: people.memberIds.default([]),
});
export const teamSetMembersInput = z.strictObject({ id: idInput('team'), ...people });
export const teamPeopleOutput = z.object({
  /** Who works in the workspace and can be in a team, by name; up to 500. */
  items: z.array(
    z.object({
      id: idOutput('member'),
      /** What they are called. */
      name: z.string(),
    }),
  ),
});

/** A team as callers see it. */
export type Team = z.infer<typeof teamOutput>;

/** The live teams of a workspace by name, as far as they are to be chosen from; up to 200. */
export const teamNames = z.array(
  z.object({
    id: idOutput('team'),
    /** What it is called. */
    name: z.string(),
  }),
);
