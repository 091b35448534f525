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
/** The settings besides the brand. */
export const plainSettingNames = ['locale', 'timeZone', 'dailyCap', 'deliveryGuarantee', 'companyMatching'] as const;
/** The closed list of what is inherited down the tree of organizations. */
export const settingNames = [...brandSettingNames, ...plainSettingNames] as const;

/** Something that an organization or a workspace says, or inherits from above. */
export type SettingName = (typeof settingNames)[number];
