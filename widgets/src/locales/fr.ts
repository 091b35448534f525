/** Words by message id, made from the translated messages in `../../messages`. */
export const templates = {};
