import {
  organizationCreateInput,
  organizationGetInput,
  organizationListInput,
  organizationOutput,
  organizationUpdateInput,
  pageOf,
} from '@tabard/contract';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { createOrganization } from './create-organization.ts';
import { getOrganization } from './get-organization.ts';
import { listOrganizations } from './list-organizations.ts';
import { updateOrganization } from './update-organization.ts';

export const organizationRouter = router({
  /** Lists the organizations of your branch, oldest first. */
  list: organizationQuery({
    permission: 'organization.read',
    input: organizationListInput,
    output: pageOf(organizationOutput),
    handler: listOrganizations,
  }),
  /** Gets one organization of your branch, with its brand as inherited. */
  get: organizationQuery({
    permission: 'organization.read',
    input: organizationGetInput,
    output: organizationOutput,
    handler: getOrganization,
  }),
  /** Adds a vendor or an agency below an organization of your branch. */
  create: organizationMutation({
    permission: 'organization.manage',
    input: organizationCreateInput,
    output: organizationOutput,
    handler: createOrganization,
  }),
  /** Changes an organization's name or brand; parts of the brand that are left out stay as they are. */
  update: organizationMutation({
    permission: 'organization.manage',
    input: organizationUpdateInput,
    output: organizationOutput,
    handler: updateOrganization,
  }),
});
