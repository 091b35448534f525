import { fromPublicId, type Invitation, type Page, type Uuid } from '@tabard/contract';
import { atPlace, outranks, requirePlace } from '#features/identity/member';
import { mailStandings } from '#features/operations/system-mail';
import { byId, readPage, type OrganizationScope } from '#kernel';
import { columnsOfInvitation, showInvitation, type InvitationRow } from './show-invitation.ts';

interface ListInput {
  cursor?: string;
  limit: number;
  workspaceId?: Uuid;
  organizationId?: Uuid;
  state?: Invitation['state'];
}

const ofState: Readonly<Record<Invitation['state'], string>> = {
  open: 'i.accepted_at is null and i.revoked_at is null and i.expires_at > now()',
  expired: 'i.accepted_at is null and i.revoked_at is null and i.expires_at <= now()',
  accepted: 'i.accepted_at is not null',
  revoked: 'i.accepted_at is null and i.revoked_at is not null',
};

/** The invitations of one place, newest first. */
export async function listInvitations(scope: OrganizationScope, input: ListInput): Promise<Page<Invitation>> {
  const place = await requirePlace(scope, input);
  const mayChange = await outranks(scope, place);
  const page = await readPage(scope.app.database.above, input, {
    columns: columnsOfInvitation('i'),
    from: 'invitation i',
    where: [atPlace('i'), input.state ? ofState[input.state] : 'i.accepted_at is null and i.revoked_at is null'],
    values: [place.organizationId, place.workspaceId],
    ...byId<InvitationRow>('desc'),
    shape: (row) => showInvitation(row, { canManage: mayChange(row), mail: null }),
  });
  const ids = page.items.map(({ id }) => fromPublicId('invitation', id) ?? '');
  const mails = await mailStandings(scope.app, place, ids);
  return { ...page, items: page.items.map((item, index) => ({ ...item, mail: mails.get(ids[index] ?? '') ?? null })) };
}
