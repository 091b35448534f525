/** The settings that make up a brand, in the order in which people see them. Free of zod, so browsers may import it. */
export const brandSettingNames = [
  'displayName',
  'logoUrl',
  'logoDarkUrl',
  'markUrl',
  'faviconUrl',
  'color',
  'mode',
  'fontFamily',
  'radius',
  'density',
  'mailLogo',
  'mailColor',
  'legalText',
  'postalAddress',
  'supportEmail',
  'privacyUrl',
] as const;
/** The settings besides the brand that a workspace can say, too. */
export const workSettingNames = ['locale', 'timeZone', 'dailyCap', 'deliveryGuarantee', 'companyMatching'] as const;
/** The settings that organizations alone say: how people come to workspaces below them. */
export const organizationSettingNames = [
  'signUp',
  'signUpDomains',
  'signUpBlockedDomains',
  'termsUrl',
  'termsVersion',
] as const;
/** The settings besides the brand. */
export const plainSettingNames = [...workSettingNames, ...organizationSettingNames] as const;
/** What a workspace can say. */
export const workspaceSettingNames = [...brandSettingNames, ...workSettingNames] as const;
/** The closed list of what is inherited down the tree of organizations. */
export const settingNames = [...brandSettingNames, ...plainSettingNames] as const;

/** Something that an organization or a workspace says, or inherits from above. */
export type SettingName = (typeof settingNames)[number];
