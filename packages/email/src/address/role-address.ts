const ROLES = new Set(
  `abuse accounting accounts admin administrator billing bounce bounces careers contact datenschutz dpo enquiries feedback
  finance hello help helpdesk hostmaster hr info inquiries it jobs kontakt legal mail mailer-daemon marketing media news
  newsletter no-reply nobody noreply office orders postmaster press privacy purchasing recruiting root sales security
  service spam subscribe support team tech unsubscribe webmaster welcome`.split(/\s+/),
);

/** The role an address stands for (`info`, `sales`, `postmaster`), or null when it looks like one person's. */
export function roleAddress(address: string): string | null {
  const local = address.trim().toLowerCase().split('@')[0]!.split('+')[0]!;
  return ROLES.has(local) ? local : null;
}
