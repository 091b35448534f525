import { hash, verify } from '@node-rs/argon2';

/** The shortest password that a person may choose. */
export const shortestPassword = 12;

/** argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password for storage, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** A hash that no password was made for; made once. */
let nobody: Promise<string> | undefined;

/** Whether the password is right. Without a stored hash it takes as long and says no, so that nobody learns who exists. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const right = await verify(stored ?? (await nobody), password);
  return right && stored !== null;
}
