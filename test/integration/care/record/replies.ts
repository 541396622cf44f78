import type { TestBackend } from '#test/support/backend.ts';
import { call } from '#test/support/practice.ts';
import type { Scene } from '#test/support/scene.ts';

/** Calls a procedure as the scene's clinician, or as somebody else. */
export function asked(
  backend: TestBackend,
  { clinician }: Pick<Scene, 'clinician'>,
  procedure: string,
  input: unknown,
): Promise<Response> {
  return call(backend, procedure, input, clinician.token);
}

/** What a call was refused with; null when it was not. */
export async function refusalOf(reply: Response): Promise<string | null> {
  const body = (await reply.json()) as { error?: { data: { refusal: string } } };
  return body.error?.data.refusal ?? null;
}

/** Subjects of the audit rows of a practice with an action, oldest first. */
export async function recorded(
  backend: TestBackend,
  { practiceId }: Pick<Scene, 'practiceId'>,
  action: string,
): Promise<readonly object[]> {
  const rows = await backend.database.asSuperuser<{ subject: object }>(
    `select subject from care.audit_event where practice_id = $1 and action = $2
     order by at, event_id`,
    [practiceId, action],
  );
  return rows.map(({ subject }) => subject);
}
