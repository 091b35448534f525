/** How a text names a member or a team. Free of zod, so browsers may import it. */
const mention = /@\[((?:mem|tea)_[0-9a-f]{32})\]/g;

/** Whom a text names, members and teams, by their public ids, each once. */
export const mentionsIn = (text: string): string[] => [...new Set([...text.matchAll(mention)].map(([, id]) => id!))]; // the group is part of the match

/** A text with those who are named in it as the caller writes them. */
export const replaceMentions = (text: string, write: (id: string) => string): string =>
  text.replaceAll(mention, (_, id: string) => write(id));

/** Names a member or a team in a text. */
export const writeMention = (id: string): string => `@[${id}]`;

/** A text in parts: what is said, and who is named. */
export function splitMentions(text: string): readonly { text: string; id: string | null }[] {
  const parts = text.split(mention);
  // What the group matched stands at every second place.
  return parts.map((part, at) => (at % 2 === 0 ? { text: part, id: null } : { text: '', id: part }));
}
