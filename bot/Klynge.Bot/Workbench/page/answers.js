import { cardType } from './cards.js';
import { texts } from './texts.js';

const messageType = 'application/vnd.microsoft.activity.message';

/** What is said when the bot did not answer an activity with success. */
export function failure(status) {
  if (status === 504) return texts.bot.silent;
  if (status === 502) return texts.bot.gone;
  if (status === 401 || status === 403) return texts.bot.refused;
  return texts.bot.failed;
}

/** Reads the answer to Action.Execute as Teams does: { card }, { message } or { error }, by the body's own status and type. */
export function readAnswer(delivered) {
  if (!delivered.accepted) return { error: `${failure(delivered.status)} ${texts.tryAgain}.` };

  const { statusCode, type, value } = delivered.body ?? {};
  if (statusCode === 200 && type === cardType && value) return { card: value };
  if (statusCode === 200 && type === messageType) return { message: typeof value === 'string' ? value : '' };
  if (statusCode === 401) return { error: texts.loginNeeded };
  if (statusCode >= 400) return { error: value?.message || texts.bot.failed };
  return delivered.body ? { error: texts.bot.failed } : {};
}
