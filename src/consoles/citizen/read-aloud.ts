/** Slower than speech among friends: for old ears. */
const RATE = 0.85;

/** Whether this browser can speak at all; without it the button is not shown. */
export const canReadAloud = (): boolean => 'speechSynthesis' in window;

/** Speaks one message, instead of whatever is being spoken. Long numbers are said digit by digit. */
export function readAloud(text: string, lang: string): void {
  if (!canReadAloud()) return;
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(
    text.replace(/\d{3,}|\d{4} \d{4}/g, (digits) => [...digits].join(' ')),
  );
  utterance.lang = lang;
  utterance.rate = RATE;
  speechSynthesis.speak(utterance);
}

export function stopReading(): void {
  if (canReadAloud()) speechSynthesis.cancel();
}
