/** One question about a thing: what of it, how it is compared, and with what. */
export interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** Conditions that must all hold, or any of them. Plain data, so that it can be kept. */
export interface FilterGroup {
  readonly match: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

/** Something that can be asked about. */
export interface FilterField {
  id: string;
  label: string;
  /** The ways to compare, the usual one first. */
  operators: readonly { id: string; label: string }[];
  /** The values there are; without them any text can be written. */
  options?: readonly { value: string; label: string }[];
  /** Whether several values may be chosen; any of them is enough. */
  several?: boolean;
  /** Whether it may be asked about more than once. */
  repeats?: boolean;
}

export const noFilter: FilterGroup = { match: 'all', conditions: [] };

/** With the condition at a place changed, or added at the end. */
export function setCondition(group: FilterGroup, at: number, condition: Condition): FilterGroup {
  const conditions =
    at < group.conditions.length
      ? group.conditions.map((one, index) => (index === at ? condition : one))
      : [...group.conditions, condition];
  return { ...group, conditions };
}

export const dropCondition = (group: FilterGroup, at: number): FilterGroup => ({
  ...group,
  conditions: group.conditions.filter((_, index) => index !== at),
});

/** The fields that can still be asked about. */
export const openFields = (fields: readonly FilterField[], group: FilterGroup): readonly FilterField[] =>
  fields.filter((field) => field.repeats || !group.conditions.some((condition) => condition.field === field.id));
