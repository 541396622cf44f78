import type { EditorContent, ModelReport } from '../api.ts';

let lastAt = 0;

/** Tells the server what an editor's model holds, for tests; the imitated product does no such thing. */
export async function reportModel(
  appointmentId: string,
  field: string,
  changes: number,
  content: EditorContent,
): Promise<void> {
  lastAt = Math.max(lastAt + 0.001, performance.timeOrigin + performance.now());
  const report: ModelReport = { appointmentId, field, at: lastAt, changes, content };
  await fetch('/stand-in/models', { method: 'POST', body: JSON.stringify(report) });
}
