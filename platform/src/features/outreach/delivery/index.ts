import { defineFeature } from '#kernel';
import { DeliverySchema } from './delivery.entity.ts';

/** The delivery feature. */
export const deliveryFeature = defineFeature({ name: 'delivery', entities: [DeliverySchema] });

export { DeliverySchema };
export { planReply } from './plan-reply.ts';
export { settleDelivery } from './settle-delivery.ts';
