/** What a host may rely on about one element, without the agency's prefix. Read from the sources by `analyze-elements.ts`. */
export interface ElementContract {
  /** `inbox`, or `kit` primitives such as `button`. */
  name: string;
  className: string;
  /** Its source, relative to the package. */
  module: string;
  summary: string;
  description: string;
  attributes: ContractAttribute[];
  /** Properties that no attribute sets. */
  properties: ContractProperty[];
  events: ContractEvent[];
  slots: ContractText[];
  parts: ContractText[];
  /** For `:state()`. */
  states: ContractText[];
  /** Custom properties of the element's own, besides the variables of the theme. */
  variables: ContractText[];
  examples: string[];
}

interface ContractText {
  name: string;
  description: string;
}

interface ContractProperty extends ContractText {
  /** A TypeScript type that needs no import. */
  type: string;
  default: string;
}

export interface ContractAttribute extends ContractProperty {
  /** The property it sets. */
  field: string;
  /** The words it takes, where they are a closed list. */
  values: string[];
  /** Whether the element writes it back when the property changes. */
  reflects: boolean;
}

interface ContractEvent extends ContractText {
  /** The type of `detail`. */
  detail: string;
}

/** The prefix that files of no particular agency are written with. */
export const NEUTRAL_PREFIX = 'outreach';
