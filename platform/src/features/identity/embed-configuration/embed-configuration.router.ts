import {
  embedConfigurationGetInput,
  embedConfigurationOutput,
  embedConfigurationUpdateInput,
  organizationEmbedConfigurationGetInput,
  organizationEmbedConfigurationOutput,
  organizationEmbedConfigurationUpdateInput,
} from '@tabard/contract';
import { organizationMutation, organizationQuery, router, workspaceMutation, workspaceQuery } from '#kernel';
import { getEmbedConfiguration } from './get-embed-configuration.ts';
import { getOrganizationConfiguration } from './get-organization-configuration.ts';
import { updateEmbedConfiguration } from './update-embed-configuration.ts';
import { updateOrganizationConfiguration } from './update-organization-configuration.ts';

export const embedConfigurationRouter = router({
  /** Gets what the workspace's widgets show by default, with everything inherited filled in. */
  get: workspaceQuery({
    permission: 'workspace.read',
    input: embedConfigurationGetInput,
    output: embedConfigurationOutput,
    handler: getEmbedConfiguration,
  }),
  /** Changes what the workspace's widgets show by default; what is not set is inherited. Open pages take it up within seconds. */
  update: workspaceMutation({
    permission: 'workspace.manage',
    input: embedConfigurationUpdateInput,
    output: embedConfigurationOutput,
    handler: updateEmbedConfiguration,
  }),
  /** Gets what an organization of your branch hands down to the widgets of its workspaces. */
  getForOrganization: organizationQuery({
    permission: 'organization.read',
    input: organizationEmbedConfigurationGetInput,
    output: organizationEmbedConfigurationOutput,
    handler: getOrganizationConfiguration,
  }),
  /** Changes what an organization of your branch hands down; a workspace's own word wins part by part. */
  updateForOrganization: organizationMutation({
    permission: 'organization.manage',
    input: organizationEmbedConfigurationUpdateInput,
    output: organizationEmbedConfigurationOutput,
    handler: updateOrganizationConfiguration,
  }),
});
