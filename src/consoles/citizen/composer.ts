import { part } from './element';
import type { Memory } from './memory';

/** The field: grows with the words, keeps a half-written sentence on the device, sends with Enter. */
export function startComposer(memory: Memory, send: (text: string) => void): { focus(): void } {
  const field = part<HTMLTextAreaElement>('words');
  const fit = (): void => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 4}px`;
  };
  const submit = (): void => {
    const text = field.value.trim();
    if (text === '') return field.focus();
    field.value = '';
    memory.forget('draft');
    fit();
    send(text);
  };
  field.value = memory.read<string>('draft') ?? '';
  field.addEventListener('input', () => {
    memory.write('draft', field.value);
    fit();
  });
  field.addEventListener('keydown', (event) => {
    // While a Chinese input method is composing, Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  part('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  fit();
  return { focus: () => field.focus() };
}
