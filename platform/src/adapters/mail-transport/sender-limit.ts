/** Codes by which providers say that a sender has had its share, or may not send for now. */
const limitCodes = /^[45]\.(4\.5|1\.90|2\.252|7\.(28|232|233|236|705))$/;

/** Words about the recipient's own box or rate, and about one mail's size: they sound alike and mean another. */
const notTheSender =
  /over.?quota|receiv|(mailbox|storage|disk|inbox|postfach).{0,30}(full|quota|size|voll)|(message|mail|file|header).{0,20}(size|length|too (big|large|long))|size.{0,20}(limit|exceed)/i;

const limited = [
  /(limit|quota|threshold|maximum|max|allowance)\b.{0,40}\b(exceed|reach|hit|used up|over)/,
  /(exceed|reach|hit|over)(ed|s|ing)?\b.{0,60}\b(limit|quota|threshold|maximum|max|allowance|rate)\b/,
  /too many (messages|mails|e-?mails|recipients|connections).{0,60}(hour|day|daily|today|minute|sender|sent|from|by)/,
  /(rate|sending|sender|outgoing|outbound|relay|spam)[ -]?(rate[ -]?)?(limit|throttl)/,
  /submission ?quota ?exceeded|unusual sending activity|send ?as ?denied/,
].map(({ source }) => new RegExp(source, 'i'));

/** Whether a refusal says that the sender has reached a limit of its provider. */
export function isSenderLimit(statuses: readonly string[], words: string): boolean {
  if (statuses.some((status) => limitCodes.test(status))) return true;
  return !notTheSender.test(words) && limited.some((pattern) => pattern.test(words));
}
