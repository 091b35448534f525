/** How a text names a member. Free of zod, so browsers may import it. */
const mention = /@\[(mem_[0-9a-f]{32})\]/g;

/** The members that a text names, by their public ids, each once. */
export const mentionsIn = (text: string): string[] => [...new Set([...text.matchAll(mention)].map(([, id]) => id!))]; // the group is part of the match

/** A text with the members in it as the caller writes them. */
export const replaceMentions = (text: string, write: (memberId: string) => string): string =>
  text.replaceAll(mention, (_, id: string) => write(id));

/** Names a member in a text. */
export const writeMention = (memberId: string): string => `@[${memberId}]`;

/** A text in parts: what is said, and who is named. */
export function splitMentions(text: string): readonly { text: string; memberId: string | null }[] {
  const parts = text.split(mention);
  // What the group matched stands at every second place.
  return parts.map((part, at) => (at % 2 === 0 ? { text: part, memberId: null } : { text: '', memberId: part }));
}
