import { hash } from '@node-rs/argon2';
import { permissions } from '@tabard/contract/permissions';
import { insertMember } from '#features/identity/member';
import { newId, type App, type Principal, type Sql } from '#kernel';
import { demoPassword, type AgencyStory, type WorkspaceStory } from './story.ts';

/** A seeded workspace and somebody who may do everything in it. */
export interface SeededWorkspace {
  story: WorkspaceStory;
  workspaceId: string;
  principal: Principal;
}

/** A seeded agency with its workspaces. */
export interface SeededAgency {
  story: AgencyStory;
  organizationId: string;
  principal: Principal;
  workspaces: SeededWorkspace[];
}

/** Makes the operator, the agencies below it with their people, and their clients' workspaces, in one transaction. */
export async function seedTree(app: App, agencies: readonly AgencyStory[]): Promise<SeededAgency[]> {
  const passwordHash = await hash(demoPassword);
  return app.database.control(async (_em, sql) => {
    const operatorId = newId();
    await sql(`insert into organization (id, kind, name, slug) values ($1, 'operator', 'Operator', 'operator')`, [
      operatorId,
    ]);
    const seeded: SeededAgency[] = [];
    for (const story of agencies) {
      const organizationId = newId();
      await sql(
        `insert into organization (id, parent_id, kind, name, slug, brand) values ($1, $2, 'agency', $3, $4, $5)`,
        [organizationId, operatorId, story.name, story.slug, JSON.stringify(story.brand)],
      );
      const userId = await addPerson(sql, story.user, passwordHash);
      await insertMember(sql, { userId, organizationId, role: 'org_admin' });
      const principalOf = (workspaceId: string | null): Principal => ({
        kind: 'user',
        userId,
        sessionId: newId(),
        organizationId,
        workspaceId,
        permissions: new Set(permissions),
      });
      const workspaces: SeededWorkspace[] = [];
      for (const workspace of story.workspaces) {
        const workspaceId = newId();
        await sql('insert into workspace (id, organization_id, name, time_zone, locale) values ($1, $2, $3, $4, $5)', [
          workspaceId,
          organizationId,
          workspace.name,
          workspace.timeZone,
          workspace.locale,
        ]);
        workspaces.push({ story: workspace, workspaceId, principal: principalOf(workspaceId) });
      }
      const [first] = workspaces;
      if (story.colleague && first)
        await insertMember(sql, {
          userId: await addPerson(sql, story.colleague, passwordHash),
          organizationId,
          workspaceId: first.workspaceId,
          role: 'campaign_manager',
        });
      seeded.push({ story, organizationId, principal: principalOf(null), workspaces });
    }
    return seeded;
  });
}

/** Somebody with the demo's password. */
async function addPerson(sql: Sql, { email, name }: AgencyStory['user'], passwordHash: string): Promise<string> {
  const id = newId();
  await sql('insert into app_user (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    id,
    email,
    name,
    passwordHash,
  ]);
  return id;
}
