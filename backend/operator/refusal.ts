import { type DatabaseRefusal, refusalText } from '#backend/database/refusal.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';

/** Why a command did nothing. Names nobody in therapy. */
export type OperatorRefusal =
  | { readonly reason: 'noPractice' }
  /** There are several, and none was named. */
  | { readonly reason: 'whichPractice' }
  | { readonly reason: 'practiceUnknown' }
  | { readonly reason: 'practiceThere'; readonly practiceId: PracticeId }
  | { readonly reason: 'emailTaken' | 'weakPassword' }
  | { readonly reason: 'staffUnknown' | 'staffSwitchedOff' | 'notClinician' }
  /** Somebody was to take the own caseload over. */
  | { readonly reason: 'samePerson' }
  /** Somebody of this name and birth date is in the practice. */
  | { readonly reason: 'clientThere'; readonly clientId: ClientId }
  | { readonly reason: 'clientUnknown' }
  /** The second identifier is not the client's. */
  | { readonly reason: 'birthDateDiffers' }
  /** A client is to be written to by a way of which no address is known, or agrees to no way. */
  | { readonly reason: 'noClientAddress' }
  /** Care has ended, or a clinician has stopped all sending in a crisis. */
  | { readonly reason: 'clientNotInCare' | 'sendingPaused' }
  /** Care can't end while an alert or an unsent risk answer waits, or while scores are shared with a partner. */
  | { readonly reason: 'alertsOpen' | 'riskUnseen' | 'inCouple' }
  | { readonly reason: 'measureNotSendable' }
  /** Neither a measure nor a form was named, or both were. */
  | { readonly reason: 'measureOrForm' }
  /** No form in use has this title or id, or several have the title. */
  | { readonly reason: 'formUnknown' | 'whichForm' }
  /** Nobody has confirmed the practice's right under the measure's licence. */
  | { readonly reason: 'licenceNotConfirmed' }
  | { readonly reason: 'bornInFuture' }
  /** The day that care began lies before the birth date or in the future. */
  | { readonly reason: 'careOutOfOrder' }
  /** The same measure was sent before and can still be answered; or nothing was. */
  | { readonly reason: 'stillOpen' | 'noneOpen' }
  /** Nobody knows under which address the links open. */
  | { readonly reason: 'noAddress' }
  /** Settings of the environment can't be used. */
  | { readonly reason: 'settings'; readonly problems: readonly string[] }
  /** The database was away or overloaded while the command ran. */
  | { readonly reason: 'busy' }
  /** There is no database to work on. */
  | { readonly reason: 'database'; readonly why: DatabaseRefusal };

/** The word by which a machine knows a refusal. */
export function refusalCode(refusal: OperatorRefusal): string {
  return refusal.reason === 'database' ? refusal.why.reason : refusal.reason;
}

/** A refusal as the operator reads it: what is wrong, and what to do. */
export function operatorRefusalText(refusal: OperatorRefusal): string {
  if (refusal.reason === 'practiceThere') {
    return `A practice of this name is there already: ${refusal.practiceId}. Nothing was changed. Go on with add-staff, or look with list who is there; for another practice say another --name.`;
  }
  if (refusal.reason === 'clientThere') {
    return `Somebody of this name and birth date is in the practice already: client ${refusal.clientId}. If these are two people, say --another-person.`;
  }
  if (refusal.reason === 'settings') return refusal.problems.join('\n');
  return refusal.reason === 'database' ? refusalText(refusal.why) : WORDS[refusal.reason];
}

/** Refusals that are the same whoever they concern. */
type Plain = Exclude<
  OperatorRefusal['reason'],
  'practiceThere' | 'clientThere' | 'settings' | 'database'
>;

const WORDS: Readonly<Record<Plain, string>> = {
  noPractice: 'There is no practice yet. Make one with create-practice.',
  whichPractice: 'There is more than one practice. Say which with --practice; list shows them.',
  practiceUnknown: 'No practice has this name or id. list shows those there are.',
  emailTaken: 'This e-mail address has a sign-in already, here or in another practice.',
  weakPassword: 'This password is too short or too long.',
  staffUnknown: 'Nobody in the practice has this e-mail address or id. list shows who is there.',
  staffSwitchedOff: 'This person was switched off and takes nobody on.',
  notClinician: 'This person is not a clinician, and only clinicians have a caseload.',
  samePerson: 'Somebody else must take the caseload over.',
  clientUnknown: 'No client of the practice has this id. list --clients shows who is there.',
  noClientAddress:
    'There is no address for this way: say --email or --phone with --channel, and --agreed only where there is a channel.',
  clientNotInCare: 'This client is no longer in care, so nothing is sent and no link is made.',
  sendingPaused:
    'Sending to this client is paused in a crisis, by every way. A clinician ends the pause in the panel first.',
  alertsOpen:
    'An alert of this client is open, and nobody would see it any more. A clinician acknowledges it first; then say this again.',
  riskUnseen:
    'A form of this client that was not sent holds an answer about risk, and no clinician has looked since. A clinician opens the chart first; then say this again.',
  inCouple:
    'This client is linked with a partner. A clinician ends that link in the panel first; then say this again.',
  measureNotSendable:
    'This measure can’t be sent yet: its licence or wording is not settled. send --help names those that can.',
  licenceNotConfirmed:
    'The practice has not confirmed its right to this measure, or its licence has changed since. An admin of the practice reads and confirms it at /measures.',
  birthDateDiffers:
    'The birth date is not this client’s. Nothing was sent or changed: look at the id again.',
  bornInFuture: 'The birth date lies in the future.',
  careOutOfOrder: 'Care must have begun after the birth date, and not in the future.',
  stillOpen:
    'This measure was sent before and can still be answered. If the link was lost, say --new-link: the earlier link then opens no more, and answers saved so far stay.',
  noneOpen: 'Nothing of this measure or form waits for an answer. Send it without --new-link.',
  measureOrForm: 'Say what is sent: --measure for a published measure, or --form for an own form.',
  formUnknown:
    'No form in use has this title or id. Clinicians compose them at /forms; list shows them. A link to a form that is out of use can still be replaced: say --new-link.',
  whichForm: 'More than one form has this title. Say which by its id; list shows them.',
  noAddress: 'Set THROUGHLINE_PUBLIC_URL to the address that phones use, so that the link has one.',
  busy: 'The database did not answer in time. Whether this was done is not known: look with list, then try again.',
};
