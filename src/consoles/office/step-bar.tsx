import { useState, type ReactNode } from 'react';
import type { TicketSheet, TicketStep } from '../../contract/ticket';
import { useNotices } from '../staff/notices';
import { useNow } from '../staff/use-now';
import { span } from '../staff/time-in-words';
import { fill, useWords } from '../staff/words';
import { groupNumber } from './group-number';
import { StepDialog } from './step-dialog';
import { takeStep, type StepWords } from './take-step';

/** Steps that need no words; the others open a dialog. */
const PLAIN: ReadonlySet<TicketStep> = new Set(['sign', 'contact', 'release', 'close']);
/** What the citizen is told, or another office gets, cannot be taken back afterwards: it waits a moment instead. */
const HELD: ReadonlySet<TicketStep> = new Set([
  'resolve',
  'return',
  'escalate',
  'transfer',
  'extend',
  'close',
]);

/** The next legal step as the one primary button, everything else that may be done beside it. */
export function StepBar({
  sheet,
  changed,
}: {
  sheet: TicketSheet;
  /** Something was done, or refused because the ticket had moved on: what is shown is old. `left`: it is another office's now. */
  changed: (left: boolean) => void;
}): ReactNode {
  const words = useWords();
  const notices = useNotices();
  const [asking, setAsking] = useState<TicketStep>();
  const [busy, setBusy] = useState(false);
  // Pulling is for the lane, not for one ticket; merging has no screen of its own.
  const steps = sheet.next.filter((step) => step !== 'pull' && step !== 'merge');
  const [first, ...others] = steps;

  const act = (step: TicketStep, given: StepWords): void => {
    setAsking(undefined);
    const go = (): void => {
      setBusy(true);
      takeStep(sheet, step, given).then(
        ({ next }) => {
          setBusy(false);
          changed(next.length === 0);
        },
        (fault: unknown) => {
          setBusy(false);
          notices.fail(fault);
          changed(false);
        },
      );
    };
    if (HELD.has(step)) notices.hold(`${groupNumber(sheet.number)} ${words.steps[step]}`, go);
    else go();
  };
  const press = (step: TicketStep): void => {
    if (PLAIN.has(step)) act(step, {});
    else setAsking(step);
  };
  if (!first) return null;
  return (
    <footer className="steps no-print">
      {sheet.state === 'claimed' && sheet.claimExpiresAt !== null && (
        <ClaimLeft until={sheet.claimExpiresAt} />
      )}
      <button type="button" className="primary next" disabled={busy} onClick={() => press(first)}>
        {words.steps[first]}
      </button>
      <div className="other-steps" role="group" aria-label={words.office.otherSteps}>
        {others.map((step) => (
          <button key={step} type="button" disabled={busy} onClick={() => press(step)}>
            {words.steps[step]}
          </button>
        ))}
      </div>
      {asking && (
        <StepDialog
          sheet={sheet}
          step={asking}
          close={() => setAsking(undefined)}
          done={(given) => act(asking, given)}
        />
      )}
    </footer>
  );
}

function ClaimLeft({ until }: { until: string }): ReactNode {
  const words = useWords();
  const now = useNow(1000);
  return (
    <p className="claim">
      {fill(words.office.claimLapses, { t: span(Date.parse(until) - now.getTime(), words) })}
    </p>
  );
}
