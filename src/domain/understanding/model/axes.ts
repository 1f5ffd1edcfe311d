import { MEASURE_CODES, act, danger, department, scope, subject, urgency } from '../labels';

/** The questions that the model answers about a message, each with its closed set of labels, in the order of the weights. */
export const AXES = {
  measure: MEASURE_CODES,
  scope: scope.options,
  act: act.options,
  urgency: urgency.options,
  danger: danger.options,
  subject: subject.options,
  department: department.options,
} as const;
export type Axis = keyof typeof AXES;
export const AXIS_NAMES = Object.keys(AXES) as readonly Axis[];

/** Place of the first label of each axis among all labels. */
export const AXIS_START: Readonly<Record<Axis, number>> = starts();

function starts(): Record<Axis, number> {
  let next = 0;
  const places: Partial<Record<Axis, number>> = {};
  for (const axis of AXIS_NAMES) {
    places[axis] = next;
    next += AXES[axis].length;
  }
  return places as Record<Axis, number>;
}
