import { fail } from '#kernel';
import type { Exchange } from './exchange.ts';

/**
 * Refuses what a page did not ask for by script: a navigation, a form, an image or a script that points at an address of the API.
 * Browsers say what a request is for; servers and older browsers say nothing, and for them the credential decides alone.
 */
export function requireCall({ request }: Exchange): void {
  const purpose = request.headers['sec-fetch-dest'];
  if (purpose !== undefined && purpose !== 'empty') fail('request.not_a_call');
}
