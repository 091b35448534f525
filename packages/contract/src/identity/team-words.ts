/** How many people one team has at most. Free of zod, so browsers may import it. */
export const teamPeopleLimit = 100;
