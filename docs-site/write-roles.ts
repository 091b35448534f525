import { permissions, rolePermissions, roles, roleWords } from '@tabard/contract/permissions';
import { writePage } from './write-page.ts';

/** Writes the matrix of what each role may do from the list of nouns and the rules over it. */
export async function writeRoles(): Promise<void> {
  const words = roles.map((role) => `| **${roleWords[role][0]}** | \`${role}\` | ${roleWords[role][1]} |`);
  const rows = permissions.map((permission) => {
    const marks = roles.map((role) => ((rolePermissions[role] as readonly string[]).includes(permission) ? '✓' : ''));
    return `| \`${permission}\` | ${marks.join(' | ')} |`;
  });
  await writePage(
    'reference/roles',
    'What each role may do',
    `A person has a role in an organization, with all below it, or in one workspace. Whoever has several has all that they let do together.

| Role | Name | What it is for |
| --- | --- | --- |
${words.join('\n')}

Each procedure names the permission that it needs on its page.

| Permission | ${roles.map((role) => roleWords[role][0]).join(' | ')} |
| --- | ${roles.map(() => ':-:').join(' | ')} |
${rows.join('\n')}`,
    'The built-in roles and their permissions.',
  );
}
