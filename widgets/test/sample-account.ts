import type { UserSession } from '@tabard/contract';
import type { Account, Identity, Passkey } from '@tabard/contract/identity/account';
import { ago } from './sample-records.ts';

const session = (id: string, more: Partial<UserSession>): UserSession => ({
  id,
  isCurrent: false,
  browser: 'Firefox',
  system: 'Windows',
  kind: 'desktop',
  address: '198.51.100.7',
  createdAt: ago(3 * 24 * 60),
  lastSeenAt: ago(90),
  expiresAt: ago(-300),
  ...more,
});

export const userSessions: readonly UserSession[] = [
  session('uss_0', { isCurrent: true, createdAt: ago(40), lastSeenAt: ago(1) }),
  session('uss_1', { browser: 'Safari', system: 'iOS', kind: 'mobile', address: '2001:db8:85a3::8a2e:370:7334' }),
  session('uss_2', { browser: null, system: null, kind: null, lastSeenAt: ago(11 * 60) }),
];

const passkey = (id: string, more: Partial<Passkey>): Passkey => ({
  id,
  name: 'MacBook of the office',
  host: 'localhost',
  isHere: true,
  isSynced: true,
  isDoubted: false,
  createdAt: ago(40 * 24 * 60),
  lastUsedAt: ago(3 * 60),
  ...more,
});

const passkeys: readonly Passkey[] = [
  passkey('pky_1', {}),
  passkey('pky_2', { name: 'Key on the ring', isSynced: false, lastUsedAt: null }),
  passkey('pky_3', { name: 'Phone', host: 'app.moss.example', isHere: false, lastUsedAt: ago(60 * 24 * 60) }),
];

const identities: readonly Identity[] = [
  {
    id: 'uid_1',
    kind: 'google',
    name: 'Google',
    email: 'mara@harbor.example',
    createdAt: ago(9 * 24 * 60),
    lastUsedAt: ago(60),
  },
];
/** With whose accounts people can sign in where the operator has set all of it up. */
const offered = (['google', 'linkedin', 'microsoft'] as const).map((kind, at) => ({
  provider: kind as string,
  kind,
  name: ['Google', 'LinkedIn', 'Microsoft'][at]!,
}));

const account = (secondFactor: Account['secondFactor'], host: string | null = location.hostname): Account => ({
  id: 'usr_1',
  email: 'mara@harbor.example',
  name: 'Mara Silva',
  locale: null,
  timeZone: null,
  newEmail: null,
  confirmedUntil: null,
  hasPassword: true,
  identities: { offered: secondFactor.isOn ? offered : [], items: secondFactor.isOn ? [...identities] : [] },
  secondFactor,
  passkeys: { host, items: secondFactor.isOn ? [...passkeys] : [] },
});

/** An account with an app and recovery codes, of somebody whose organization may ask for it. */
export const guarded = (isRequired = false): Account =>
  account({ isOn: true, turnedOnAt: ago(20 * 24 * 60), recoveryCodesLeft: 8, isRequired });

/** The same, of whose passkeys one was copied, on a page where none can be added. */
export const doubted = (): Account => ({
  ...guarded(),
  passkeys: { host: 'app.harbor.example', items: [passkey('pky_1', { isDoubted: true }), passkeys[2]!] },
});

/** The same, who chose how they read and waits for the link that was mailed to a new address. */
export const readdressed = (): Account => ({
  ...guarded(),
  locale: 'fr',
  timeZone: 'America/Sao_Paulo',
  newEmail: { email: 'mara.silva@harbor.example', expiresAt: ago(-50) },
});

const recoveryCodes = Array.from({ length: 10 }, (_, at) => `kx4${at}-m7qt-w2hd`.replace('0', 'z').replace('1', 'y'));

/** What the platform answers a person about their own account. `isEmpty`: signed in nowhere else, and no app. */
export const accountAnswers = (isEmpty = false): Record<string, (input: never) => unknown> => ({
  'account.get': () =>
    isEmpty ? account({ isOn: false, turnedOnAt: null, recoveryCodesLeft: 0, isRequired: false }) : guarded(),
  'account.update': (input: Partial<Account>) => ({ ...guarded(), ...input }),
  'account.changeEmail': ({ email }: { email: string }) => ({ email, expiresAt: ago(-60) }),
  'account.cancelEmailChange': () => ({}),
  'account.confirm': () => ({ confirmedUntil: ago(-10) }),
  'account.changePassword': () => ({ endedSessions: 2 }),
  'account.setUpSecondFactor': () => ({
    secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    uri: 'otpauth://totp/Harbor:mara%40harbor.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Harbor',
    picture: { size: 29, path: square() },
  }),
  'account.turnOnSecondFactor': () => ({ recoveryCodes }),
  'account.turnOffSecondFactor': () => ({}),
  'account.renewRecoveryCodes': () => ({ recoveryCodes }),
  'account.beginPasskey': () => ({
    options: {
      challenge: 'AAAA',
      rp: { id: location.hostname, name: 'Harbor' },
      user: { id: 'AAAA', name: 'mara@harbor.example', displayName: 'Mara Silva' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    },
  }),
  'account.beginConfirmation': () => ({ options: { challenge: 'AAAA' } }),
  'account.addPasskey': () => guarded(),
  'account.renamePasskey': () => guarded(),
  'account.beginIdentity': () => ({ url: '#' }),
  'account.removeIdentity': ({ id }: { id: string }) => ({ id, endedSessions: 1 }),
  'account.removePasskey': ({ id }: { id: string }) => ({ id, endedSessions: 1 }),
  'sessions.list': () => ({ items: isEmpty ? userSessions.slice(0, 1) : userSessions }),
  'sessions.end': ({ id }: { id: string }) => ({ id }),
  'sessions.endOthers': () => ({ ended: 2 }),
});

/** Something that looks like a QR code; no app reads it. */
function square(): string {
  const dark: string[] = [];
  for (let y = 4; y < 25; y++)
    for (let x = 4; x < 25; x++) {
      const corner = (x < 11 && y < 11) || (x > 17 && y < 11) || (x < 11 && y > 17);
      const [dx, dy] = [Math.abs((x > 14 ? x - 14 : x) - 7), Math.abs((y > 14 ? y - 14 : y) - 7)];
      if (corner ? Math.max(dx, dy) !== 2 : (x * 7 + y * 13 + x * y) % 3 === 0) dark.push(`M${x} ${y}h1v1h-1z`);
    }
  return dark.join('');
}
