import { resumeCare } from '#backend/care/end-care.ts';
import { careCommand } from '../care-command.ts';

/** `resume-care`: a client comes back. Caseloads and plans are those they had. */
export const resumeCareOf = careCommand({
  name: 'resume-care',
  summary: 'takes a client into care again, with the caseloads and plans that they had',
  change: resumeCare,
  told: (clientId, changed) =>
    changed
      ? `Client ${clientId} is in care again, with the plans that stood when care ended. What was out then can be answered for as long as was left.`
      : `Client ${clientId} was in care already.`,
  fact: 'hadEnded',
});
