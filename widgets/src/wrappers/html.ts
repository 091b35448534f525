export type {
  ElementAttributes,
  ElementEventMap,
  ElementEvents,
  ElementName,
  ElementProperties,
  ElementTags,
  OutreachElement,
  OutreachEvent,
} from './element-props.ts';
