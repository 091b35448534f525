import { analyzeElements } from '../wrappers/analyze-elements.ts';

let contracts;

/** Answers `/contracts.json` with what the elements say of themselves, read from their sources once. */
export function contractServer(context, next) {
  if (context.path !== '/contracts.json') return next();
  contracts ??= JSON.stringify(analyzeElements().elements);
  context.type = 'application/json';
  context.body = contracts;
}
