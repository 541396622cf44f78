import { html, type Markup } from '../../server/markup.ts';
import type { FormElement } from '../form-elements.ts';

type PlainType = Exclude<FormElement['type'], 'richText'>;

const MENTAL_STATUS = [
  'Appearance',
  'Dress',
  'Motor activity',
  'Insight',
  'Judgment',
  'Affect',
  'Mood',
  'Orientation',
  'Memory',
  'Attention',
  'Thought content',
  'Perception',
  'Flow of thought',
  'Interview behavior',
  'Speech',
  'Intellect',
  'Impulse control',
  'Sleep',
];

const RISK_COLUMNS = ['Area', 'Level', 'Intent', 'Plan', 'Means'];

const SECTIONS: Readonly<Record<PlainType, () => Markup>> = {
  diagnosis: () => html`<section class="card DiagnosisList"><h2>Diagnosis</h2>
<div class="DiagnosisRow"><input type="text" id="Diagnosis_1_Code" aria-label="Code" value="F33.1">
<input type="text" id="Diagnosis_1_Description" aria-label="Description" value="Recurrent depressive episode, moderate"></div>
<label for="Diagnosis__Justification">Explanation</label><textarea id="Diagnosis__Justification"></textarea></section>`,

  mentalStatus: () => html`<section class="card MentalStatus"><h2>Current Mental Status</h2>
<div class="tools"><button type="button">All Normal</button><button type="button">All Not Assessed</button></div>
<div class="mental-status-grid">${MENTAL_STATUS.map(mentalStatusField)}</div></section>`,

  risk: () => html`<section class="card RiskAssessment"><h2>Risk Assessment</h2>
<label><input type="checkbox" id="RiskAssessment__DeniesAll"> Patient denies all areas of risk</label>
<table><thead><tr>${RISK_COLUMNS.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody><tr>${RISK_COLUMNS.map(
    (name) => html`<td><input type="text" id="RiskAssessment_1_${name}" aria-label="${name}"></td>`,
  )}</tr></tbody></table></section>`,

  interventions: () => html`<section class="card Interventions"><h2>Interventions Used</h2>
${['Cognitive restructuring', 'Exposure', 'Supportive reflection'].map(
  (name) => html`<label><input type="checkbox"> ${name}</label> `,
)}
<label for="Interventions__Other">Other</label><input type="text" id="Interventions__Other"></section>`,

  treatmentPlan:
    () => html`<section class="card TreatmentPlanProgress"><h2>Treatment Plan Progress</h2>
<label for="TreatmentPlan_Objective_1">Objective 1: be asleep before midnight on five nights a week</label>
<textarea id="TreatmentPlan_Objective_1"></textarea>
<label for="TreatmentPlan_Objective_2">Objective 2: see a friend once a week</label>
<textarea id="TreatmentPlan_Objective_2"></textarea></section>`,

  recommendation: () => html`<section class="card Recommendation"><h2>Recommendation</h2>
<label for="Recommendation__Choice">Treatment plan</label>
<select id="Recommendation__Choice"><option>Continue current therapeutic focus</option><option>Change goals</option><option>Terminate</option></select>
<label for="Recommendation__Frequency">Prescribed frequency</label>
<input type="text" id="Recommendation__Frequency" value="Weekly"></section>`,
};

/** A part of the form that is not a rich text: each has fields or words that look like a section's. */
export function plainElement(type: PlainType): Markup {
  return SECTIONS[type]();
}

function mentalStatusField(name: string, index: number): Markup {
  const id = `MentalStatus_${index + 1}`;
  return html`<div><label for="${id}">${name}</label><input type="text" id="${id}" class="DynamicInputTextBox" autocomplete="off"></div>`;
}
