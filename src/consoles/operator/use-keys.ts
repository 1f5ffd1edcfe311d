import { useEffect, useRef } from 'react';

/** Single keys anywhere on the page, but not while somebody types; Esc leaves a field. */
export function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      const typing =
        target instanceof HTMLElement &&
        (target.matches('input, textarea, select') || target.closest('dialog') !== null);
      if (typing) {
        if (event.key === 'Escape' && target instanceof HTMLElement && !target.closest('dialog'))
          target.blur();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
