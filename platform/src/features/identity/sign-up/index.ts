import { defineFeature } from '#kernel';
import { confirmLookRoute, confirmPageRoute, confirmRoute, signUpPageRoute, signUpRoute } from './sign-up-route.ts';
import { SignUpSchema, signUpRetention } from './sign-up.entity.ts';

/** The pages on which somebody who was not invited creates an account, where an organization opens them. */
export const signUpFeature = defineFeature({
  name: 'sign-up',
  entities: [SignUpSchema],
  routes: [signUpPageRoute, signUpRoute, confirmPageRoute, confirmRoute, confirmLookRoute],
  retention: [signUpRetention],
});

export { signUpSamples } from './sign-up-mail.ts';
