/** Begins the key of every draft that elements of a prefix keep. */
export const draftRoot = (prefix: string): string => `${prefix}-draft `;

/** Forgets all drafts of a prefix: whoever wrote them has signed out. */
export function forgetDrafts(prefix: string): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(draftRoot(prefix))) sessionStorage.removeItem(key);
  } catch {
    // Not allowed, so there are none.
  }
}
