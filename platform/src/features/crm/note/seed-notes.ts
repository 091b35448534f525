import type { CallScope } from '#kernel';
export const seedNotes = async (_scope: CallScope): Promise<void> => {};
