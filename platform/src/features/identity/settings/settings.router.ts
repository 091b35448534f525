import {
  organizationSettingsGetInput,
  organizationSettingsOutput,
  organizationSettingsUpdateInput,
  settingsGetInput,
  settingsOutput,
  settingsPreviewMailInput,
  settingsPreviewMailOutput,
  settingsUpdateInput,
} from '@tabard/contract';
import { organizationMutation, organizationQuery, router, workspaceMutation, workspaceQuery } from '#kernel';
import { getOrganizationSettings } from './get-organization-settings.ts';
import { getSettings } from './get-settings.ts';
import { previewMail } from './preview-mail.ts';
import { updateOrganizationSettings } from './update-organization-settings.ts';
import { updateSettings } from './update-settings.ts';

export const settingsRouter = router({
  /** Gets all that is inherited down to the workspace, with where each value comes from and who has locked it. */
  get: workspaceQuery({
    permission: 'settings.read',
    input: settingsGetInput,
    output: settingsOutput,
    handler: getSettings,
  }),
  /** Changes what the workspace says itself, or takes it back so that it is inherited. Open pages take it up within seconds. */
  update: workspaceMutation({
    permission: 'settings.manage',
    input: settingsUpdateInput,
    output: settingsOutput,
    handler: updateSettings,
  }),
  /** Gets all that an organization of your branch hands down, with where each value comes from and who has locked it. */
  getForOrganization: organizationQuery({
    permission: 'settings.read',
    input: organizationSettingsGetInput,
    output: organizationSettingsOutput,
    handler: getOrganizationSettings,
  }),
  /** Changes what an organization of your branch hands down, takes it back, or locks it for all below. */
  updateForOrganization: organizationMutation({
    permission: 'settings.manage',
    input: organizationSettingsUpdateInput,
    output: organizationSettingsOutput,
    handler: updateOrganizationSettings,
  }),
  /** Shows how a mail of the platform itself looks in a brand that is not stored yet; nothing is sent. */
  previewMail: workspaceQuery({
    permission: 'settings.read',
    input: settingsPreviewMailInput,
    output: settingsPreviewMailOutput,
    handler: previewMail,
  }),
});
