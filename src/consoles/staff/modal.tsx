import { useEffect, useRef, type ReactNode } from 'react';

/** A dialog over the page; Esc closes it, and the focus goes back to where it was. */
export function Modal({
  title,
  close,
  children,
}: {
  title: string;
  close: () => void;
  children: ReactNode;
}): ReactNode {
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={place} className="modal" aria-label={title} onCancel={close}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
