// The language of filters, free of zod, so that browsers may import it; its schema is in `filter/filter-schema.ts`.
export { canonicalFilter, filterKey } from './filter/canonical-filter.ts';
export { addToDay, dayAt, isDay, startOfDay, type Clock, type Day } from './filter/calendar.ts';
export {
  fieldNamed,
  filterLimits,
  filterVersion,
  quantifiers,
  type Filter,
  type FilterCondition,
  type FilterField,
  type FilterFields,
  type FilterNode,
  type FilterOf,
  type FilterRelation,
  type Quantifier,
  type Money,
  type RelativeDay,
  type Span,
  type WrittenFilter,
} from './filter/filter.ts';
export { filterFaults, type FilterCheck, type FilterDetail, type FilterFault } from './filter/filter-check.ts';
export { foldText } from './filter/fold-text.ts';
export { filterFieldsOf, filterOfList } from './filter/noun-filter.ts';
export {
  filterOperators,
  operandOf,
  type FilterOperator,
  type FilterType,
  type Operand,
  type OperatorOf,
} from './filter/operators.ts';
export { predicateOf, type FilteredRecord } from './filter/predicate-of.ts';
export { asksForTime, settleFilter, type Settled } from './filter/settle-filter.ts';
