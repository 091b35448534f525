import {
  brandSettingNames,
  type Brand,
  type settingsPreviewMailInput,
  type settingsPreviewMailOutput,
} from '@tabard/contract';
import type { z } from 'zod';
import { addressOf } from '#features/identity/address';
import { invitationContent } from '#features/identity/invitation';
import { levelOf, requireOrganization, resolveSetting, resolveSettings } from '#features/identity/organization';
import { levelsOf, requireWorkspace } from '#features/identity/workspace';
import { layOutHtml } from '#features/operations/system-mail';
import type { ReadScope } from '#kernel';

/** The mail of an invitation, as it would be laid out if the brand that is given was said at the place. */
export async function previewMail(
  scope: ReadScope,
  { brand = {}, organizationId, mode }: z.output<typeof settingsPreviewMailInput>,
): Promise<z.input<typeof settingsPreviewMailOutput>> {
  const [here, ...above] = organizationId
    ? (await requireOrganization(scope, organizationId, 'read')).map(levelOf)
    : levelsOf(await requireWorkspace(scope, scope.workspaceId));
  const levels = here ? [{ ...here, said: { ...here.said, ...brand } }, ...above] : [];
  const look: Brand = { ...resolveSettings(levels, brandSettingNames), mode };
  const appUrl = await addressOf(scope.app, here?.id ?? scope.workspaceId, 'app');
  const content = invitationContent(resolveSetting(levels, 'locale').value, {
    name: look.displayName,
    url: `${appUrl}/invitation`,
    role: { role: 'client', role_id: null, made_name: null },
    invitedBy: '',
  });
  return { html: layOutHtml(look, content) };
}
