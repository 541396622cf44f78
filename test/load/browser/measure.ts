import { type Aim, below } from '../aims.ts';
import { tell } from '../progress.ts';
import { type AlertFigures, measureAlert } from './alert.ts';
import { type CalendarFigures, measureCalendar } from './calendar.ts';
import { type LiveAlertFigures, measureLiveAlert } from './live-alert.ts';
import { type LoadStage, setLoadStage } from './stage.ts';

/** How late the stand-in EHR shows whose chart it is, in milliseconds, if nothing else is chosen. */
const USUAL_HEADER_DELAY = 300;

/** What was measured in Chromium. */
export interface BrowserFigures {
  /** On an EHR that shows at once whose chart it is. */
  readonly alert: AlertFigures;
  /** On one that takes its usual time. */
  readonly alertWithLateHeader: AlertFigures;
  readonly calendar: CalendarFigures;
  /** In a panel that was open before the answer. */
  readonly liveAlert: LiveAlertFigures;
  readonly aims: readonly Aim[];
}

/** Measures everything that needs a browser. */
export async function measureBrowser(extensionDir: string): Promise<BrowserFigures> {
  tell('From navigation to alert, on an EHR that shows its header at once ...');
  const alert = await onStage(extensionDir, 0, measureAlert);
  tell('The same with a late header, and a page that shows no client ...');
  return onStage(extensionDir, USUAL_HEADER_DELAY, async (stage) => {
    const alertWithLateHeader = await measureAlert(stage);
    const calendar = await measureCalendar(stage);
    tell('From an answer to the alert in a panel that is open ...');
    const liveAlert = await measureLiveAlert(stage);
    const slowest = Math.max(...liveAlert.onScreen.allMs);
    const aims = [
      ...calendar.aims,
      below('milliseconds to an open panel, slowest', slowest, 2_000),
    ];
    return { alert, alertWithLateHeader, calendar, liveAlert, aims };
  });
}

async function onStage<T>(
  extensionDir: string,
  headerDelayMs: number,
  measure: (stage: LoadStage) => Promise<T>,
): Promise<T> {
  const stage = await setLoadStage(extensionDir, { headerDelayMs });
  try {
    return await measure(stage);
  } finally {
    await stage.close();
  }
}
