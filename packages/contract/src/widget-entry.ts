import type { Permission } from './permissions.ts';

/** The page of the app that an element fills. */
export interface WidgetPage {
  /** Its name, and its address in the app where `at` says nothing: `leads` is at `/leads`. */
  name: string;
  at?: string;
  /** What it is called on screen, in English. */
  title: string;
  /** Any one of these opens it. */
  needs: readonly Permission[];
  icon: string;
  /** The second key of `g` and a letter. */
  key?: string;
  skeleton: string;
  /** Fills the room and scrolls inside; others scroll as a whole. */
  fills?: true;
  /** Where it stands in the navigation; left out, it has no entry of its own. */
  group?: 'outreach' | 'insight' | 'setup' | 'settings';
  /** Further places that it shows, by their addresses. */
  places?: Readonly<Record<string, string>>;
  /** The attribute that is told the id in the address. */
  attribute?: string;
  /** Attributes that it has in the app alone. */
  flags?: string;
  /** The event with which it asks to be left, and the page to go to from these places. */
  leaves?: { event: string; from: readonly string[]; to: string };
}

/** What everything beside an element's own code needs to know of it. */
export interface WidgetEntry {
  /** What it is for: its sessions can never hold more. */
  permissions: readonly Permission[];
  page?: WidgetPage;
  /** Addresses by which elements and hosts name what it shows, where they are not those of its page, with the attribute for the id. */
  shows?: Readonly<Record<string, string>>;
  /** Events that make answers old besides those of the answers' own noun, by the area of the answers. */
  stale?: Readonly<Record<string, readonly string[]>>;
}
