import { describe, expect, test } from 'vitest';
import { person } from '#test/ehr/people.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Visit, visitSimplePractice, visitTherapyNotes } from '#test/support/visit.ts';

type Site = { readonly url: string; readonly state: { readonly policyReports: string[] } };

const JORDAN = person('jordan-avery');

/** Opens a note, asserts that its policy is strict and that the page itself keeps to it. */
async function keepsToPolicy(
  { site, page, errors }: Visit<Site>,
  path: string,
  editor: string,
): Promise<string> {
  const response = await page.goto(`${site.url}${path}`);
  await page.type(editor, 'Typed.');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/default-src 'self'; script-src 'self' 'nonce-[^']+'; style-src 'self'/);
  expect(policy).toContain("frame-ancestors 'none'; object-src 'none'");
  expect(errors.all()).toEqual([]);
  expect(site.state.policyReports).toEqual([]);
  return policy;
}

/** An inline script is what the policy must stop: proves that it is in force and is reported. */
async function stopsInlineScript({ site, page, errors }: Visit<Site>): Promise<void> {
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.append('document.body.dataset.ran = "yes"');
    document.body.append(script);
  });
  expect(await page.evaluate(() => document.body.dataset['ran'])).toBeUndefined();
  await eventually(() => expect(site.state.policyReports).toHaveLength(1));
  expect(errors.all().join('\n')).toContain('Content Security Policy');
}

describe('the pages’ policy', () => {
  const simplePractice = [
    `/appointments/${JORDAN.simplepractice.appointmentId}`,
    '[aria-label="free-text-1"]',
  ] as const;
  const therapyNotes = [
    `/app/notes/edit/${JORDAN.therapynotes.noteId}/`,
    '#RichTextbox_13000 + .rich-text .ProseMirror',
  ] as const;

  test('SimplePractice keeps to a strict one and has it enforced', async () => {
    await visitSimplePractice({}, async (visit) => {
      await keepsToPolicy(visit, ...simplePractice);
      await stopsInlineScript(visit);
    });
  });

  test('TherapyNotes keeps to a strict one and has it enforced', async () => {
    await visitTherapyNotes({}, async (visit) => {
      await keepsToPolicy(visit, ...therapyNotes);
      await stopsInlineScript(visit);
    });
  });

  test('both keep to Trusted Types', async () => {
    const rule = "require-trusted-types-for 'script'";
    await visitSimplePractice({ trustedTypes: true }, async (visit) => {
      expect(await keepsToPolicy(visit, ...simplePractice)).toContain(rule);
    });
    await visitTherapyNotes({ trustedTypes: true }, async (visit) => {
      expect(await keepsToPolicy(visit, ...therapyNotes)).toContain(rule);
    });
  });

  test('no page can be reached but the stand-in', async () => {
    await visitTherapyNotes({}, async ({ page }) => {
      await expect(page.goto('https://example.org/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    });
  });
});
