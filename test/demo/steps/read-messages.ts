import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '#test/support/until.ts';
import type { Report } from '../check.ts';

/** What may stand in no message: whom it is about, what was asked, what was answered, and why. */
const TELLING = /Jordan|Avery|PHQ|depress|suicid|safety|risk|score|therap/i;

/** What the practice sent because of the risk answer: that something waits, and nothing of what. */
export async function readMessages(folder: string, report: Report): Promise<void> {
  report.step('The clinician is told that something waits, by a message that says no more');
  await until('a message about the alert is laid down', () => mailsIn(folder).some(isAboutAlert));
  const mail = mailsIn(folder).find(isAboutAlert) ?? '';
  report.quote('The mail, as a relay would have taken it', mail.trim());
  report.verify('no mail says anything of anybody’s health', !TELLING.test(mail));
}

function isAboutAlert(mail: string): boolean {
  return mail.includes('/alerts');
}

function mailsIn(folder: string): readonly string[] {
  const mails = join(folder, 'mail');
  return readdirSync(mails, { recursive: false })
    .map(String)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(mails, name), 'utf8'));
}
