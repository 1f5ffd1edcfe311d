import { useState, type FormEvent, type ReactNode } from 'react';
import { outcomeCode, type OutcomeCode } from '../../contract/labels';
import type { TicketSheet, TicketStep } from '../../contract/ticket';
import { Modal } from '../staff/modal';
import { useWords } from '../staff/words';
import { OfficeChoice } from './office-choice';
import type { StepWords } from './take-step';

const NEEDS_OFFICE: ReadonlySet<TicketStep> = new Set(['transfer', 'assist']);
const MAY_NAME_OFFICE: ReadonlySet<TicketStep> = new Set(['return', 'escalate']);
const MOST_DAYS = 15;

/** Asks for what a step needs: a reason, an outcome with the words to the citizen, an office, days. */
export function StepDialog({
  sheet,
  step,
  close,
  done,
}: {
  sheet: TicketSheet;
  step: TicketStep;
  close: () => void;
  done: (given: StepWords) => void;
}): ReactNode {
  const words = useWords();
  const { dialog, templates } = words.office;
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<OutcomeCode>();
  const [officeCode, setOfficeCode] = useState('');
  const [workingDays, setDays] = useState(5);
  const [told, setTold] = useState('');
  const resolving = step === 'resolve';

  function choose(code: OutcomeCode): void {
    // A template is only put in where nothing of the officer's own would be lost.
    const untouched = reason === '' || (outcome !== undefined && reason === templates[outcome]);
    if (untouched) setReason(templates[code]);
    setOutcome(code);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (resolving && outcome === undefined) return setTold(dialog.outcomeNeeded);
    if (reason.trim() === '') return setTold(resolving ? dialog.explanationNeeded : dialog.reasonNeeded);
    if (NEEDS_OFFICE.has(step) && officeCode === '') return setTold(dialog.office);
    done({
      reason: reason.trim(),
      ...(outcome !== undefined && { outcome }),
      ...(officeCode !== '' && { officeCode }),
      ...(step === 'extend' && { workingDays }),
    });
  }
  const hint = resolving
    ? dialog.explanationHint
    : step === 'extend'
      ? dialog.extendHint
      : step === 'note'
        ? dialog.noteHint
        : '';
  return (
    <Modal title={words.steps[step]} close={close}>
      <form onSubmit={submit} noValidate>
        {resolving && (
          <fieldset>
            <legend>{dialog.outcome}</legend>
            <div className="choices">
              {outcomeCode.options.map((code) => (
                <label key={code}>
                  <input
                    type="radio"
                    name="outcome"
                    checked={outcome === code}
                    onChange={() => choose(code)}
                  />
                  {words.outcome[code]}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {(NEEDS_OFFICE.has(step) || MAY_NAME_OFFICE.has(step)) && (
          <OfficeChoice
            own={sheet.office.code}
            needed={NEEDS_OFFICE.has(step)}
            value={officeCode}
            change={setOfficeCode}
          />
        )}
        {step === 'extend' && (
          <label>
            {dialog.days}
            <input
              type="number"
              min={1}
              max={MOST_DAYS}
              value={workingDays}
              onChange={(event) => setDays(Math.min(MOST_DAYS, Math.max(1, Number(event.target.value))))}
            />
          </label>
        )}
        <label>
          {resolving ? dialog.explanation : dialog.reason}
          <textarea
            rows={resolving ? 5 : 3}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            aria-describedby="step-hint"
          />
        </label>
        <p className="mute" id="step-hint">
          {hint}
        </p>
        {told !== '' && (
          <p className="told" role="alert">
            {told}
          </p>
        )}
        <div className="acts">
          <button type="button" onClick={close}>
            {words.panel.cancel}
          </button>
          <button type="submit" className="primary">
            {words.steps[step]}
          </button>
        </div>
      </form>
    </Modal>
  );
}
