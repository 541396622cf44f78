import { acknowledgeAlert } from './acknowledge-alert.ts';
import { createAlertCare } from './alerts/create-alert-care.ts';
import { createAlertingCare } from './alerts/create-alerting-care.ts';
import { briefOfRecord } from './brief-of-record.ts';
import type { StaffCare } from './care.ts';
import { caseload } from './caseload.ts';
import type { ClientCare } from './client-care.ts';
import { createWithholdingCare } from './client-page/withhold.ts';
import { composeUpdate } from './compose-update.ts';
import { confirmLicence, withdrawLicence } from './confirm-licence.ts';
import { createCoupleCare } from './couples/create-couple-care.ts';
import type { CareDeps } from './deps.ts';
import { earlierInsertions } from './earlier-insertions.ts';
import { earlierScores } from './earlier-scores.ts';
import { createGoalCare } from './goals/create-goal-care.ts';
import { linkCandidates } from './link-candidates.ts';
import { linkRecord } from './link-record.ts';
import { markLook } from './mark-look.ts';
import { createDeadMessageCare } from './messages/dead-messages.ts';
import { createWordingCare } from './messages/set-wording.ts';
import type { PracticeCare } from './practice-care.ts';
import { practiceMeasures } from './practice-measures.ts';
import { practiceRules, setRule } from './practice-rules.ts';
import { createRecordCare } from './record/create-record-care.ts';
import { recordDenial } from './record-denial.ts';
import { recordInsertion } from './record-insertion.ts';
import { recordPrint } from './record-print.ts';
import { recordUndo } from './record-undo.ts';
import { begin, saveAnswer } from './save-answer.ts';
import { createPhraseCare } from './save-phrase.ts';
import { lookAtSchedule } from './schedule/look-at-schedule.ts';
import { snoozeAlert } from './snooze-alert.ts';
import { createHandMeasureCare } from './state-hand-measure.ts';
import { submit } from './submit.ts';
import { unlinkRecord } from './unlink-record.ts';
import { visitCheckIn } from './visit-check-in.ts';
import { whoAmI } from './who-am-i.ts';

/** Everything that staff can do. */
export function createStaffCare(deps: CareDeps): StaffCare {
  return {
    recordDenial: recordDenial(deps),
    whoAmI: whoAmI(deps),
    briefOfRecord: briefOfRecord(deps),
    earlierScores: earlierScores(deps),
    caseload: caseload(deps),
    lookAtSchedule: lookAtSchedule(deps),
    linkCandidates: linkCandidates(deps),
    linkRecord: linkRecord(deps),
    unlinkRecord: unlinkRecord(deps),
    markLook: markLook(deps),
    recordPrint: recordPrint(deps),
    acknowledgeAlert: acknowledgeAlert(deps),
    snoozeAlert: snoozeAlert(deps),
    composeUpdate: composeUpdate(deps),
    recordInsertion: recordInsertion(deps),
    earlierInsertions: earlierInsertions(deps),
    recordUndo: recordUndo(deps),
    ...createAlertCare(deps),
    ...createCoupleCare(deps),
    ...createRecordCare(deps),
    ...createGoalCare(deps),
    ...createWithholdingCare(deps),
  };
}

/** Everything that a practice decides about measures, rules and the words of Updates. */
export function createPracticeCare(deps: CareDeps): PracticeCare {
  return {
    ...practiceMeasures(deps),
    confirmLicence: confirmLicence(deps),
    withdrawLicence: withdrawLicence(deps),
    rules: practiceRules(deps),
    setRule: setRule(deps),
    ...createAlertingCare(deps),
    ...createHandMeasureCare(deps),
    ...createPhraseCare(deps),
    ...createDeadMessageCare(deps),
    ...createWordingCare(deps),
  };
}

/** Everything that a client can do with a link. */
export function createClientCare(deps: CareDeps): ClientCare {
  return {
    visit: visitCheckIn(deps),
    begin: begin(deps),
    saveAnswer: saveAnswer(deps),
    submit: submit(deps),
  };
}
