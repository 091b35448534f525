/**
 * The closed list of what is inherited down the tree of organizations, in the order in which people see it. Free of zod, so browsers may
 * import it.
 */
export const settingNames = [
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
  'locale',
  'timeZone',
  'dailyCap',
  'deliveryGuarantee',
] as const;

/** Something that an organization or a workspace says, or inherits from above. */
export type SettingName = (typeof settingNames)[number];
