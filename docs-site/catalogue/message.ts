/** What the controls of a page ask of its stage. */
export interface Ask {
  of: string;
  state: string;
  look: {
    theme: 'light' | 'dark';
    brandColor: string;
    locale: string;
    density: 'compact' | 'comfortable' | 'spacious';
  };
  attributes: Record<string, string | null>;
}

/** What a stage says to the page around it. */
export type Tell =
  | { kind: 'ready'; states: string[] }
  | { kind: 'shown' }
  | { kind: 'event'; name: string; detail: string }
  | { kind: 'height'; height: number };
