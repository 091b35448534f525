import type { Failure } from './failure.ts';

/** Whether the place itself is shut for whoever asks: it, or something above it, is suspended or archived. */
export const isShut = ({ code }: Failure): boolean => /\.(suspended|archived)$/.test(code);
