/** What is to be done. Free of zod, so browsers may import it. */
export const taskTypes = ['todo', 'call', 'mail', 'meeting', 'linkedin', 'other'] as const;
export const taskPriorities = ['low', 'normal', 'high'] as const;
export const taskStatuses = ['open', 'done', 'cancelled'] as const;

/** What kind of thing is to be done. */
export type TaskType = (typeof taskTypes)[number];
export type TaskStatus = (typeof taskStatuses)[number];

/** The day of a due time. */
export const dueDay = (due: string): string => due.slice(0, 10);
/** The time of day of a due time; `null` for a whole day. */
export const dueTime = (due: string): string | null => (due.length > 10 ? due.slice(11) : null);
