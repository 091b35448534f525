import type { SettingName, Settings, SettingSource, SettingsSaid } from '@tabard/contract';

const agency: SettingSource = { kind: 'organization', id: 'org_1', name: 'Northlight' };
const workspace: SettingSource = { kind: 'workspace', id: 'wsp_1', name: 'Harbor & Co' };
const provider: SettingSource = { kind: 'provider', id: null, name: null };
const product: SettingSource = { kind: 'product', id: null, name: null };

/** What is inherited, and where from. */
const inherited = {
  displayName: ['Northlight', agency],
  logoUrl: [null, product],
  logoDarkUrl: [null, product],
  markUrl: [null, product],
  faviconUrl: [null, product],
  color: ['#2b5fd9', agency],
  mode: ['auto', product],
  fontFamily: [null, product],
  radius: [7, product],
  density: ['comfortable', product],
  mailLogo: [true, product],
  mailColor: [null, product],
  legalText: ['Northlight B.V., register 34 12 88', agency],
  postalAddress: ['Prinsengracht 12, Amsterdam', agency],
  supportEmail: ['help@northlight.example', agency],
  privacyUrl: ['https://northlight.example/privacy', provider],
  locale: ['en', product],
  timeZone: ['UTC', product],
  dailyCap: [2000, provider],
  deliveryGuarantee: ['at_most_once', product],
  companyMatching: ['join', product],
  signUp: [false, product],
  signUpDomains: [[] as string[], product],
  signUpBlockedDomains: [['throwaway.example'] as string[], provider],
  termsUrl: [null, product],
  termsVersion: ['', product],
} as const satisfies Record<SettingName, readonly [unknown, SettingSource]>;

const lockedBy: Partial<Record<SettingName, SettingSource>> = {
  privacyUrl: provider,
  dailyCap: provider,
  legalText: agency,
};

/** The settings of a place that says these itself. */
function settingsOf(said: SettingsSaid, place: SettingSource, locked: readonly SettingName[]): Settings {
  const names = Object.keys(inherited) as SettingName[]; // the keys of a record of them
  return Object.fromEntries(
    names.map((name) => {
      const [value, from] = inherited[name];
      const own = said[name] !== undefined;
      const lock = place.kind === 'workspace' ? (lockedBy[name] ?? null) : null;
      return [
        name,
        {
          value: own ? said[name] : value,
          from: own ? place : from,
          inherited: { value, from },
          own,
          locked: locked.includes(name),
          lockedBy: lock,
        },
      ];
    }),
  ) as Settings; // one for each name
}

interface Change {
  set?: SettingsSaid;
  reset?: SettingName[];
  lock?: SettingName[];
  unlock?: SettingName[];
}

/** Two places that say something, and can be told otherwise. */
export function settingsAnswers(isEmpty = false): Record<string, (input: never) => unknown> {
  const places: Record<'wsp' | 'org', { said: SettingsSaid; locked: SettingName[] }> = {
    wsp: { said: isEmpty ? {} : { displayName: 'Harbor & Co', color: '#0f766e' }, locked: [] },
    org: { said: { legalText: 'Northlight B.V., register 34 12 88' }, locked: ['legalText'] },
  };
  const change = (place: 'wsp' | 'org', { set = {}, reset = [], lock = [], unlock = [] }: Change): void => {
    const { said, locked } = places[place];
    const kept = Object.entries({ ...said, ...set }).filter(([name]) => !reset.some((one) => one === name));
    places[place] = {
      said: Object.fromEntries(kept),
      locked: [...locked, ...lock].filter((name) => !unlock.includes(name)),
    };
  };
  const showWorkspace = () => ({
    workspaceId: 'wsp_1',
    name: 'Harbor & Co',
    settings: settingsOf(places.wsp.said, workspace, []),
    manages: [{ id: 'org_1', name: 'Northlight' }],
  });
  const showOrganization = () => ({
    organizationId: 'org_1',
    name: 'Northlight',
    settings: settingsOf(places.org.said, agency, places.org.locked),
  });
  return {
    'settings.get': showWorkspace,
    'settings.getForOrganization': showOrganization,
    'settings.update': (input: Change) => {
      change('wsp', input);
      return showWorkspace();
    },
    'settings.updateForOrganization': (input: Change) => {
      change('org', input);
      return showOrganization();
    },
    'settings.previewMail': ({ brand, mode }: { brand: Record<string, string>; mode: string }) => ({
      html: `<body style="margin:0;background:${mode === 'dark' ? '#101214' : '#f6f7f9'}"><div style="padding:24px"><p style="font-size:18px;font-weight:650;color:${mode === 'dark' ? '#ffffff' : '#16181d'}">${brand['displayName'] ?? ''}</p><p style="color:${mode === 'dark' ? '#e6e8ec' : '#16181d'}">You are invited to work together.</p></div></body>`,
    }),
  };
}
