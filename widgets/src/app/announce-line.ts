/** A line for a live region. Said twice in a row it must differ, or readers keep silent. */
export const announceLine = (text: string, before: string): string => (text === before ? `${text}\u00a0` : text);
