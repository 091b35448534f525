import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import { Button } from '../kit/button.ts';
import { Skeleton } from '../kit/skeleton.ts';

/** What every element that can be acted on is made of, whatever it shows. */
export const widgetParts: readonly PrefixedElementClass[] = [Button, Skeleton];
