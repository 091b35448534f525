export { checkingApart } from './check-apart.ts';
