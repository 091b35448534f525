/** What is refused to whoever creates an account by themselves; part of the one vocabulary in `errors.ts`. */
export const signUpErrors = {
  'sign_up.closed': {
    status: 403,
    message: 'Nobody can create an account here. Ask whoever runs this service for an invitation.',
  },
  'sign_up.domain_refused': {
    status: 422,
    message: 'No account can be created with an address of this domain. Use one of your company.',
  },
  'sign_up.terms_required': { status: 422, message: 'Accept the terms first.' },
  'sign_up.link_wrong': {
    status: 401,
    message: 'This is not the whole link. Open the link of the mail again, or copy the whole of it.',
  },
  'sign_up.link_spent': { status: 401, message: 'This link was used already or is too old. Sign up again.' },
} as const;
