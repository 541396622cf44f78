import { endCare } from '#backend/care/end-care.ts';
import { careCommand } from '../care-command.ts';

/** `end-care`: a client leaves therapy. What was recorded stays. */
export const endCareOf = careCommand({
  name: 'end-care',
  summary: 'closes the links of a client who leaves; nothing more is sent, all records stay',
  change: endCare,
  told: (clientId, changed) =>
    changed
      ? `Care of client ${clientId} has ended: their links are closed, and nothing more is sent.`
      : `Care of client ${clientId} had ended before.`,
  fact: 'wasInCare',
});
