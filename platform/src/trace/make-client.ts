import { fromPublicId, rolePermissions, toPublicId, type Role, type Uuid } from '@tabard/contract';
import { widgetNames } from '@tabard/contract/widget-names';
import { z } from 'zod';
import { cookieOf, type Ask } from './ask.ts';
import { marksOf, type Client } from './client.ts';
import { productMark } from './find-traces.ts';
import type { Viewer } from './inspection.ts';
import { made, resultOf } from './result-of.ts';
import type { Installation } from './start-installation.ts';
import { brandOf, type Agency } from './two-agencies.ts';

const password = 'a password of the trace check';

interface Making {
  installation: Installation;
  ask: Ask;
  /** Who sees the answers before anybody has a name. */
  stranger: Viewer;
}

/** Two agencies side by side, each with a workspace and people in it, made as an operator would, by calls. */
export async function makeClients(making: Making, agencies: readonly [Agency, Agency]): Promise<[Client, Client]> {
  const [one, other] = agencies;
  const places = [await makePlace(making, one), await makePlace(making, other)] as const;
  return [
    await makeClient(making, one, { own: places[0], marks: marksOf(other, Object.values(places[1])) }),
    await makeClient(making, other, { own: places[1], marks: marksOf(one, Object.values(places[0])) }),
  ];
}

type Place = Pick<Client, 'organizationId' | 'workspaceId'>;

async function makePlace({ installation, ask }: Making, agency: Agency): Promise<Place> {
  const [operator] = await installation.sql<{ id: Uuid }>(`select id from organization where kind = 'operator'`);
  const viewer = { name: `the operator, of ${agency.word}`, marks: [productMark] };
  const call = (path: string, json: object) => ask(viewer, `/rpc/${path}`, { token: installation.key, json });
  const organization = resultOf(
    await call('organizations.create', {
      parentId: toPublicId('organization', operator?.id ?? ''),
      name: `${agency.word} Agency`,
      slug: agency.slug,
      brand: brandOf(agency),
    }),
    made,
  );
  const workspace = resultOf(
    await call('workspaces.create', {
      organizationId: organization.id,
      name: `${agency.word} Client`,
      locale: agency.locale,
      brand: { displayName: `${agency.word} Brand`, postalAddress: `2 ${agency.word} Street, Testville` },
    }),
    made,
  );
  return {
    organizationId: fromPublicId('organization', organization.id) ?? '',
    workspaceId: fromPublicId('workspace', workspace.id) ?? '',
  };
}

interface Known {
  own: Place;
  marks: Viewer['marks'];
}

async function makeClient(making: Making, agency: Agency, { own, marks }: Known): Promise<Client> {
  const { ask } = making;
  const viewer: Viewer = { name: `${agency.word}’s people`, marks: [productMark, ...marks] };
  const organizationId = toPublicId('organization', own.organizationId);
  const publicId = toPublicId('workspace', own.workspaceId);
  const administrator = await invite(making, viewer, {
    agency,
    role: 'org_admin',
    place: { organizationId },
    name: `${agency.word} Administrator`,
  });
  const client = await invite(making, viewer, {
    agency,
    role: 'client',
    place: { workspaceId: publicId },
    name: `${agency.word} Reader`,
  });
  const key = resultOf(
    await ask(viewer, '/rpc/apiKeys.create', {
      token: administrator.token,
      json: { organizationId, name: `${agency.word} key`, permissions: rolePermissions.org_admin },
    }),
    z.object({ secret: z.string() }),
  );
  const portal = `https://portal.${agency.slug}.example`;
  const page = resultOf(
    await ask(viewer, '/rpc/embedSessions.create', {
      token: key.secret,
      json: {
        workspaceId: publicId,
        user: { externalId: 'u1', name: `${agency.word} Visitor`, email: `visitor@${agency.slug}.example` },
        widgets: Object.fromEntries(widgetNames.map((name) => [name, {}])),
        origins: [portal],
        expiresIn: 900,
      },
    }),
    z.object({ clientSecret: z.string() }),
  );
  return {
    agency,
    viewer,
    ...own,
    publicId,
    tokens: { administrator: administrator.token, client: client.token, page: page.clientSecret, key: key.secret },
    cookie: administrator.cookie,
    person: { email: administrator.email, password },
    portal,
  };
}

interface Invited {
  agency: Agency;
  role: Role;
  place: { organizationId: string } | { workspaceId: string };
  name: string;
}

/** Invites somebody, has them come by the link, and signs them in. */
async function invite(
  { installation, ask }: Making,
  viewer: Viewer,
  { agency, role, place, name }: Invited,
): Promise<{ token: string; cookie: string; email: string }> {
  const email = `${role}@${agency.slug}.example`;
  const invited = resultOf(
    await ask(viewer, '/rpc/invitations.create', {
      token: installation.key,
      json: { emails: [email], role, ...place },
    }),
    z.object({ items: z.array(z.object({ link: z.string() })) }),
  );
  const code = new URL(invited.items[0]?.link ?? '').hash.slice(1);
  const headers = { Origin: installation.url, 'Accept-Language': agency.locale };
  await ask(viewer, '/invitation/look', { json: { code }, headers });
  const arrived = await ask(viewer, '/invitation', { json: { code, name, password, timeZone: 'UTC' }, headers });
  const signedIn = resultOf(
    await ask(viewer, '/rpc/sessions.signIn', { json: { email, password } }),
    z.object({ token: z.string() }),
  );
  return { token: signedIn.token, cookie: cookieOf(arrived), email };
}
