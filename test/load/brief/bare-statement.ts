import { BRIEF_OF_RECORD } from '#backend/store/brief-statement.ts';

/** The part of the brief's statement that writes the audit row. */
const RECORDED = /recorded as \(\s*insert into care\.audit_event.*?from own\),/s;

/** The number that each parameter has once those of the audit row are gone. */
const RENUMBERED: Readonly<Record<string, string>> = {
  $1: '$1',
  $2: '$2',
  $3: '$3',
  $9: '$4',
  $10: '$5',
  $11: '$6',
};

/**
 * The statement behind `brief.ofRecord` as the backend sends it, less the audit row. Parameters:
 * practice, staff member, now, subject (jsonb), EHR, record id.
 */
export const BARE_STATEMENT = withoutAudit(BRIEF_OF_RECORD);

function withoutAudit(statement: string): string {
  const bare = statement.replace(RECORDED, '');
  if (bare === statement || /insert/i.test(bare)) throw new Error('the audit part is another now');
  return bare.replaceAll(/\$\d+/g, (parameter) => {
    const number = RENUMBERED[parameter];
    if (number === undefined) throw new Error(`${parameter} belongs to the audit row`);
    return number;
  });
}
