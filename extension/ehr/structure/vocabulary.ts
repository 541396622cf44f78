/**
 * The words that ids and classes of a page may be made of in an outline. EHRs put numbers into ids,
 * and some page may put a name there: whatever is not listed here is left out, so an outline can
 * hold no word of a page's own. They are words of forms, layouts and widgets, and of the EHRs'
 * markup as it is known; none is a usual given or family name.
 */
const WORDS = `
accordion action active add address age ai alert alternate amendment answer app application appt
appointment area aria article aside assessment attachment attendee attendees autosave avatar back
badge banner bar base behavior billing birth birthdate block blocks body bold boolean border bottom
box breadcrumb btn bubble button buttons calendar cancel canceled caption card cell center check
checkbox chart choice choices class clear client clients clinician close closed code col collapse
column columns combobox comment complete component components compact contact contacts container
containers content contents context control controls copy count couple couples create ctl current
custom daily dashboard data date dates day days default delete deleted detail details diagnosis
dialog disabled div dob document documentation documents down draft drop dropdown dropbox dynamic
edit editable editor editors elem element elements email ember empty end entry error errors event
events expand expanded family fc field fields fieldset file filter first fixed flex flyout focus
footer form format foot full function global goal goals grid group groups half head header heading
help hidden hide history home horizontal icon icons id image img incremental individual info
information initial inline inner input inputs insert insurance intake interactive intervention
interventions item items label labels large last layout left legal level line lines link links list
loader loading lock locked login logo main margin master max measure measures medication medium
member menu mental message messages meta middle min minor missed missing modal mode month more move
multi name nav navigation navbar new next no none note notes objective office on open option options
order outer outlet overlay overview padding page pager pages panel panels paragraph parent
participants patient patients payment phone picker placeholder plan plans plain popover popup portal
practice preferred preview previous primary print private process profile progress prosemirror
provider psy psychotherapy question questionnaire questionnaires questions radio range read readmore
readonly recommendation record region related required resize response reset rich richtextbox right
risk role root row rows save saved schedule scheduling scope score scores screen scroll search
section sections select selected selection session settings shadow share short show sidebar side sign
signature signed single size slot small snippet snippets soap sort spds spinner split stack standard
start state status step sticky strong style styles sub subject subjective submit subtext success
suggestion suggestions summary supervisor switch tab table tablist tabs tag tags target task template
templates test text textarea textbox time timeline title to toast today toggle tool toolbar tools
tooltip top total transition treatment tree trigger true type ui unlock unsaved up update updated
user value vertical view viewer views visible warning week widget width wrap wrapper yes zone
therapyfuel tiptap contenteditable expanding patientheaderview patientinformation daybubble
`;

const VOCABULARY: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));

/** What stands for anything that is not listed. */
const UNKNOWN = '*';
const LONGEST_NAME = 60;

/**
 * An id, class or tag as it may leave a page: its words as listed, digits and hexadecimal as `#`,
 * everything else as `*`.
 */
export function structuralName(name: string): string {
  const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[-_:]+|[^A-Za-z0-9_:-]+/g) ?? [];
  const words = parts.map((part) => {
    if (/^[-_:]+$/.test(part)) return part[0] ?? '';
    if (/^\d+$/.test(part)) return '#';
    return VOCABULARY.has(part.toLowerCase()) ? part : UNKNOWN;
  });
  const text = words
    .join('')
    .replaceAll(/[*#]*\*[*#]*/g, UNKNOWN)
    .replaceAll(/#+/g, '#');
  return text.slice(0, LONGEST_NAME);
}
